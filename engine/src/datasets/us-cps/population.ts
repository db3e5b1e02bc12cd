/** `us-cps` as it lies in the cache: rebuilt once, amounts of the first year, not yet aged. */
import type { EntityName, RelationName } from '../dataset.ts'

/** The narrowest array that holds a column exactly. */
export type StoredColumn = Int8Array | Int16Array | Int32Array | Float64Array

export interface StoredEntity {
  readonly count: number
  readonly columns: ReadonlyMap<string, StoredColumn>
}

export interface Population {
  readonly entities: Readonly<Record<EntityName, StoredEntity>>
  readonly relations: Readonly<Record<RelationName, Int32Array>>
  /** By year: hundredths of tax units that each record stands for. */
  readonly weights: ReadonlyMap<number, StoredColumn>
  /** Growth over the year before, by year and then by the name of the factor. */
  readonly growthFactors: ReadonlyMap<number, ReadonlyMap<string, number>>
}

/** `values` in the narrowest array that holds them exactly, or undefined when all are zero. */
export function narrow(values: Float64Array): StoredColumn | undefined {
  let low = 0
  let high = 0
  for (const value of values) {
    if (!Number.isInteger(value) || Object.is(value, -0)) return values
    if (value < low) low = value
    else if (value > high) high = value
  }
  if (low === 0 && high === 0) return undefined
  const holds = (bits: number) => low >= -(2 ** (bits - 1)) && high < 2 ** (bits - 1)
  if (holds(8)) return Int8Array.from(values)
  if (holds(16)) return Int16Array.from(values)
  return holds(32) ? Int32Array.from(values) : values
}
