/** Parameters numbered as the statute numbers them, from 1. */
export interface Brackets<T> {
  readonly [bracket: number]: T
  readonly length: number
}

/**
 * Tax on `base` under a marginal-rate scale.
 *
 * base        USD/year; negative is taxed as 0
 * rates       one per bracket, in [0, 1]
 * thresholds  USD, upper end of each bracket but the last, ascending, by category
 * category    which of each threshold's values applies, e.g. the filing status
 * returns     USD/year
 */
export function marginalTax<C extends string>(
  base: number,
  rates: Brackets<number>,
  thresholds: Brackets<Readonly<Record<C, number>>>,
  category: C,
): number {
  let tax = 0
  let lower = 0
  for (let i = 1; i <= rates.length; i++) {
    const upper = i < rates.length ? thresholds[i]![category] : Number.POSITIVE_INFINITY
    tax += rates[i]! * Math.max(0, Math.min(base, upper) - lower)
    lower = upper
  }
  return tax
}
