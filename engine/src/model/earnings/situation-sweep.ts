/** One situation at many amounts of one income: values, slopes and jumps of the law's variables, all amounts at once. */
import type { Population } from '../../backends/backend.ts'
import { evaluate } from '../../backends/reference/reference-backend.ts'
import { jumpName, type Side, slopeName } from '../../derivatives/index.ts'
import type { ParameterTree } from '../../parameters/parameter-tree.ts'
import type { Program } from '../../program/index.ts'
import { MovedInputs, rowIn } from '../axes/moved-inputs.ts'
import { repeatSituation, type VariedInput } from '../axes/repeat-situation.ts'
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
    const moved = new MovedInputs(this.#situation, amounts.length)
    moved.move(this.#moving, this.#row, Float64Array.from(amounts))
    return repeatSituation(this.#situation, amounts.length, [
      ...moved.all,
      ...moversOf(this.#situation, this.#moving, this.#row, amounts.length),
    ])
  }
}

type Read = (at: number) => number

/** What marks the records that move in each copy. */
export function moversOf(
  situation: Population,
  moving: readonly CatalogueVariable[],
  row: number,
  copies: number,
): VariedInput[] {
  const own = moving[0]!.entity
  const entities = [...new Set(moving.map(({ entity }) => entity))]
  const values = new Float64Array(copies).fill(1)
  return entities.map(entity => ({
    entity,
    input: moverOf(entity),
    row: rowIn(situation, own, entity, row),
    values,
  }))
}
