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
  const moved = samePlace(before, after) ? 0 : findMoved(before, after, start, end)
  let change = 0
  let holders = 0
  let raised = 0
  let lowered = 0
  // Conditions enter as 0 and 1: branches on them would be mispredicted, at three times the cost.
  for (let i = 0; i < moved; i++) {
    const row = movedRows[i]!
    const weight = weights[row]!
    const difference = after[row]! - before[row]!
    change += weight * difference
    raised += weight * Number(difference >= halfCent)
    lowered += weight * Number(difference <= -halfCent)
    holders += weight * (Number(after[row]! > halfCent) - Number(before[row]! > halfCent))
  }
  out[at + programmeTally.change] = change
  out[at + programmeTally.holders] = holders
  out[at + programmeTally.raised] = raised
  out[at + programmeTally.lowered] = lowered
  out[at + programmeTally.moved] = moved
}

let movedRows = new Int32Array(4096)

/** Writes the rows that differ to `movedRows`; returns how many there are. */
function findMoved(before: Float64Array, after: Float64Array, start: number, end: number): number {
  if (movedRows.length < end - start) movedRows = new Int32Array(end - start)
  let moved = 0
  for (let row = start; row < end; row++) {
    movedRows[moved] = row
    moved += Number(after[row]! !== before[row]!)
  }
  return moved
}

/** True where a reform left a column alone, and both names are of the same memory. */
const samePlace = (a: Float64Array, b: Float64Array) => a.buffer === b.buffer && a.byteOffset === b.byteOffset
