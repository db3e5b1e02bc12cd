/** A population of a country package as commands and routes know populations: its impacts come of whole columns. */
import type { Columns } from '../../backends/backend.ts'
import type { ArrangedRows } from '../../backends/wasm/partitioned/index.ts'
import { type CountryPopulation, type CountryReform, noReform } from '../../country/index.ts'
import { ReformlabError } from '../../errors/index.ts'
import {
  type ColumnOf,
  conventionNamed,
  type Impact,
  type ImpactPopulation,
  impactsAgainst,
  variablesOf,
} from '../../outcomes/index.ts'
import type { ParameterTree } from '../../parameters/parameter-tree.ts'
import type { Model, ModelPopulation, PopulationImpact } from '../model.ts'
import { arrangeCountry, arranged, weightsOf } from './arrange-population.ts'
import { changesInTree } from './country-changes.ts'
import { amountsOf, titlesOf } from './year-columns.ts'

interface Within {
  readonly signal?: AbortSignal
}

interface Baseline {
  readonly law: ParameterTree
  readonly convention: string
  readonly impactOf: (after: ColumnOf) => Impact
}

/** Of a model its `law` and `outcomes()` are read; `facts` say what the population is called. */
export async function reportPopulation(
  model: Model,
  opened: CountryPopulation,
  facts: Pick<ImpactPopulation, 'name' | 'hash'>,
): Promise<ReportedPopulation> {
  const rows = arrangeCountry(opened)
  const { weights } = model.outcomes()
  const population = new ReportedPopulation(model, opened, rows, {
    ...{ ...facts, access: 'public', year: opened.year, tiles: rows, relations: rows.relations },
    weight: weightsOf(opened.law, rows, undefined),
  })
  if (weights === null) return population
  const { entity } = opened.law.variable(weights)
  const column = (await population.columnsUnder(model.law, [weights])).get(weights)!
  const weight = weightsOf(opened.law, rows, { entity, column })
  return new ReportedPopulation(model, opened, rows, { ...population.dataset, weight })
}

export class ReportedPopulation implements ModelPopulation {
  readonly dataset: ImpactPopulation
  readonly #model: Model
  readonly #opened: CountryPopulation
  readonly #rows: ArrangedRows
  #baseline: Baseline | undefined

  constructor(model: Model, opened: CountryPopulation, rows: ArrangedRows, dataset: ImpactPopulation) {
    this.#model = model
    this.#opened = opened
    this.#rows = rows
    this.dataset = dataset
  }

  async moveTo(value: number): Promise<void> {
    const { name, year } = this.dataset
    if (value !== year) throw new ReformlabError('E_DATASET_YEAR', { name, value, first: year, last: year })
  }

  async impact(
    baseline: ParameterTree,
    reform: ParameterTree,
    convention = 'default',
    within: Within = {},
  ): Promise<PopulationImpact> {
    const variables = this.#variables(convention)
    const { impactOf } = await this.#against(baseline, convention, variables, within)
    const after = await this.columnsUnder(reform, variables, within)
    return { impact: impactOf(name => after.get(name)!) }
  }

  async columnsUnder(
    law: ParameterTree,
    variables: readonly string[],
    { signal }: Within = {},
  ): Promise<Columns> {
    const table = this.#model.outcomes()
    const { year } = this.#opened
    const titles = titlesOf(variables, table.monthly, year)
    const columns = await this.#opened.columns(titles, this.#reformOf(law), signal)
    return new Map(
      variables.map(name => {
        const { entity } = this.#opened.law.variable(name)
        return [name, arranged(this.#rows, entity, amountsOf(columns, name, table, year))]
      }),
    )
  }

  close(): Promise<void> {
    return this.#opened.close()
  }

  async #against(
    law: ParameterTree,
    convention: string,
    variables: readonly string[],
    within: Within,
  ): Promise<Baseline> {
    const last = this.#baseline
    if (last?.law === law && last.convention === convention) return last
    const before = await this.columnsUnder(law, variables, within)
    const impactOf = impactsAgainst(
      this.dataset,
      this.#model.outcomes(),
      name => before.get(name)!,
      convention,
    )
    this.#baseline = { law, convention, impactOf }
    return this.#baseline
  }

  #variables(convention: string): string[] {
    const table = this.#model.outcomes()
    return variablesOf(table, conventionNamed(table, convention))
  }

  #reformOf(law: ParameterTree): CountryReform {
    if (law === this.#model.law) return noReform
    return this.#opened.law.reformOfChanges(changesInTree(this.#model.law, law))
  }
}
