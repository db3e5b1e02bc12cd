import type { Columns } from '../backend.ts'

/** The first value in which two results differ by a bit, in words; undefined where there is none. NaNs are all equal. */
export function firstDifference(expected: Columns, actual: Columns): string | undefined {
  for (const [name, values] of expected) {
    const others = actual.get(name)
    if (others?.length !== values.length) return `${name}: ${others?.length} rows, not ${values.length}`
    for (let row = 0; row < values.length; row++)
      if (!Object.is(values[row], others[row])) return `${name}[${row}]: ${others[row]}, not ${values[row]}`
  }
  return undefined
}
