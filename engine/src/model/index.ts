/**
 * The engine as a script or a service uses it: open a law, open a population, ask for impacts, columns and households.
 *
 * The command line prints what this answers.
 */
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
export { parameterValues, readReformFile, reformedLaw } from './reformed-law.ts'

/** Loads what runs populations only when it is called. */
export async function openPopulation(
  ...args: Parameters<typeof import('./open-population.ts').openPopulation>
) {
  const { openPopulation } = await import('./open-population.ts')
  return openPopulation(...args)
}
