/**
 * People and their income by bins of income, in half-samples, and how inequality would move if a stratum's second half
 * stood for its first one too: near enough to say how far the exact numbers may be off.
 */
import type { BucketMap } from './bucket-map.ts'
import { halves } from './half-samples.ts'
import type { InequalityNumbers } from './inequality-numbers.ts'

const binCount = 128

/** Numbers of a half-sample: people of each bin, then their income. */
const halfNumbers = 2 * binCount

/** Numbers of a stratum: those of its first half, then of its second. */
export const stratumNumbers = halves * halfNumbers

/** A bucket map's cell is cut to so many bits an octave: fine enough for bins, and small enough to stay in a core's cache. */
const coarseBits = 7

/** One stratum at a time: its units are added, then written. */
export class IncomeBins {
  private readonly bins: Uint8Array
  private readonly shift: number
  private readonly firstCell: number
  private readonly sums = new Float64Array(stratumNumbers)
  private readonly number = new Float64Array(1)
  private readonly words = new Int32Array(this.number.buffer)

  constructor({ shift, firstCell, buckets, bucketCount }: BucketMap) {
    const coarser = 20 - shift - coarseBits
    this.shift = shift + coarser
    this.firstCell = firstCell >> coarser
    this.bins = Uint8Array.from(
      { length: buckets.length >> coarser },
      (_, cell) => (buckets[cell << coarser]! * binCount) / bucketCount,
    )
  }

  /** `half` is 0 or 1. */
  add(half: number, weight: number, income: number): void {
    this.number[0] = income
    const cell = (this.words[1]! >> this.shift) - this.firstCell
    const bin = this.bins[Math.max(0, Math.min(cell, this.bins.length - 1))]! + half * halfNumbers
    this.sums[bin] = this.sums[bin]! + weight
    this.sums[bin + binCount] = this.sums[bin + binCount]! + weight * income
  }

  /** Writes what has been added to `out` from `at`, and begins anew. */
  write(out: Float64Array, at: number): void {
    out.set(this.sums, at)
    this.sums.fill(0)
  }
}

/** By how much each measure moves with the first half of one stratum after the other replaced; NaN where it has no value. */
export function inequalityMoves(strata: Float64Array): Record<keyof InequalityNumbers, Float64Array> {
  const count = strata.length / stratumNumbers
  const all = new Float64Array(halfNumbers)
  for (let at = 0; at < strata.length; at++) all[at % halfNumbers] = all[at % halfNumbers]! + strata[at]!
  const before = new BinnedCurve(all).measures()
  const names = Object.keys(before) as (keyof InequalityNumbers)[]
  const moves = names.map(name => [name, new Float64Array(count)] as const)
  const replaced = new Float64Array(halfNumbers)
  for (let stratum = 0; stratum < count; stratum++) {
    const first = stratum * stratumNumbers
    for (let k = 0; k < halfNumbers; k++)
      replaced[k] = all[k]! - strata[first + k]! + strata[first + halfNumbers + k]!
    const after = new BinnedCurve(replaced).measures()
    for (const [name, of] of moves) of[stratum] = after[name] - before[name]
  }
  return Object.fromEntries(moves) as Record<keyof InequalityNumbers, Float64Array>
}

/** A Lorenz curve that is straight within a bin, and quantiles that run straight from bin to bin. */
class BinnedCurve {
  readonly #gini: number
  readonly #people = new Float64Array(binCount + 1)
  readonly #income = new Float64Array(binCount + 1)

  constructor(bins: Float64Array) {
    let area = 0
    for (let bin = 0; bin < binCount; bin++) {
      const income = bins[binCount + bin]!
      area += bins[bin]! * (2 * this.#income[bin]! + income)
      this.#people[bin + 1] = this.#people[bin]! + bins[bin]!
      this.#income[bin + 1] = this.#income[bin]! + income
    }
    this.#gini = 1 - area / (this.#people[binCount]! * this.#income[binCount]!)
  }

  measures(): Record<keyof InequalityNumbers, number> {
    return {
      gini: this.#gini,
      top10Share: 1 - this.#shareOfPoorest(0.9),
      top1Share: 1 - this.#shareOfPoorest(0.99),
      bottom50Share: this.#shareOfPoorest(0.5),
      s80s20: (1 - this.#shareOfPoorest(0.8)) / this.#shareOfPoorest(0.2),
      p90p10: this.#quantile(0.9) / this.#quantile(0.1),
    }
  }

  #shareOfPoorest(share: number): number {
    const people = share * this.#people[binCount]!
    const bin = this.#binAt(people)
    const within = (people - this.#people[bin]!) / (this.#people[bin + 1]! - this.#people[bin]!)
    return (
      (this.#income[bin]! + within * (this.#income[bin + 1]! - this.#income[bin]!)) / this.#income[binCount]!
    )
  }

  #quantile(share: number): number {
    const people = share * this.#people[binCount]!
    const bin = this.#binAt(people)
    const next = people < this.#middle(bin) ? bin - 1 : bin + 1
    if (next < 0 || next >= binCount || !(this.#mean(next) > Number.NEGATIVE_INFINITY)) return this.#mean(bin)
    const way = (people - this.#middle(bin)) / (this.#middle(next) - this.#middle(bin))
    return this.#mean(bin) + way * (this.#mean(next) - this.#mean(bin))
  }

  /** The bin in which the cumulated people pass `people`: one with people in it. */
  #binAt(people: number): number {
    let low = 0
    let high = binCount - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#people[middle + 1]! > people) high = middle
      else low = middle + 1
    }
    return low
  }

  #middle(bin: number): number {
    return (this.#people[bin]! + this.#people[bin + 1]!) / 2
  }

  #mean(bin: number): number {
    return (this.#income[bin + 1]! - this.#income[bin]!) / (this.#people[bin + 1]! - this.#people[bin]!)
  }
}
