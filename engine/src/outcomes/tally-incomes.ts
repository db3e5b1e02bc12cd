/**
 * What a reform does to net incomes over a run of units, added up by group; and each unit's income made ready for
 * ranking on the way.
 */
import type { Convention, Weighting } from './convention.ts'
import { halves } from './half-samples.ts'
import type { IncomeBins } from './income-bins.ts'

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

/** Relative changes below these are a loss, and a large loss. */
export interface LossEdges {
  readonly small: number
  readonly large: number
}

export const lossEdges = ({ lossEdges }: Pick<Convention, 'lossEdges'>): LossEdges =>
  lossEdges === 'smaller'
    ? { small: -0.001, large: -0.05 }
    : { small: justAbove(-0.001), large: justAbove(-0.05) }

export interface IncomeTallying {
  readonly groupCount: number
  /** Incomes below this are ranked as this. */
  readonly floor: number
  readonly losses: LossEdges
  readonly inequalityWeights: Weighting
  /** Each unit's equivalised income goes to its rank's place here, and to its bin. */
  readonly ranked: Float64Array
  readonly bins: IncomeBins
}

/** Writes the tallies of rows `start` up to, not including, `end`, `[group][incomeTally][half]`, to `out` from `at`. */
export function tallyIncomes(
  columns: IncomeColumns,
  start: number,
  end: number,
  { groupCount, floor, losses: { small, large }, inequalityWeights, ranked, bins }: IncomeTallying,
  out: Float64Array,
  at: number,
): void {
  const { before, after, weights, people, slots, scale, ranks } = columns
  const overPeople = inequalityWeights === 'people'
  const length = groupCount * incomeTally.length * halves
  sums.fill(0, 0, length)
  for (let row = start; row < end; row++) {
    const income = after[row]!
    const baseline = before[row]!
    const change = income - baseline
    const weight = weights[row]!
    const peopleWeight = weight * people[row]!
    const half = (row - start) & 1
    const group = slots[row]! * incomeTally.length * halves + half
    const bin = incomeTally.bins + winnerBin(change / Math.max(baseline, 1), small, large)
    const cell = group + bin * halves
    sums[group] = sums[group]! + weight * change
    sums[group + halves] = sums[group + halves]! + peopleWeight * change
    sums[cell] = sums[cell]! + peopleWeight
    const equivalised = Math.max(floor, income * scale[row]!)
    ranked[ranks[row]!] = equivalised
    bins.add(half, overPeople ? peopleWeight : weight, equivalised)
  }
  for (let i = 0; i < length; i++) out[at + i] = sums[i]!
}

/** Sums of the rows at hand: a tile's share of shared memory is written once. */
const sums = new Float64Array(64 * incomeTally.length * halves)

/** Position in `winnerBins` of a relative change, without a branch that could be mispredicted. */
function winnerBin(relative: number, small: number, large: number): number {
  return (
    Number(relative <= 0.05) + Number(relative <= 0.001) + Number(relative < small) + Number(relative < large)
  )
}

/** The number that follows one below zero. */
function justAbove(negative: number): number {
  const bits = new BigInt64Array(Float64Array.of(negative).buffer)
  return new Float64Array(BigInt64Array.of(bits[0]! - 1n).buffer)[0]!
}
