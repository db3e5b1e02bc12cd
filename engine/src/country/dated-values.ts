/** Values of a parameter from day to day. Days are texts like 2026-01-31, which sort as they follow each other. */
import type { CountryValue, DatedValues } from './law-file.ts'

/** From a first day to a last; without one, from then on. */
export interface DatedChange {
  readonly start: string
  readonly stop?: string
  readonly value: CountryValue
}

export function valueAt(values: DatedValues, instant: string): CountryValue {
  return values.findLast(([start]) => start <= instant)?.[1] ?? null
}

/** What holds after the last day is what would have held then; without a last day nothing of it comes back. */
export function withChange(values: DatedValues, { start, stop, value }: DatedChange): DatedValues {
  const before = values.filter(([instant]) => instant < start)
  const changed = [...before, [start, value] as const]
  if (stop === undefined) return changed
  const end = dayAfter(stop)
  const later = values.filter(([instant]) => instant > end)
  return [...changed, [end, valueAt(values, end)], ...later]
}

/** Whether both have the same value on every day. */
export function areSameValues(a: DatedValues, b: DatedValues): boolean {
  if (a === b) return true
  return [...a, ...b].every(([instant]) => isSameValue(valueAt(a, instant), valueAt(b, instant)))
}

export function isSameValue(a: CountryValue, b: CountryValue): boolean {
  return Object.is(a, b) || (typeof a === 'object' && JSON.stringify(a) === JSON.stringify(b))
}

export function dayAfter(day: string): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + 1)
  return date.toISOString().slice(0, 10)
}
