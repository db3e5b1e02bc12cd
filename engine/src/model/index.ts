/**
 * The engine as a script or a service uses it: open a law, open a population, ask for impacts, columns and households.
 *
 * The command line prints what this answers.
 */
export { type BudgetOfYear, type BudgetWindow, budgetWindow } from './budget-window.ts'
export {
  calculateHousehold,
  type HouseholdRequest,
  type HouseholdResult,
  type HouseholdVariable,
  variableNamed,
} from './calculate-household.ts'
export type { Catalogue, CatalogueVariable } from './catalogue.ts'
export { DEFAULT_DATASET, DEFAULT_YEAR } from './defaults.ts'
export { type ChangedValue, changedValues } from './describe/changed-values.ts'
export { type DescribedParameter, describeParameter, parametersNamed } from './describe/describe-parameter.ts'
export { type DescribedVariable, describeVariable, listVariable } from './describe/describe-variable.ts'
export { matchesWords } from './describe/matches-words.ts'
export type {
  EarningsCurve,
  EarningsKink,
  EarningsPoint,
  EarningsVariation,
} from './earnings/earnings-curve.ts'
export { engineVersion } from './engine-version.ts'
export type { ExplanationLine } from './explain-household.ts'
export type { Assumption } from './fill-situation.ts'
export type { HouseholdValue } from './household-values.ts'
export { compareLocks, type Difference, type LockComparison } from './lock/compare-locks.ts'
export type { LockRequest } from './lock/compute-lock.ts'
export type { Lock } from './lock/lock.ts'
export { type Model, type OpenModelOptions, openModel } from './open-model.ts'
export type { ModelPopulation, PopulationOptions } from './open-population.ts'
export type { RateCalculator, RatePerson, RateRequest, RatesOfTax } from './rates/rate-calculator.ts'
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
export type { ModelledLaw, PopulationOfModels } from './structural-impact.ts'

export { type ChangeRequest, explainChange } from './why/explain-change.ts'
export type { ContributionLine, ExplainedChange, IdleParameter } from './why/explained-change.ts'
export type { PathwayStep } from './why/pathway.ts'

/** Loads what makes and compares lockfiles only when it is called. */
export async function computeLock(...args: Parameters<typeof import('./lock/compute-lock.ts').computeLock>) {
  const { computeLock } = await import('./lock/compute-lock.ts')
  return computeLock(...args)
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

/** Loads what differentiates the law only when it is called. */
export async function openRates(...args: Parameters<typeof import('./rates/rate-calculator.ts').openRates>) {
  const { openRates } = await import('./rates/rate-calculator.ts')
  return openRates(...args)
}

/** Loads what computes responses only when it is called. */
export async function impactWithResponse(
  ...args: Parameters<typeof import('./response/impact-with-response.ts').impactWithResponse>
) {
  const { impactWithResponse } = await import('./response/impact-with-response.ts')
  return impactWithResponse(...args)
}

/** Loads what differentiates the law only when it is called. */
export async function earningsVariation(
  ...args: Parameters<typeof import('./earnings/earnings-curve.ts').earningsVariation>
) {
  const { earningsVariation } = await import('./earnings/earnings-curve.ts')
  return earningsVariation(...args)
}
