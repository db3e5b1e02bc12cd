/** Kinks and cliffs of both laws as one list, and the rate that holds at an income. */
import type { Earnings, EarningsCurve, Kink } from './answer-types.ts'

export interface SharedKink extends Kink {
  /** Under which law it is there. */
  readonly under: 'both' | 'baseline' | 'reform'
}

/** By income, those of both laws once. */
export function sharedKinks({ baseline, reform }: Earnings): SharedKink[] {
  if (!reform) return baseline.kinks.map(kink => ({ ...kink, under: 'both' }))
  const key = ({ income, rateBefore, rateAfter, jump }: Kink) =>
    [income.toFixed(2), rateBefore.toFixed(6), rateAfter.toFixed(6), jump.toFixed(2)].join(' ')
  const inReform = new Set(reform.kinks.map(key))
  const inBaseline = new Set(baseline.kinks.map(key))
  const before = baseline.kinks.map(
    (kink): SharedKink => ({ ...kink, under: inReform.has(key(kink)) ? 'both' : 'baseline' }),
  )
  const after = reform.kinks
    .filter(kink => !inBaseline.has(key(kink)))
    .map((kink): SharedKink => ({ ...kink, under: 'reform' }))
  return [...before, ...after].toSorted((a, b) => a.income - b.income)
}

export const ALL_TAXES = 'combined_tax'

/** The rate of all taxes on one dollar more: that of the last point or kink at or below the income. */
export function rateAt({ points, kinks }: EarningsCurve, income: number): number | undefined {
  const point = points.findLast(one => one.income <= income)
  const kink = kinks.findLast(one => one.income <= income)
  if (!point) return undefined
  return kink && kink.income > point.income ? kink.rateAfter : point.rates[ALL_TAXES]
}
