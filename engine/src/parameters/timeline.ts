/**
 * What is known of one leaf over time: what the law states, and what reforms changed, one upon the other.
 *
 * Data without values of unstated years: those follow from the growth rates, which a reform may change as well.
 */
import { emptySeries, extend, type GrowthRates, type Series, state, type Years } from './indexation.ts'
import type { DatedValue } from './parameter-change.ts'
import type { IndexationRule } from './parameter-file.ts'

export type Timeline = StatedTimeline | ChangedTimeline

export interface StatedTimeline {
  readonly kind: 'stated'
  /** By year; the first year of the law is among them. */
  readonly values: ReadonlyMap<number, number>
  readonly rule: IndexationRule | undefined
}

export interface ChangedTimeline {
  readonly kind: 'changed'
  readonly before: Timeline
  readonly from: number
  /** The last year of the change; none: it lasts. */
  readonly to: number | undefined
  /** In `from`; none: what it was. */
  readonly value: number | undefined
  /** The rule by which values from `from` on grow. `unchanged`: as before. */
  readonly rule: IndexationRule | 'none' | 'unchanged'
  /** What was stated, where that is of days. */
  readonly dated?: DatedValue
}

/** Values of every year. A change leaves the years before it as they were, and with an end also those after it. */
export function seriesOf(timeline: Timeline, years: Years, growth: GrowthRates): Series {
  return timeline.kind === 'stated'
    ? statedSeries(timeline, years, growth)
    : changedSeries(timeline, years, growth)
}

function statedSeries({ values, rule }: StatedTimeline, years: Years, growth: GrowthRates): Series {
  const length = years.last - years.first + 1
  const series = emptySeries(length)
  series.rules.fill(rule)
  for (let i = 0; i < length; i++) {
    const value = values.get(years.first + i)
    if (value === undefined) extend(series, i, growth)
    else state(series, i, value)
  }
  return series
}

function changedSeries(change: ChangedTimeline, years: Years, growth: GrowthRates): Series {
  const series = seriesOf(change.before, years, growth)
  const begin = change.from - years.first
  const end = (change.to ?? years.last) - years.first
  if (change.value !== undefined) state(series, begin, change.value)
  if (change.rule !== 'unchanged')
    series.rules.fill(change.rule === 'none' ? undefined : change.rule, begin, end + 1)
  for (let i = begin + 1; i <= end; i++) extend(series, i, growth)
  return series
}
