/** One situation at many amounts of one income: values, slopes and jumps of the law's variables, all amounts at once. */
import type { Population } from '../../backends/backend.ts'
import { evaluate } from '../../backends/reference/reference-backend.ts'
import { jumpName, type Side, slopeName } from '../../derivatives/index.ts'
import type { ParameterTree } from '../../parameters/parameter-tree.ts'
import type { Program } from '../../program/index.ts'
import type { CatalogueVariable } from '../catalogue.ts'
import { moverOf } from '../rates/moving-income.ts'
import { parameterValues } from '../reformed-law.ts'

/** A variable of one record at one amount; slopes are per dollar to the right, jumps what is added at the very point. */
export interface PointValue {
  readonly value: number
  readonly slope: Readonly<Record<Side, number>>
  readonly jump: Readonly<Record<Side, number>>
}

export class SituationSweep {
  readonly #situation: Population
  readonly #moving: readonly CatalogueVariable[]
  readonly #row: number
  readonly #own: number
  readonly #parameters: ReadonlyMap<string, number>

  /**
   * moving  the income and what it is part of; all move by as much
   * row     of the record whose income it is
   */
  constructor(
    situation: Population,
    moving: readonly CatalogueVariable[],
    row: number,
    law: ParameterTree,
    year: number,
  ) {
    this.#situation = situation
    this.#moving = moving
    this.#row = row
    const [{ entity, name }] = moving as [CatalogueVariable]
    this.#own = situation.entities[entity]!.columns.get(name)?.[row] ?? 0
    this.#parameters = parameterValues(law, year)
  }

  /** Records of an entity in the situation. */
  rowsOf(entity: string): number {
    return this.#situation.entities[entity]!.count
  }

  /** `program` is one with slopes. For each of `variables`: by amount and row. */
  at(
    program: Program,
    amounts: readonly number[],
    variables: readonly string[],
  ): ReadonlyMap<string, (amount: number, row: number) => PointValue> {
    const population = this.#copies(amounts)
    const nodeOf = new Map(program.variables.map(({ name, node }) => [name, node]))
    const names = (variable: string) => [
      variable,
      ...(['right', 'left'] as const).flatMap(side => [slopeName(variable, side), jumpName(variable, side)]),
    ]
    const targets = variables.flatMap(variable => names(variable).map(name => nodeOf.get(name)!))
    const values = evaluate(program, population, this.#parameters, targets)
    const entityOf = new Map(program.variables.map(({ name, entity }) => [name, entity]))
    return new Map(
      variables.map(variable => {
        const { count } = this.#situation.entities[entityOf.get(variable)!]!
        const [own, rightSlope, rightJump, leftSlope, leftJump] = names(variable).map(name => {
          const column = values[nodeOf.get(name)!]!
          return (at: number) => (typeof column === 'number' ? column : column[at]!)
        }) as [Read, Read, Read, Read, Read]
        return [
          variable,
          (amount: number, row: number) => {
            const at = amount * count + row
            return {
              value: own(at),
              slope: { right: rightSlope(at), left: leftSlope(at) },
              jump: { right: rightJump(at), left: leftJump(at) },
            }
          },
        ]
      }),
    )
  }

  /** The situation once for each amount. */
  #copies(amounts: readonly number[]): Population {
    const { entities, relations } = this.#situation
    const movers = new Set(this.#moving.map(({ entity }) => entity))
    const copied = Object.entries(entities).map(([name, { count, columns }]) => {
      const repeated = new Map(
        [...columns].map(([column, values]) => [column, repeat(values, amounts.length)]),
      )
      for (const { entity, name: input } of this.#moving) {
        if (entity !== name) continue
        const values = repeated.get(input) ?? new Float64Array(count * amounts.length)
        amounts.forEach((amount, copy) => {
          const at = copy * count + this.#rowIn(entity)
          values[at] = input === this.#moving[0]!.name ? amount : values[at]! + amount - this.#own
        })
        repeated.set(input, values)
      }
      if (movers.has(name)) {
        const moves = new Float64Array(count * amounts.length)
        amounts.forEach((_, copy) => {
          moves[copy * count + this.#rowIn(name)] = 1
        })
        repeated.set(moverOf(name), moves)
      }
      return [name, { count: count * amounts.length, columns: repeated }] as const
    })
    const shifted = Object.entries(relations).map(([name, ones]) => {
      const groups = entities[name.split('.')[1]!]!.count
      return [
        name,
        Int32Array.from({ length: ones.length * amounts.length }, (_, i) => {
          const copy = Math.floor(i / ones.length)
          return ones[i % ones.length]! + copy * groups
        }),
      ] as const
    })
    return { entities: Object.fromEntries(copied), relations: Object.fromEntries(shifted) }
  }

  /** Row of the mover in an entity: its own, or that of its group. */
  #rowIn(entity: string): number {
    const own = this.#moving[0]!.entity
    return entity === own ? this.#row : this.#situation.relations[`${own}.${entity}`]![this.#row]!
  }
}

type Read = (at: number) => number

function repeat(values: Float64Array, times: number): Float64Array {
  const repeated = new Float64Array(values.length * times)
  for (let copy = 0; copy < times; copy++) repeated.set(values, copy * values.length)
  return repeated
}
