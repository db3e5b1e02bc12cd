import type { Population } from '../../backends/backend.ts'

/** An input of one record, with a value for each copy. */
export interface VariedInput {
  readonly entity: string
  readonly input: string
  readonly row: number
  readonly values: Float64Array
}

/** `situation` `copies` times, one copy after the other, with what varies between them. */
export function repeatSituation(
  { entities, relations }: Population,
  copies: number,
  varied: readonly VariedInput[],
): Population {
  const repeated = Object.entries(entities).map(([entity, { count, columns }]) => {
    const copied = new Map([...columns].map(([name, values]) => [name, repeat(values, copies)]))
    for (const { input, row, values } of varied.filter(one => one.entity === entity)) {
      const column = copied.get(input) ?? new Float64Array(count * copies)
      values.forEach((value, copy) => {
        column[copy * count + row] = value
      })
      copied.set(input, column)
    }
    return [entity, { count: count * copies, columns: copied }] as const
  })
  const shifted = Object.entries(relations).map(([name, ones]) => {
    const groups = entities[name.split('.')[1]!]!.count
    return [name, shift(ones, copies, groups)] as const
  })
  return { entities: Object.fromEntries(repeated), relations: Object.fromEntries(shifted) }
}

function repeat(values: Float64Array, times: number): Float64Array {
  const repeated = new Float64Array(values.length * times)
  for (let copy = 0; copy < times; copy++) repeated.set(values, copy * values.length)
  return repeated
}

function shift(ones: Int32Array, times: number, groups: number): Int32Array {
  const shifted = new Int32Array(ones.length * times)
  for (let copy = 0; copy < times; copy++)
    for (let row = 0; row < ones.length; row++) shifted[copy * ones.length + row] = ones[row]! + copy * groups
  return shifted
}
