/**
 * Values of a parameter year by year, and how they grow where none is stated.
 *
 * Equal to Tax-Calculator to the last bit where its rule is used: growth rates of four decimals, each year rounded to
 * cents, ties to even, and the next year grown from the rounded value.
 */
import { type IndexationRule, type Rounding, UNLIMITED } from './parameter-file.ts'

/** Years the law covers, both inclusive. */
export interface Years {
  readonly first: number
  readonly last: number
}

/** One entry a year, from the first year of the law. */
export interface Series {
  readonly values: Float64Array
  /** Before rounding: where values grow from when rounding is not carried. */
  readonly exact: Float64Array
  /** The rule by which a year's value grows to the next year's; none: it stays. */
  readonly rules: (IndexationRule | undefined)[]
}

/** Growth from each year to the next, by path of the index. */
export type GrowthRates = ReadonlyMap<string, Float64Array>

export function emptySeries(length: number): Series {
  return {
    values: new Float64Array(length),
    exact: new Float64Array(length),
    rules: Array(length).fill(undefined),
  }
}

/** States `value` in the year at position `i`. */
export function state({ values, exact }: Series, i: number, value: number): void {
  values[i] = value
  exact[i] = value
}

/** Fills the year at position `i` from the year before it. */
export function extend({ values, exact, rules }: Series, i: number, growth: GrowthRates): void {
  const rule = rules[i - 1]
  values[i] = values[i - 1]!
  exact[i] = exact[i - 1]!
  if (!rule) return
  const base = rule.rounding.carried ? values[i]! : exact[i]!
  const grown = base * (1 + growth.get(rule.index)![i - 1]!)
  exact[i] = Math.min(grown, UNLIMITED)
  values[i] = grown < UNLIMITED ? roundTo(grown, rule.rounding) : UNLIMITED
}

/** `value` to a whole number of steps. A step below 1 divides 1, so that 0.01 means hundredths exactly. */
export function roundTo(value: number, { step, direction }: Rounding): number {
  const round = direction === 'down' ? Math.floor : direction === 'up' ? Math.ceil : roundHalfEven
  const perUnit = Math.round(1 / step)
  return step < 1 ? round(value * perUnit) / perUnit : round(value / step) * step
}

function roundHalfEven(value: number): number {
  const up = Math.round(value)
  return up - value === 0.5 && up % 2 !== 0 ? up - 1 : up
}
