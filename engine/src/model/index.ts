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
export type { ExplanationLine } from './explain-household.ts'
export type { Assumption } from './fill-situation.ts'
export type { HouseholdValue } from './household-values.ts'
export { type Model, type OpenModelOptions, openModel } from './open-model.ts'
export type { ModelPopulation, PopulationOptions } from './open-population.ts'
export type { RateCalculator, RatePerson, RateRequest, RatesOfTax } from './rates/rate-calculator.ts'
export { parameterValues, readReformFile, reformedLaw } from './reformed-law.ts'
export { type Assumptions, type Elasticities, readAssumptionFile } from './response/assumptions.ts'
export type { ImpactWithResponse, ResponseTotals } from './response/impact-with-response.ts'

/** Loads what runs populations only when it is called. */
export async function openPopulation(
  ...args: Parameters<typeof import('./open-population.ts').openPopulation>
) {
  const { openPopulation } = await import('./open-population.ts')
  return openPopulation(...args)
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
