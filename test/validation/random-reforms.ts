/** Random reforms, each in one year: a committed sample of what Tax-Calculator makes of them, and what the law here does. */
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { folder } from './validation-runs.ts'

export interface RandomReforms {
  /** The units that every reform was computed for. */
  readonly recid: readonly number[]
  readonly variables: readonly string[]
  readonly reforms: readonly RandomReform[]
}

export interface RandomReform {
  readonly year: number
  /** Reforms in Tax-Calculator's format, one upon the other. */
  readonly texts: readonly string[]
  /** Of each variable the plain sum over the units, to the cent. */
  readonly sums: readonly number[]
}

export const randomReformsFile = new URL('random-reforms.json.gz', folder)

export function readRandomReforms(): RandomReforms {
  return JSON.parse(gunzipSync(readFileSync(randomReformsFile)).toString()) as RandomReforms
}

export function sumToTheCent(values: ArrayLike<number>): number {
  let sum = 0
  for (let i = 0; i < values.length; i++) sum += values[i]!
  return Math.round(sum * 100) / 100
}
