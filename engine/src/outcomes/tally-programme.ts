/**
 * What a reform does to one programme over a run of records, added up.
 *
 * An amount moves when it changes by half a cent or more; less is rounding.
 */

/** Numbers of a tally: change of the total, change in payers or recipients, weights raised and lowered, records moved. */
export const programmeTally = { change: 0, holders: 1, raised: 2, lowered: 3, moved: 4, length: 5 } as const

/** An amount above this is held: its unit pays the tax or receives the benefit. In the law's currency. */
export const halfCent = 0.005

/** Writes the tally of rows `start` up to, not including, `end` to `out` from `at`. */
export function tallyProgramme(
  before: Float64Array,
  after: Float64Array,
  weights: Float64Array,
  start: number,
  end: number,
  out: Float64Array,
  at: number,
): void {
  let change = 0
  let holders = 0
  let raised = 0
  let lowered = 0
  let moved = 0
  if (!samePlace(before, after))
    for (let row = start; row < end; row++) {
      const difference = after[row]! - before[row]!
      if (difference === 0) continue
      const weight = weights[row]!
      change += weight * difference
      moved++
      if (difference >= halfCent) raised += weight
      else if (difference <= -halfCent) lowered += weight
      if (after[row]! > halfCent) holders += weight
      if (before[row]! > halfCent) holders -= weight
    }
  out[at + programmeTally.change] = change
  out[at + programmeTally.holders] = holders
  out[at + programmeTally.raised] = raised
  out[at + programmeTally.lowered] = lowered
  out[at + programmeTally.moved] = moved
}

/** True where a reform left a column alone, and both names are of the same memory. */
const samePlace = (a: Float64Array, b: Float64Array) => a.buffer === b.buffer && a.byteOffset === b.byteOffset
