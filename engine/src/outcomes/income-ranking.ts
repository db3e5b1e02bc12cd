/**
 * Ranks incomes by a bucket sort whose work is cut into tasks: any number of workers may share them, and the order that
 * comes out is the same. Four steps, each to be finished before the next begins: `count` each chunk, `place` once,
 * `scatter` each chunk, `sort` each range.
 *
 * Units come in the order that the baseline ranked them. A reform leaves most of that order as it is, so that memory is
 * walked forward and little is left to sort; a reform that shuffles everybody costs two or three times as much.
 */
import { type BucketMap, bucketOf } from './bucket-map.ts'
import { sortPairs } from './sort-pairs.ts'

/** Arrays the steps share. Those of integers are views of f64 arrays. */
export interface RankingArrays {
  /** Income and weight of each unit in the baseline's order, and the bucket its income falls into. */
  readonly incomes: Float64Array
  readonly weights: Float64Array
  readonly buckets: Int32Array
  /** `[chunk][bucket]`: first the number of units, then the place of the next one. */
  readonly places: Int32Array
  /** Incomes in ascending order once sorted, and their weights. */
  readonly sortedIncomes: Float64Array
  readonly sortedWeights: Float64Array
  /** `[range][number]`, see `rangeNumbers`. */
  readonly ranges: Float64Array
}

/**
 * Of each range of the order: its places, its weight, its weighted income, and twice the area under its own Lorenz
 * curve (Σ weight × the sum of the weighted incomes up to and including, and up to but without, the record).
 */
export const rangeNumbers = { start: 0, end: 1, weight: 2, income: 3, area: 4, length: 5 } as const

export const chunkCount = 8
export const rangeCount = 64

export class IncomeRanking {
  private readonly map: BucketMap
  private readonly arrays: RankingArrays

  constructor(map: BucketMap, arrays: RankingArrays) {
    this.map = map
    this.arrays = arrays
  }

  /** Finds the bucket of each unit of a chunk, and counts. */
  count(chunk: number): void {
    const { map } = this
    const { incomes, buckets, places } = this.arrays
    const words = new Int32Array(incomes.buffer, incomes.byteOffset, incomes.length * 2)
    const base = chunk * map.bucketCount
    places.fill(0, base, base + map.bucketCount)
    const end = this.firstOf(chunk + 1)
    for (let unit = this.firstOf(chunk); unit < end; unit++) {
      const bucket = bucketOf(map, words[2 * unit + 1]!)
      buckets[unit] = bucket
      places[base + bucket] = places[base + bucket]! + 1
    }
  }

  /** Turns counts into places: by bucket, then by chunk. Cuts the order into ranges of whole buckets. */
  place(): void {
    const { bucketCount } = this.map
    const { places, ranges, sortedIncomes } = this.arrays
    const total = sortedIncomes.length
    let place = 0
    let range = 0
    ranges[rangeNumbers.start] = 0
    for (let bucket = 0; bucket < bucketCount; bucket++) {
      while (range < rangeCount - 1 && place >= ((range + 1) * total) / rangeCount) {
        ranges[range * rangeNumbers.length + rangeNumbers.end] = place
        range++
        ranges[range * rangeNumbers.length + rangeNumbers.start] = place
      }
      for (let at = bucket; at < chunkCount * bucketCount; at += bucketCount) {
        const count = places[at]!
        places[at] = place
        place += count
      }
    }
    for (; range < rangeCount; range++) {
      ranges[range * rangeNumbers.length + rangeNumbers.end] = place
      if (range + 1 < rangeCount) ranges[(range + 1) * rangeNumbers.length + rangeNumbers.start] = place
    }
  }

  /** Moves the units of a chunk to their places. */
  scatter(chunk: number): void {
    const { incomes, weights, buckets, places, sortedIncomes, sortedWeights } = this.arrays
    const base = chunk * this.map.bucketCount
    const end = this.firstOf(chunk + 1)
    for (let unit = this.firstOf(chunk); unit < end; unit++) {
      const at = base + buckets[unit]!
      const place = places[at]!
      places[at] = place + 1
      sortedIncomes[place] = incomes[unit]!
      sortedWeights[place] = weights[unit]!
    }
  }

  /** Sorts a range, and sums it. */
  sort(range: number): void {
    const { sortedIncomes, sortedWeights, ranges } = this.arrays
    const at = range * rangeNumbers.length
    const start = ranges[at + rangeNumbers.start]!
    const end = ranges[at + rangeNumbers.end]!
    this.sortBuckets(start, end)
    let weight = 0
    let income = 0
    let area = 0
    for (let place = start; place < end; place++) {
      const own = sortedWeights[place]! * sortedIncomes[place]!
      area += sortedWeights[place]! * (income + income + own)
      weight += sortedWeights[place]!
      income += own
    }
    ranges[at + rangeNumbers.weight] = weight
    ranges[at + rangeNumbers.income] = income
    ranges[at + rangeNumbers.area] = area
  }

  private firstOf(chunk: number): number {
    return Math.floor((chunk * this.arrays.incomes.length) / chunkCount)
  }

  /** After scattering, a bucket ends where its last chunk's next place is. */
  private sortBuckets(start: number, end: number): void {
    const { bucketCount } = this.map
    const { places, sortedIncomes, sortedWeights } = this.arrays
    const last = (chunkCount - 1) * bucketCount
    let from = start
    for (let bucket = this.bucketAt(start); from < end; bucket++) {
      const to = places[last + bucket]!
      if (to - from > 1) sortPairs(sortedIncomes, sortedWeights, from, to)
      from = to
    }
  }

  /** The first bucket that ends beyond `place`. */
  private bucketAt(place: number): number {
    const { bucketCount } = this.map
    const last = (chunkCount - 1) * bucketCount
    let low = 0
    let high = bucketCount
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.arrays.places[last + middle]! > place) high = middle
      else low = middle + 1
    }
    return low
  }
}
