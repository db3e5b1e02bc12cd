/**
 * The engine as a script or a service uses it: open a law, open a population, ask for impacts, columns and households.
 *
 * The command line prints what this answers.
 */

export type { HouseholdAlongAxes } from './axes/household-along-axes.ts'
export { splitAxes } from './axes/split-axes.ts'
export { type BudgetOfYear, type BudgetWindow, budgetOfYears, budgetWindow } from './budget-window.ts'
export {
  calculateHousehold,
  type HouseholdRequest,
  type HouseholdResult,
  type HouseholdVariable,
  variableNamed,
} from './calculate-household.ts'
export type { Catalogue, CatalogueVariable } from './catalogue.ts'
export { DEFAULT_DATASET, DEFAULT_REACH, DEFAULT_YEAR } from './defaults.ts'
export { type ChangedValue, changedValues } from './describe/changed-values.ts'
export { compareReforms } from './describe/compare-reforms.ts'
export { describeModel } from './describe/describe-model.ts'
export { type DescribedParameter, listParameter, parametersNamed } from './describe/describe-parameter.ts'
export { type DescribedVariable, describeVariable, listVariable } from './describe/describe-variable.ts'
export { findParameters } from './describe/find-parameters.ts'
export { type Chart, impactCharts } from './describe/impact-charts.ts'
export { matchesWords } from './describe/matches-words.ts'
export { type ParameterGroupCard, parameterGroup } from './describe/parameter-group.ts'
export type {
  EarningsCurve,
  EarningsKink,
  EarningsPoint,
  EarningsVariation,
} from './earnings/earnings-curve.ts'
export type { EarningsGrid } from './earnings/earnings-grid.ts'
export type { Grid } from './earnings/grid-values.ts'
export { engineVersion } from './engine-version.ts'
export type { ExplanationLine } from './explain-household.ts'
export type { Assumption } from './fill-situation.ts'
export type { HouseholdValue } from './household-values.ts'
export { compareLocks, type Difference, type LockComparison } from './lock/compare-locks.ts'
export type { LockRequest } from './lock/compute-lock.ts'
export type { Lock } from './lock/lock.ts'
export {
  type CompiledModel,
  cardOf,
  compiledModel,
  type Model,
  type ModelPopulation,
  type PopulationOptions,
} from './model.ts'
export { type OpenModelOptions, openModel } from './open-model.ts'
export type { CompiledPopulation } from './open-population.ts'
export type { RateCalculator, RatePerson, RateRequest, RatesOfTax } from './rates/rate-calculator.ts'
export type { RateSummary } from './rates/rate-summary.ts'
export type { IncentiveRequest } from './rates/work-incentives/compute-incentives.ts'
export type { EarnerGroup, WorkIncentives } from './rates/work-incentives/work-incentives.ts'
export {
  parameterValues,
  readReformFile,
  reformedLaw,
  reformedParameters,
  refuseFormulas,
} from './reformed-law.ts'
export { reformedModel } from './reformed-model.ts'
export { type Assumptions, type Elasticities, readAssumptionFile } from './response/assumptions.ts'
export type { ImpactWithResponse, ResponseTotals } from './response/impact-with-response.ts'
export type { ImpactOn, ModelledLaw, PopulationOfModels } from './structural-impact.ts'

export type { DatasetRows } from './summary/dataset-rows.ts'
export { type ChangeRequest, explainChange } from './why/explain-change.ts'
export type { ContributionLine, ExplainedChange, IdleParameter } from './why/explained-change.ts'
export type { PathwayStep } from './why/pathway.ts'

/** Loads what sorts columns only when it is called. */
export async function summariseColumns(
  ...args: Parameters<typeof import('./summary/summarise-columns.ts').summariseColumns>
) {
  const { summariseColumns } = await import('./summary/summarise-columns.ts')
  return summariseColumns(...args)
}

/** Loads what sorts columns only when it is called. */
export async function datasetColumns(
  ...args: Parameters<typeof import('./summary/dataset-columns.ts').datasetColumns>
) {
  const { datasetColumns } = await import('./summary/dataset-columns.ts')
  return datasetColumns(...args)
}

/** Loads what groups records only when it is called. */
export async function groupingsFor(
  ...args: Parameters<typeof import('./summary/groupings.ts').groupingsFor>
) {
  const { groupingsFor } = await import('./summary/groupings.ts')
  return groupingsFor(...args)
}

/** Loads what reads all columns only when it is called. */
export async function columnTotals(
  ...args: Parameters<typeof import('./summary/column-totals.ts').columnTotals>
) {
  const { columnTotals } = await import('./summary/column-totals.ts')
  return columnTotals(...args)
}

/** Loads what reads records only when it is called. */
export async function datasetRows(
  ...args: Parameters<typeof import('./summary/dataset-rows.ts').datasetRows>
) {
  const { datasetRows } = await import('./summary/dataset-rows.ts')
  return datasetRows(...args)
}

/** Loads what reads lockfiles only when it is called. */
export async function requestOf(...args: Parameters<typeof import('./lock/read-lock.ts').requestOf>) {
  const { requestOf } = await import('./lock/read-lock.ts')
  return requestOf(...args)
}

/** Loads what makes and compares lockfiles only when it is called. */
export async function lockOn(...args: Parameters<typeof import('./lock/compute-lock.ts').lockOn>) {
  const { lockOn } = await import('./lock/compute-lock.ts')
  return lockOn(...args)
}

/** Loads what makes and compares lockfiles only when it is called. */
export async function computeLock(...args: Parameters<typeof import('./lock/compute-lock.ts').computeLock>) {
  const { computeLock } = await import('./lock/compute-lock.ts')
  return computeLock(...args)
}

/** Loads what has to do with country packages only when it is called. */
export async function openCountryModel(
  ...args: Parameters<typeof import('./country/open-country-model.ts').openCountryModel>
) {
  const { openCountryModel } = await import('./country/open-country-model.ts')
  return openCountryModel(...args)
}

/** Loads what runs populations only when it is called. */
export async function openPopulation(
  ...args: Parameters<typeof import('./open-population.ts').openPopulation>
) {
  const { openPopulation } = await import('./open-population.ts')
  return openPopulation(...args)
}

/** Loads what runs two programs only when it is called. */
export async function openPopulationOfModels(
  ...args: ConstructorParameters<typeof import('./structural-impact.ts').PopulationOfModels>
) {
  const { PopulationOfModels } = await import('./structural-impact.ts')
  return new PopulationOfModels(...args)
}

/** Loads what compares two programs only when it is called. */
export async function structuralImpact(
  ...args: Parameters<typeof import('./structural-impact.ts').structuralImpact>
) {
  const { structuralImpact } = await import('./structural-impact.ts')
  return structuralImpact(...args)
}

/** Loads what compares two programs only when it is called. */
export async function structuralBaseline(
  ...args: Parameters<typeof import('./structural-impact.ts').structuralBaseline>
) {
  const { structuralBaseline } = await import('./structural-impact.ts')
  return structuralBaseline(...args)
}

/** Loads what differentiates the law only when it is called. */
export async function openRates(...args: Parameters<typeof import('./rates/rate-calculator.ts').openRates>) {
  const { openRates } = await import('./rates/rate-calculator.ts')
  return openRates(...args)
}

/** Loads what differentiates the law only when it is called. */
export async function populationRates(
  ...args: Parameters<typeof import('./rates/rate-summary.ts').populationRates>
) {
  const { populationRates } = await import('./rates/rate-summary.ts')
  return populationRates(...args)
}

/** Loads what differentiates the law only when it is called. */
export async function workIncentives(
  ...args: Parameters<typeof import('./rates/work-incentives/compute-incentives.ts').workIncentives>
) {
  const { workIncentives } = await import('./rates/work-incentives/compute-incentives.ts')
  return workIncentives(...args)
}

/** Loads what computes responses only when it is called. */
export async function impactWithResponse(
  ...args: Parameters<typeof import('./response/impact-with-response.ts').impactWithResponse>
) {
  const { impactWithResponse } = await import('./response/impact-with-response.ts')
  return impactWithResponse(...args)
}

/** Loads what compiles the law for a grid only when it is called. */
export async function householdAlongAxes(
  ...args: Parameters<typeof import('./axes/household-along-axes.ts').householdAlongAxes>
) {
  const { householdAlongAxes } = await import('./axes/household-along-axes.ts')
  return householdAlongAxes(...args)
}

/** Loads what differentiates the law only when it is called. */
export async function earningsGrid(
  ...args: Parameters<typeof import('./earnings/earnings-grid.ts').earningsGrid>
) {
  const { earningsGrid } = await import('./earnings/earnings-grid.ts')
  return earningsGrid(...args)
}

/** Loads what differentiates the law only when it is called. */
export async function earningsVariation(
  ...args: Parameters<typeof import('./earnings/earnings-curve.ts').earningsVariation>
) {
  const { earningsVariation } = await import('./earnings/earnings-curve.ts')
  return earningsVariation(...args)
}
