/** In what budgets of a population are counted: billions of a whole country, single units of a few households. */
import type { TranslationBundle } from '@jupyterlab/translation'
import type { Impact } from '../engine/api-types.ts'

/** What an impact has of it. */
interface Budget extends Pick<Impact, 'currency'> {
  readonly programmes: readonly Pick<Impact['programmes'][number], 'baseline' | 'reform'>[]
}

export interface MoneyScale {
  /** One of what is counted, in the currency. */
  readonly one: number
  /** `bn`; empty for the currency itself. */
  readonly short: string
  /** `billion USD`. */
  readonly words: string
}

/** By the largest programme, law or reform. */
export function moneyScale({ programmes, currency }: Budget, trans: TranslationBundle): MoneyScale {
  const sizes = programmes.flatMap(({ baseline, reform }) => [Math.abs(baseline), Math.abs(reform)])
  const largest = Math.max(0, ...sizes)
  if (largest >= 1e10) return { one: 1e9, short: trans.__('bn'), words: trans.__('billion %1', currency) }
  if (largest >= 1e7) return { one: 1e6, short: trans.__('m'), words: trans.__('million %1', currency) }
  return { one: 1, short: '', words: currency }
}
