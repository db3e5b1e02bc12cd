/**
 * Dates and periods of reform files as spans of years.
 *
 * The law of a year is the law on its 1 January. A change therefore begins with the first year whose 1 January is not
 * before its first day, and ends with the last year whose 1 January is not after its last day.
 */

/** Whole years, both inclusive; no `to` means from then on. */
export interface YearSpan {
  readonly from: number
  readonly to?: number
}

/** Years the law covers, both inclusive. */
export interface LawYears {
  readonly first: number
  readonly last: number
}

interface DateParts {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** `2026`, `2026-07` or `2026-07-01`; undefined for anything else, 31 February included. */
export function parseDate(text: string): DateParts | undefined {
  const match = text.match(/^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/)
  if (!match) return undefined
  const [year, month, day] = [Number(match[1]), Number(match[2] ?? 1), Number(match[3] ?? 1)]
  const date = new Date(Date.UTC(2000, month - 1, day))
  date.setUTCFullYear(year, month - 1, day)
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? { year, month, day } : undefined
}

/** The first year whose 1 January is not before `date`. */
export function firstYear(date: DateParts): number {
  return date.month === 1 && date.day === 1 ? date.year : date.year + 1
}

/** Years of the span that begins with the date `from` and ends with the date `to`. A bare year as `to` is its last day. */
export function spanOfDates(from: DateParts, to: DateParts | undefined): YearSpan {
  return to ? { from: firstYear(from), to: to.year } : { from: firstYear(from) }
}

/**
 * A period of a PolicyEngine reform as years: `2026-01-01` from then on, `2026-01-01.2028-12-31` bounded,
 * `year:2026:5` five years, `month:2026-01:36` thirty-six months, `ETERNITY` always. Undefined for anything else.
 */
export function parsePeriod(text: string, law: LawYears): YearSpan | undefined {
  if (text.toUpperCase() === 'ETERNITY') return { from: law.first }
  const compound = text.match(/^(year|month|day):([\d-]+?)(?::(\d{1,5}))?$/)
  if (compound) return parseCompound(compound[1]!, compound[2]!, Number(compound[3] ?? 1))
  const [start, stop, ...rest] = text.split('.')
  const from = parseDate(start!)
  const to = stop === undefined ? undefined : parseDate(stop)
  if (!from || rest.length > 0 || (stop !== undefined && !to)) return undefined
  return spanOfDates(from, to)
}

function parseCompound(unit: string, start: string, size: number): YearSpan | undefined {
  const from = parseDate(start)
  if (!from || size < 1) return undefined
  const last = new Date(Date.UTC(from.year, from.month - 1, from.day))
  if (unit === 'year') last.setUTCFullYear(last.getUTCFullYear() + size)
  else if (unit === 'month') last.setUTCMonth(last.getUTCMonth() + size)
  else last.setUTCDate(last.getUTCDate() + size)
  last.setUTCDate(last.getUTCDate() - 1)
  return { from: firstYear(from), to: last.getUTCFullYear() }
}

/**
 * `span` inside the years of the law: what covers all of them begins with the first, what ends with or after the last
 * has no end. Undefined when it begins outside the law.
 */
export function withinLaw(span: YearSpan, law: LawYears): YearSpan | undefined {
  const to = span.to !== undefined && span.to < law.last ? span.to : undefined
  const from = span.from < law.first && to === undefined && span.to !== undefined ? law.first : span.from
  if (from < law.first || from > law.last) return undefined
  return to === undefined ? { from } : { from, to }
}
