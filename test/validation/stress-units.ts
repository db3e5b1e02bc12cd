/** Tax units that stress rare inputs: a committed sample of what Tax-Calculator computes for them. */
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { folder } from './validation-runs.ts'

export interface StressUnits {
  /** The records, in Tax-Calculator's columns. */
  readonly csv: string
  readonly variables: readonly string[]
  /** For each law and year, `baseline 2024`, the plain sum of each variable over the units, to the cent. */
  readonly sums: Readonly<Record<string, readonly number[]>>
}

export const stressUnitsFile = new URL('stress-units.json.gz', folder)

export function readStressUnits(): StressUnits {
  return JSON.parse(gunzipSync(readFileSync(stressUnitsFile)).toString()) as StressUnits
}
