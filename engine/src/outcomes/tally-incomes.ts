/**
 * What a reform does to net incomes over a run of units, added up by group; and each unit's income made ready for
 * ranking on the way.
 */

/** Numbers of a group's tally: change over units, change over people, then people in each of the five winner bins. */
export const incomeTally = { changeOfUnits: 0, changeOfPeople: 1, bins: 2, length: 7 } as const

export interface IncomeColumns {
  readonly before: Float64Array
  readonly after: Float64Array
  readonly weights: Float64Array
  /** Persons in the unit. */
  readonly people: Float64Array
  /** Position of the unit's group. */
  readonly slots: Float64Array
  /** 1 ÷ the unit's equivalence divisor. */
  readonly scale: Float64Array
  /** Place of the unit when the baseline ranks them, from 0. */
  readonly ranks: Float64Array
}

/**
 * Writes the tallies of rows `start` up to, not including, `end`, a group after the other, to `out` from `at`, and each
 * unit's equivalised income, not below `floor`, to its rank's place in `ranked`.
 */
export function tallyIncomes(
  columns: IncomeColumns,
  start: number,
  end: number,
  out: Float64Array,
  at: number,
  groupCount: number,
  ranked: Float64Array,
  floor: number,
): void {
  const { before, after, weights, people, slots, scale, ranks } = columns
  sums.fill(0, 0, groupCount * incomeTally.length)
  for (let row = start; row < end; row++) {
    const income = after[row]!
    const baseline = before[row]!
    const change = income - baseline
    const weight = weights[row]!
    const peopleWeight = weight * people[row]!
    const group = slots[row]! * incomeTally.length
    const cell = group + incomeTally.bins + winnerBin(change / Math.max(baseline, 1))
    sums[group] = sums[group]! + weight * change
    sums[group + 1] = sums[group + 1]! + peopleWeight * change
    sums[cell] = sums[cell]! + peopleWeight
    ranked[ranks[row]!] = Math.max(floor, income * scale[row]!)
  }
  for (let i = 0; i < groupCount * incomeTally.length; i++) out[at + i] = sums[i]!
}

/** Sums of the rows at hand: a tile's share of shared memory is written once. */
const sums = new Float64Array(64 * incomeTally.length)

/** Position in `winnerBins` of a relative change, without a branch that could be mispredicted. */
function winnerBin(relative: number): number {
  return (
    Number(relative <= 0.05) +
    Number(relative <= 0.001) +
    Number(relative < -0.001) +
    Number(relative < -0.05)
  )
}
