/** Marginal and participation rates of all who earn, as the engine answers them. */
import type { components } from '@reformlab/schema/generated/openapi.ts'

export type Incentives = components['schemas']['work-incentives.schema']
export type EarnerGroup = Incentives['overall']
export type RateDistribution = EarnerGroup['participationRates']
export type Comparison = RateDistribution['mean']

/** Which dollars a rate is of. */
export type RateKind = 'next' | 'last' | 'all'

export function ratesOf(
  { marginalRates, participationRates }: EarnerGroup,
  kind: RateKind,
): RateDistribution {
  return kind === 'all' ? participationRates : marginalRates[kind]
}

/** Share whose rate is `least` or more, a bound of the bands; null in a group of nobody. */
export function shareFrom(
  shares: readonly number[] | null,
  bands: Incentives['bands'],
  least: number,
): number | null {
  if (!shares) return null
  return bands.reduce(
    (sum, { from }, i) => (from !== null && from >= least - 1e-9 ? sum + shares[i]! : sum),
    0,
  )
}

/** Groups cut by income, the poorest first. */
export const groupsByIncome = ({ groups }: Incentives) => groups.filter(({ group }) => (group ?? 0) > 0)
