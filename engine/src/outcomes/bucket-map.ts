/**
 * A map from an income to one of some thousand buckets that never reverses their order, made so that the baseline's
 * incomes fill the buckets evenly. Incomes of a reform need then be sorted only within their bucket.
 *
 * The upper bits of a positive number (exponent and leading digits) are a step function of its logarithm: they pick a
 * cell, and neighbouring cells are merged until a bucket is full. What lies below or above the cells goes to the first
 * or last bucket; any income has a place, however far a reform takes it.
 */
export interface BucketMap {
  readonly shift: number
  readonly firstCell: number
  /** Bucket of each cell, ascending. */
  readonly buckets: Uint16Array
  readonly bucketCount: number
}

/** Records a bucket should hold: small enough to sort by insertion. */
const bucketSize = 6

const octaves = 16
const cellsPerOctaveBits = 13

/** A map fitted to `incomes` (ascending). */
export function fitBucketMap(incomes: Float64Array): BucketMap {
  const shift = 20 - cellsPerOctaveBits
  const upper = incomes[Math.floor((incomes.length - 1) * 0.999)] ?? 0
  const topOctave = Math.max(0, exponentBits(upper)) + 2
  const firstCell = Math.max(0, topOctave - octaves) << cellsPerOctaveBits
  const buckets = new Uint16Array(octaves << cellsPerOctaveBits)
  const words = new Int32Array(new Float64Array(incomes).buffer)
  let bucket = 0
  let held = 0
  let row = 0
  for (let cell = 0; cell < buckets.length; cell++) {
    if (held >= bucketSize && bucket < 65_535) {
      bucket++
      held = 0
    }
    buckets[cell] = bucket
    while (row < incomes.length && (words[2 * row + 1]! >> shift) - firstCell <= cell) {
      held++
      row++
    }
  }
  return { shift, firstCell, buckets, bucketCount: bucket + 1 }
}

/** Bucket of the number whose upper 32 bits are `high`, read as a signed integer. */
export function bucketOf(map: BucketMap, high: number): number {
  const cell = (high >> map.shift) - map.firstCell
  const last = map.buckets.length - 1
  return map.buckets[Math.max(0, Math.min(cell, last))]!
}

const exponentBits = (value: number) => new Int32Array(new Float64Array([value]).buffer)[1]! >> 20
