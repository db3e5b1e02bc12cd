/** The median of a reform's incomes: looked for where the baseline's was, which is near it for all but the largest reforms. */
import type { TileRows } from '../run/tile-reducer.ts'
import { sortPairs } from './sort-pairs.ts'
import { weightSlack } from './weighted-quantiles.ts'

export interface MedianColumns {
  /** Values are resources ÷ need. */
  readonly resources: Float64Array
  readonly need: Float64Array
  /** One for each row of the ranges; nothing for rows between them. */
  readonly weights: Float64Array
}

/** Room for as many numbers as there are rows. */
export interface MedianScratch {
  readonly values: Float64Array
  readonly weights: Float64Array
}

/** How far from the guess the median is looked for, as shares of the guess: first near, at last everywhere. */
const reaches = [0.01, 0.1, Number.POSITIVE_INFINITY]

/**
 * The smallest value at or below which half of the weight lies; exact, whatever the guess. 0 where there are no rows.
 *
 * ranges  rows of the columns, ascending
 */
export function weightedMedian(
  columns: MedianColumns,
  ranges: readonly TileRows[],
  guess: number,
  scratch: MedianScratch,
): number {
  for (const reach of reaches) {
    const margin = reach === Number.POSITIVE_INFINITY ? reach : Math.abs(guess) * reach
    const found = medianWithin(columns, ranges, guess - margin, guess + margin, scratch)
    if (found !== undefined) return found
  }
  return 0
}

/** The median, if it is of the values from `low` to `high`: they are moved together and sorted. */
function medianWithin(
  { resources, need, weights }: MedianColumns,
  ranges: readonly TileRows[],
  low: number,
  high: number,
  scratch: MedianScratch,
): number | undefined {
  let total = 0
  let reached = 0
  let count = 0
  let unit = 0
  for (const { start, end } of ranges)
    for (let row = start; row < end; row++) {
      const value = resources[row]! / need[row]!
      const weight = weights[unit++]!
      total += weight
      reached += weight * Number(value < low)
      scratch.values[count] = value
      scratch.weights[count] = weight
      count += Number(value >= low && value <= high)
    }
  const target = (0.5 - weightSlack) * total
  if (reached >= target && low > Number.NEGATIVE_INFINITY) return undefined
  sortPairs(scratch.values, scratch.weights, 0, count)
  for (let i = 0; i < count; i++) {
    reached += scratch.weights[i]!
    if (reached >= target) return scratch.values[i]!
  }
  return undefined
}
