/**
 * The work incentives of a population, as data: what `reformlab incentives` prints and a panel draws.
 *
 * Shapes, equal to `schema/work-incentives.schema.json`. Shares and rates are fractions of one, amounts in `currency` a
 * year and weighted to the population. A number that has no value (a group of nobody) is null.
 */
import type { Change, Definition, IncomeGroup } from '../../../outcomes/index.ts'

export interface WorkIncentives {
  readonly format: 'reformlab-work-incentives/1'
  readonly year: number
  readonly currency: string
  readonly dataset: { readonly name: string; readonly hash: string; readonly access: 'public' | 'protected' }
  /** Of the outcomes beside which these stand: its groups are `groups`. */
  readonly convention: string
  readonly per: 'dollar' | 'compensation'
  /** Dollars a year more at which it is looked whether net income is lower. */
  readonly reach: number
  /** Ascending; a rate belongs where it is at least `from` and below `to`. */
  readonly bands: readonly { readonly from: number | null; readonly to: number | null }[]
  readonly overall: EarnerGroup
  /** Heads, then spouses. */
  readonly roles: readonly EarnerGroup[]
  /** Ascending; those without earners are kept. */
  readonly groups: readonly EarnerGroup[]
  readonly definitions: Readonly<Record<IncentiveOutcome, Definition>>
}

export type IncentiveOutcome = 'marginalRates' | 'participationRates' | 'cliffs' | 'groups'

export interface EarnerGroup extends Omit<IncomeGroup, 'group'> {
  /** As the impact has it; null for everybody and for a role. */
  readonly group: number | null
  readonly records: number
  /** Weighted. */
  readonly earners: number
  readonly marginalRates: {
    /** On the next dollar, and on the last one. */
    readonly next: RateDistribution
    readonly last: RateDistribution
    /** Share whose two rates differ. */
    readonly atKink: Change
  }
  readonly participationRates: RateDistribution
  readonly cliffs: Cliffs
}

export const quantilePoints = { p10: 0.1, p25: 0.25, median: 0.5, p75: 0.75, p90: 0.9 } as const

export interface RateDistribution {
  readonly mean: Change
  /** Share whose rate is above a half; above one. */
  readonly aboveHalf: Change
  readonly aboveOne: Change
  readonly quantiles: Readonly<Record<keyof typeof quantilePoints, Omit<Change, 'standardError'>>>
  /** Share in each band. */
  readonly bands: {
    readonly baseline: readonly number[] | null
    readonly reform: readonly number[] | null
  }
  /** Share whose rate is higher, and lower, under the reform. */
  readonly higher: Share
  readonly lower: Share
}

export interface Share {
  readonly share: number | null
  readonly standardError: number | null
}

export interface Cliffs {
  /** Share on a cliff: for whom either of the next two holds. */
  readonly share: Change
  /** Share for whom the very next dollar costs more than a dollar. */
  readonly nextDollar: Change
  /** Share whose net income is lower when they earn `reach` more. */
  readonly withinReach: Change
  /** Net income they would lose by that, and its mean over all who are on a cliff. */
  readonly gap: Change
  readonly meanGap: Change
}
