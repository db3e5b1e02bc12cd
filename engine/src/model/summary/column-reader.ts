/** Values of inputs and variables, those under the law as it stands, as columns of any entity that has them. */
import type { EntityName, RelationName } from '../../datasets/index.ts'
import type { CatalogueVariable } from '../catalogue.ts'
import type { CompiledModel } from '../model.ts'
import type { CompiledPopulation } from '../open-population.ts'
import { entityOf } from './dataset-columns.ts'

export class ColumnReader {
  readonly population: CompiledPopulation
  readonly #computed: ReadonlyMap<string, Float64Array>

  private constructor(population: CompiledPopulation, computed: ReadonlyMap<string, Float64Array>) {
    this.population = population
    this.#computed = computed
  }

  /** Computes what of `variables` is no input. */
  static async open(
    model: CompiledModel,
    population: CompiledPopulation,
    variables: readonly CatalogueVariable[],
  ): Promise<ColumnReader> {
    const computed = new Set(variables.filter(({ kind }) => kind === 'variable').map(({ name }) => name))
    return new ColumnReader(population, await population.columnsUnder(model.law, [...computed]))
  }

  /** One value a record of its own entity; 0 where the population has no such column. */
  values(variable: CatalogueVariable): Float64Array {
    const entity = entityOf(variable)
    return (
      this.#computed.get(variable.name) ??
      this.population.column(entity, variable.name) ??
      new Float64Array(this.population.dataset.entities[entity].count)
    )
  }

  /** One value a record of `entity`, which is the variable's own or a member of it. */
  valuesFor(entity: EntityName, variable: CatalogueVariable): Float64Array {
    return this.spread(entity, entityOf(variable), this.values(variable))
  }

  /** Gives each record of `entity` the value of the group of `of` that it belongs to. */
  spread(entity: EntityName, of: EntityName, values: Float64Array): Float64Array {
    if (entity === of) return values
    const groups = this.population.dataset.relations[`${entity}.${of}` as RelationName]
    return Float64Array.from(groups, group => values[group]!)
  }
}

const around: Readonly<Record<EntityName, readonly EntityName[]>> = {
  person: ['person', 'tax_unit', 'household'],
  tax_unit: ['tax_unit', 'household'],
  household: ['household'],
}

/** The entity and those it is a member of. */
export const entitiesAround = (entity: EntityName): readonly EntityName[] => around[entity]
