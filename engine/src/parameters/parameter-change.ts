import type { IndexationRule } from './parameter-file.ts'

/** What a law of days has: a value from `start` on, or to the end of `stop`; null for none. */
export interface DatedValue {
  readonly start: string
  readonly stop?: string
  readonly value: number | boolean | null
}

/**
 * One change of one leaf, from 1 January of `from` to 31 December of `to`; without `to` it lasts.
 *
 * The value holds from `from` on and grows like the parameter where that is indexed; what the law had stated for later
 * years is replaced. Years before `from` stay as they are, years after `to` as well.
 */
export interface ParameterChange {
  /** E.g. `gov.irs.deductions.standard.amount.joint`. */
  readonly path: string
  readonly from: number
  readonly to?: number
  /** In the parameter's unit; 9e99 for no limit. */
  readonly value?: number | boolean
  /**
   * Whether values from `from` on grow. A rule says how, for instance by prices in steps of 50 downwards; `true` takes
   * the parameter's own.
   */
  readonly indexed?: boolean | IndexationRule
  /** Where the law is one of days, and these are no whole years: what was stated. Years show what of it they can. */
  readonly dated?: DatedValue
}
