import type { Population } from '../../backends/backend.ts'
import type { CatalogueVariable } from '../catalogue.ts'
import type { VariedInput } from './repeat-situation.ts'

/** Incomes that move in copies of a situation, each with what it is part of: that moves by as much. */
export class MovedInputs {
  readonly #situation: Population
  readonly #copies: number
  readonly #varied = new Map<string, VariedInput>()

  constructor(situation: Population, copies: number) {
    this.#situation = situation
    this.#copies = copies
  }

  get all(): VariedInput[] {
    return [...this.#varied.values()]
  }

  /**
   * moving   the income and what it is part of
   * row      of the record whose income it is
   * amounts  of the income, one a copy
   */
  move(moving: readonly CatalogueVariable[], row: number, amounts: Float64Array): void {
    const [income, ...wholes] = moving as [CatalogueVariable, ...CatalogueVariable[]]
    const stated = this.#situation.entities[income.entity]!.columns.get(income.name)?.[row] ?? 0
    this.#set(income, row, amounts)
    for (const whole of wholes) {
      const at = rowIn(this.#situation, income.entity, whole.entity, row)
      const before = this.#valuesOf(whole, at)
      this.#set(
        whole,
        at,
        before.map((value, copy) => value + amounts[copy]! - stated),
      )
    }
  }

  #set({ entity, name: input }: CatalogueVariable, row: number, values: Float64Array): void {
    this.#varied.set(`${entity}.${row}.${input}`, { entity, input, row, values })
  }

  #valuesOf({ entity, name }: CatalogueVariable, row: number): Float64Array {
    const stated = this.#situation.entities[entity]!.columns.get(name)?.[row] ?? 0
    return this.#varied.get(`${entity}.${row}.${name}`)?.values ?? new Float64Array(this.#copies).fill(stated)
  }
}

/** Row of a record in `entity`: its own, or that of its group. */
export function rowIn({ relations }: Population, own: string, entity: string, row: number): number {
  return entity === own ? row : relations[`${own}.${entity}`]![row]!
}
