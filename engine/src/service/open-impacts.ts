/** Impacts over the populations that all requests share, also of reforms that change formulas. */
import { type Model, type ModelledLaw, type ModelPopulation, structuralBaseline } from '../model/index.ts'
import type { Impact } from '../outcomes/index.ts'
import type { ParameterTree } from '../parameters/parameter-tree.ts'
import type { PopulationShelf } from './population-shelf.ts'

export interface ImpactSubject {
  readonly dataset: string
  readonly year: number
  readonly convention?: string | undefined
}

/** Asks for `law` when its turn has come. Throws what `PopulationShelf.use` and computing an impact throw. */
export type ImpactsAgainst = (law: () => ParameterTree, signal: AbortSignal) => Promise<Impact>

/**
 * Impacts of one law after another against `before`, all by the formulas of `after`. Where those are the formulas of
 * `before`, its results are kept with the population; else they are computed now, and kept here.
 */
export async function openImpacts(
  populations: PopulationShelf,
  { dataset, year, convention }: ImpactSubject,
  before: ModelledLaw,
  after: Model,
  signal: AbortSignal,
  isBackground = false,
): Promise<ImpactsAgainst> {
  const use = <T>(
    of: Model,
    work: (population: ModelPopulation, turn: AbortSignal) => Promise<T>,
    during: AbortSignal,
  ) => populations.use(dataset, year, work, during, { isBackground, model: of })
  if (before.model === after) {
    const plain = async (population: ModelPopulation, law: ParameterTree, turn: AbortSignal) =>
      (await population.impact(before.law, law, convention, { signal: turn })).impact
    return (law, during) => use(after, (population, turn) => plain(population, law(), turn), during)
  }
  const impactOn = await use(
    before.model,
    (population, turn) => structuralBaseline(population, before, convention, { signal: turn }),
    signal,
  )
  return (law, during) =>
    use(after, (population, turn) => impactOn(population, law(), { signal: turn }), during)
}
