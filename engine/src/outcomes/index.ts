export type { Convention } from './convention.ts'
export { differenceOf, ratioOf, type Sampled } from './half-samples.ts'
export type {
  Budget,
  Change,
  GroupImpact,
  GroupPoverty,
  Impact,
  Inequality,
  PovertyImpact,
  ProgrammeImpact,
  WinnerBin,
  WinnersAndLosers,
} from './impact.ts'
export { winnerBins } from './impact.ts'
export { groupUnits, type ImpactPopulation } from './impact-frame.ts'
export { type ColumnOf, impactOfColumns, impactsAgainst } from './impact-of-columns.ts'
export { type ImpactRun, ImpactSession, impactWorker, openImpactSession } from './impact-session.ts'
export { cutIncomeGroups, type IncomeGroup } from './income-groups.ts'
export {
  type Definition,
  type OutcomeName,
  standardError as howErrorsAreTaken,
} from './outcome-definitions.ts'
export {
  conventionNamed,
  type OutcomeTable,
  type Programme,
  parseOutcomeTable,
  readOutcomeTable,
  variablesOf,
} from './outcome-table.ts'
export { type PolicyEngineImpact, policyEngineConvention, policyEngineImpact } from './policyengine-impact.ts'
export { sortedOrder } from './sorted-order.ts'
export { standardError } from './standard-errors.ts'
export { weightedQuantiles } from './weighted-quantiles.ts'
