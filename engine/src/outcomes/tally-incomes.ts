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
}

/**
 * Writes the tallies of rows `start` up to, not including, `end`, a group after the other, to `out` from `at`, and each
 * row's equivalised income, not below `floor`, to `ranked`.
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
  const { before, after, weights, people, slots, scale } = columns
  out.fill(0, at, at + groupCount * incomeTally.length)
  for (let row = start; row < end; row++) {
    const income = after[row]!
    const baseline = before[row]!
    const change = income - baseline
    const weight = weights[row]!
    const peopleWeight = weight * people[row]!
    const group = at + slots[row]! * incomeTally.length
    let bin = 2
    if (change !== 0) {
      bin = winnerBin(change / Math.max(baseline, 1))
      out[group] = out[group]! + weight * change
      out[group + 1] = out[group + 1]! + peopleWeight * change
    }
    const cell = group + incomeTally.bins + bin
    out[cell] = out[cell]! + peopleWeight
    ranked[row] = Math.max(floor, income * scale[row]!)
  }
}

/** Position in `winnerBins` of a relative change. */
function winnerBin(relative: number): number {
  if (relative > 0.001) return relative > 0.05 ? 0 : 1
  if (relative >= -0.001) return 2
  return relative >= -0.05 ? 3 : 4
}
