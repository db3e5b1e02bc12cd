import { expect, test } from 'vitest'
import { bucketOf, fitBucketMap } from './bucket-map.ts'
import { seededRandom } from './testing/random-population.ts'

const high = (value: number) => new Int32Array(Float64Array.of(value).buffer)[1]!

const random = seededRandom(8)
const incomes = Float64Array.from(
  { length: 20_000 },
  () => 50_000 * random() ** 4 * (1 + 20 * random() ** 9),
).sort()

test('a larger income never has an earlier bucket, far outside what the map was fitted to either', () => {
  const map = fitBucketMap(incomes)
  const asked = [-1e9, -3, -0, 0, 1e-300, 0.01, ...incomes.filter((_, i) => i % 7 === 0), 1e7, 1e12, 1e300]
  const buckets = asked.map(income => bucketOf(map, high(income)))
  expect(buckets).toEqual([...buckets].sort((a, b) => a - b))
  expect(Math.max(...buckets)).toBeLessThan(map.bucketCount)
})

test('the incomes it was fitted to spread over buckets of a dozen or so', () => {
  const map = fitBucketMap(incomes)
  const held = new Map<number, number>()
  for (const income of incomes) {
    const bucket = bucketOf(map, high(income))
    held.set(bucket, (held.get(bucket) ?? 0) + 1)
  }
  const sizes = [...held.values()].sort((a, b) => a - b)
  expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThan(25)
  expect(sizes.length).toBeGreaterThan(incomes.length / 40)
})

test('incomes that are all zero, or all one number, have a map too', () => {
  for (const income of [0, 40_000]) {
    const map = fitBucketMap(new Float64Array(100).fill(income))
    expect(bucketOf(map, high(income))).toBeGreaterThanOrEqual(0)
    expect(bucketOf(map, high(income + 1))).toBeGreaterThanOrEqual(bucketOf(map, high(income)))
  }
})
