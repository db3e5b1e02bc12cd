/**
 * The groups a population is divided into: deciles, or whatever a convention cuts. Cut once, on the baseline.
 */
import type { Convention } from './convention.ts'
import { sortedOrder } from './sorted-order.ts'
import { weightedFloors, weightedQuantiles } from './weighted-quantiles.ts'

export interface IncomeGroup {
  /** −1 negative incomes, 0 zero incomes where they stand apart, then 1, 2, … */
  readonly group: number
  readonly label: string
  readonly from: number | null
  readonly to: number | null
  readonly upperBound: number | null
}

export interface IncomeGroups {
  readonly groups: readonly IncomeGroup[]
  /** For each unit the position of its group in `groups`. */
  readonly slots: Float64Array
}

/**
 * Groups over `income`, the ranking income a unit (equivalised where the convention says so).
 *
 * Units with equal income are never parted: a unit belongs to the lowest group whose upper bound it does not exceed.
 * That bound is the income of those who reach across the cut, or the one below it where they belong to the upper group.
 * Units set apart by sign count in the percentiles like any other.
 */
export function cutIncomeGroups(
  income: Float64Array,
  weights: Float64Array,
  convention: Pick<Convention, 'cuts' | 'groupStraddlers' | 'apart'>,
): IncomeGroups {
  const { cuts, groupStraddlers, apart } = convention
  const boundsOf = groupStraddlers === 'lower' ? weightedQuantiles : weightedFloors
  const bounds = boundsOf(income, weights, sortedOrder(income), cuts)
  const negativeSlot = apart.indexOf('negative')
  const zeroSlot = apart.indexOf('zero')
  const slots = income.map(value => {
    if (value < 0 && negativeSlot >= 0) return negativeSlot
    if (value === 0 && zeroSlot >= 0) return zeroSlot
    let cut = 0
    while (cut < bounds.length && value > bounds[cut]!) cut++
    return apart.length + cut
  })
  const signed = apart.map(sign => ({
    group: sign === 'negative' ? -1 : 0,
    label: `${sign} income`,
    from: null,
    to: null,
    upperBound: null,
  }))
  const ranked = [...cuts, 1].map((to, i) => {
    const from = i === 0 ? 0 : cuts[i - 1]!
    return {
      group: i + 1,
      label: `${percent(from)}–${percent(to)}%`,
      from,
      to,
      upperBound: Number.isFinite(bounds[i]) ? bounds[i]! : null,
    }
  })
  return { groups: [...signed, ...ranked], slots }
}

const percent = (share: number) => Number((share * 100).toFixed(6))
