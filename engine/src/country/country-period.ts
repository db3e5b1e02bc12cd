/** Periods of PolicyEngine's reforms as days: there a change of the law is of a day, not of a year. */
import { parseDate } from '../reforms/periods.ts'

/** `start` alone is from then on. */
export interface DaySpan {
  readonly start: string
  readonly stop?: string
}

export const ALWAYS = 'ETERNITY'
/** The first day that a law can have. */
export const FIRST_DAY = '0000-01-01'

/**
 * `ETERNITY`; `2026-01-01` from then on, `2026` and `2026-07` from their first day; `start.stop` with the day of its stop;
 * `year:2026:5`, `month:2026-01:36`, `day:2026-01-15`. Undefined for anything else, and where the stop comes before the start.
 */
export function parseDays(text: string): DaySpan | undefined {
  if (text === ALWAYS) return { start: FIRST_DAY }
  if (text.includes(':')) return parseCompound(text)
  const [first = '', last, ...rest] = text.split('.')
  const start = firstDay(first)
  if (!start || rest.length > 0) return undefined
  if (last === undefined) return { start }
  const stop = firstDay(last)
  return stop && stop >= start ? { start, stop } : undefined
}

/** The same period, written so that equal ones are equal texts. */
export const daysText = ({ start, stop }: DaySpan) =>
  stop === undefined ? (start === FIRST_DAY ? ALWAYS : start) : `${start}.${stop}`

const units = ['day', 'month', 'year'] as const

function parseCompound(text: string): DaySpan | undefined {
  const [, name, first = '', times] = text.match(/^(year|month|day):([\d-]+)(?::(\d{1,5}))?$/) ?? []
  const unit = units.find(one => one === name)
  const start = firstDay(first)
  // `month:2026` could be any month.
  const isVague = unit && units.indexOf(unit) < 3 - first.split('-').length
  const size = Number(times ?? 1)
  if (!unit || !start || isVague || size < 1) return undefined
  const [year, month, day] = start.split('-').map(Number) as [number, number, number]
  const after = { year, month, day, [unit]: { year, month, day }[unit] + size }
  const last = new Date(0)
  last.setUTCFullYear(after.year, after.month - 1, after.day - 1)
  return { start, stop: last.toISOString().slice(0, 10) }
}

function firstDay(text: string): string | undefined {
  const date = parseDate(text)
  if (!date) return undefined
  const digits = (number: number, length: number) => String(number).padStart(length, '0')
  return `${digits(date.year, 4)}-${digits(date.month, 2)}-${digits(date.day, 2)}`
}
