/** How a rate is distributed over the earners of each group, and what a reform does to that. */
import { sortedOrder, weightedQuantiles } from '../../../outcomes/index.ts'
import type { Cells, EarnerCells } from './earner-cells.ts'
import type { Earners } from './earners.ts'
import { compared, ratioChange, shareOf } from './estimates.ts'
import { bandOf, rateBands, rateSlack } from './rate-bands.ts'
import { quantilePoints, type RateDistribution } from './work-incentives.ts'

/** What is added up of a rate under one law. */
export interface RateTally {
  readonly rates: Float64Array
  readonly amounts: Cells
  readonly aboveHalf: Cells
  readonly aboveOne: Cells
  /** Of each group: weighted earners in each band, and quantiles where it has earners. */
  readonly bands: readonly Float64Array[]
  readonly quantiles: readonly (readonly number[] | null)[]
}

export function tallyRates(rates: Float64Array, earners: Earners, cells: EarnerCells): RateTally {
  const above = (bound: number) => cells.sums(earner => Number(rates[earner]! > bound + rateSlack))
  return {
    rates,
    amounts: cells.sums(earner => rates[earner]!),
    aboveHalf: above(0.5),
    aboveOne: above(1),
    ...spread(rates, earners, cells),
  }
}

export function rateDistributions(
  before: RateTally,
  after: RateTally,
  cells: EarnerCells,
): readonly RateDistribution[] {
  const change = (earner: number) => after.rates[earner]! - before.rates[earner]!
  const higher = cells.sums(earner => Number(change(earner) > rateSlack))
  const lower = cells.sums(earner => Number(change(earner) < -rateSlack))
  return cells.weights.map((below, group) => {
    const changeOf = (part: 'amounts' | 'aboveHalf' | 'aboveOne') =>
      ratioChange({ above: before[part][group]!, below }, { above: after[part][group]!, below })
    const quantiles = Object.keys(quantilePoints).map((name, i) => {
      return [name, compared(before.quantiles[group]?.[i] ?? null, after.quantiles[group]?.[i] ?? null)]
    })
    return {
      mean: changeOf('amounts'),
      aboveHalf: changeOf('aboveHalf'),
      aboveOne: changeOf('aboveOne'),
      quantiles: Object.fromEntries(quantiles) as RateDistribution['quantiles'],
      bands: { baseline: shares(before.bands[group]!), reform: shares(after.bands[group]!) },
      higher: shareOf({ above: higher[group]!, below }),
      lower: shareOf({ above: lower[group]!, below }),
    }
  })
}

function spread(rates: Float64Array, { weights }: Earners, cells: EarnerCells) {
  const bands = cells.weights.map(() => new Float64Array(rateBands.length))
  const orders = cells.records.map(count => new Uint32Array(count))
  const filled = new Uint32Array(cells.groupCount)
  for (const earner of sortedOrder(rates)) {
    const band = bandOf(rates[earner]!)
    for (const group of cells.groupsOf(earner)) {
      bands[group]![band] = bands[group]![band]! + weights[earner]!
      orders[group]![filled[group]!++] = earner
    }
  }
  const points = Object.values(quantilePoints)
  const quantiles = orders.map(order =>
    order.some(earner => weights[earner]! > 0) ? weightedQuantiles(rates, weights, order, points) : null,
  )
  return { bands, quantiles }
}

function shares(weights: Float64Array): readonly number[] | null {
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  return all > 0 ? Array.from(weights, weight => weight / all) : null
}
