/** Values of one situation under one law, of every node of the program: small enough for the reference back-end. */
import type { Population } from '../backends/backend.ts'
import { evaluate, type NodeValue } from '../backends/reference/reference-backend.ts'
import type { SituationValue } from '../direct/situation.ts'
import type { ParameterTree } from '../parameters/parameter-tree.ts'
import type { Catalogue, CatalogueVariable } from './catalogue.ts'
import type { CompiledModel } from './model.ts'
import { parameterValues } from './reformed-law.ts'

/** A value as people know it: a number, true or false, or a category by its name. */
export type HouseholdValue = SituationValue

export class HouseholdValues {
  readonly #model: CompiledModel
  readonly #population: Population
  readonly #nodes: (NodeValue | undefined)[]
  readonly #nodeOf: ReadonlyMap<string, number>
  readonly #parameters: ReadonlyMap<string, number>

  constructor(model: CompiledModel, population: Population, law: ParameterTree, year: number) {
    const { program } = model
    this.#model = model
    this.#population = population
    this.#nodeOf = new Map(program.variables.map(({ name, node }) => [name, node]))
    this.#parameters = parameterValues(law, year)
    this.#nodes = evaluate(program, population, this.#parameters, [...this.#nodeOf.values()])
  }

  /** One value for each record of the variable's entity, in rows. Inputs that are not stated are 0, false or the first category. */
  values(variable: CatalogueVariable): readonly HouseholdValue[] {
    const { count, columns } = this.#population.entities[variable.entity]!
    const node = this.#nodeOf.get(variable.name)
    const values = node === undefined ? (columns.get(variable.name) ?? 0) : this.#nodes[node]!
    return Array.from({ length: count }, (_, row) =>
      namedValue(this.#model.catalogue, variable, typeof values === 'number' ? values : values[row]!),
    )
  }

  /** The value of a parameter leaf. */
  parameter(path: string): HouseholdValue {
    const value = this.#parameters.get(path)!
    return this.#model.law.leaves[this.#model.law.position(path)]!.type === 'bool' ? value !== 0 : value
  }
}

/** A number of a column as a value of the variable; never −0. */
export function namedValue({ enums }: Catalogue, { type }: CatalogueVariable, value: number): HouseholdValue {
  if (type === 'bool') return value !== 0
  return enums.get(type)?.values[value] ?? (value === 0 ? 0 : value)
}
