export type { Convention } from './convention.ts'
export type {
  Budget,
  Change,
  GroupImpact,
  Impact,
  Inequality,
  ProgrammeImpact,
  WinnerBin,
  WinnersAndLosers,
} from './impact.ts'
export { winnerBins } from './impact.ts'
export type { ImpactPopulation } from './impact-frame.ts'
export { type ColumnOf, impactOfColumns } from './impact-of-columns.ts'
export { type ImpactRun, ImpactSession, impactWorker, openImpactSession } from './impact-session.ts'
export { cutIncomeGroups } from './income-groups.ts'
export type { Definition, OutcomeName } from './outcome-definitions.ts'
export {
  conventionNamed,
  type OutcomeTable,
  type Programme,
  parseOutcomeTable,
  readOutcomeTable,
  variablesOf,
} from './outcome-table.ts'
