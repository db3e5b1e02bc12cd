/** The impact of a reform whose formulas are others than the baseline's: two programs, one population. */
import { conventionNamed, type Impact, impactsAgainst, variablesOf } from '../outcomes/index.ts'
import type { ParameterTree } from '../parameters/parameter-tree.ts'
import type { CompiledModel, Model, ModelPopulation, PopulationOptions } from './model.ts'
import type { CompiledPopulation } from './open-population.ts'

/** Formulas and parameters. */
export interface ModelledLaw {
  readonly model: Model
  readonly law: ParameterTree
}

/** A dataset of one year, laid out for one model at a time: the one that was last asked for. */
export class PopulationOfModels {
  readonly #open: (model: Model) => Promise<ModelPopulation>
  #last: { readonly model: Model; readonly population: ModelPopulation } | undefined

  constructor(dataset: string, year: number, options: PopulationOptions = {}) {
    this.#open = model => model.openPopulation(dataset, year, options)
  }

  /** Throws what opening a population throws. Closes the population of the model that was asked for before. */
  of(model: CompiledModel): Promise<CompiledPopulation>
  of(model: Model): Promise<ModelPopulation>
  async of(model: Model): Promise<ModelPopulation> {
    if (this.#last?.model !== model) {
      await this.close()
      this.#last = { model, population: await this.#open(model) }
    }
    return this.#last.population
  }

  async close(): Promise<void> {
    const last = this.#last
    this.#last = undefined
    await last?.population.close()
  }
}

/** Answers with the population of a model, which need not be that of another model before. */
export interface PopulationsOfModels {
  of(model: Model): Promise<Pick<ModelPopulation, 'dataset' | 'columnsUnder'>>
}

/** What changes from `before` to `after`. Throws `E_CONVENTION_UNKNOWN`, `E_OUTCOME_VALUE`. */
export async function structuralImpact(
  populations: PopulationsOfModels,
  before: ModelledLaw,
  after: ModelledLaw,
  convention = 'default',
): Promise<Impact> {
  const impactOn = await structuralBaseline(await populations.of(before.model), before, convention)
  return impactOn(await populations.of(after.model), after.law)
}

/** Answers what a law, on the population of its own model, changes from the baseline. */
export type ImpactOn = (
  population: Pick<ModelPopulation, 'columnsUnder'>,
  law: ParameterTree,
  options?: { readonly signal?: AbortSignal },
) => Promise<Impact>

/**
 * A baseline for laws of other formulas, on the population of its model: what it alone determines is computed here, and
 * kept. Throws what `structuralImpact` throws.
 */
export async function structuralBaseline(
  population: Pick<ModelPopulation, 'dataset' | 'columnsUnder'>,
  { model, law }: ModelledLaw,
  convention = 'default',
  options: { readonly signal?: AbortSignal } = {},
): Promise<ImpactOn> {
  const table = model.outcomes()
  const variables = variablesOf(table, conventionNamed(table, convention))
  const before = await population.columnsUnder(law, variables, options)
  const impactOf = impactsAgainst(population.dataset, table, name => before.get(name)!, convention)
  return async (of, reform, within = {}) => {
    const after = await of.columnsUnder(reform, variables, within)
    return impactOf(name => after.get(name)!)
  }
}
