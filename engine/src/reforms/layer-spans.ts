import type { YearSpan } from './periods.ts'

export interface Layer<T> extends YearSpan {
  readonly content: T
}

/**
 * Lays spans over each other, those that begin later on top, those that begin together in the order given; where one
 * ends, what lay under it shows again. Answers what shows: ascending, without overlap. A span without end lasts until
 * `last`, and what shows in `last` has no end.
 */
export function layerSpans<T>(layers: readonly Layer<T>[], last: number): Layer<T>[] {
  const sorted = [...layers].sort((a, b) => a.from - b.from)
  const top = (year: number) => sorted.findLast(({ from, to = last }) => from <= year && year <= to)
  const pieces: Layer<T>[] = []
  for (let year = sorted[0]?.from ?? last + 1; year <= last; ) {
    const shown = top(year)
    const from = year
    while (year <= last && top(year) === shown) year++
    if (shown) pieces.push({ from, ...(year <= last && { to: year - 1 }), content: shown.content })
  }
  return pieces
}
