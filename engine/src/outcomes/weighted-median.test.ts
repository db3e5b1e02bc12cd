import { expect, test } from 'vitest'
import { naiveMedian } from './testing/naive-poverty.ts'
import { seededRandom } from './testing/random-population.ts'
import { weightedMedian } from './weighted-median.ts'

const columnsOf = (count: number, random: () => number, amount: () => number) => ({
  resources: Float64Array.from({ length: count }, amount),
  need: Float64Array.from({ length: count }, () => 1 + Math.floor(4 * random()) / 2),
  weights: Float64Array.from({ length: count }, () => (random() < 0.2 ? 0 : 1 + 99 * random())),
})

function medianOf(
  columns: ReturnType<typeof columnsOf>,
  guess: number,
  ranges?: { start: number; end: number }[],
) {
  const { length } = columns.weights
  const scratch = { values: new Float64Array(length), weights: new Float64Array(length) }
  return weightedMedian(columns, ranges ?? [{ start: 0, end: length }], guess, scratch)
}

test('is the same wherever it is looked for first', () => {
  const random = seededRandom(6)
  const amounts = [
    () => 1000 * random() ** 3,
    () => 100 * Math.floor(5 * random()),
    () => 1000 * (random() - 0.6),
    () => -1000 * random(),
    () => 0,
  ]
  for (const amount of amounts)
    for (const count of [1, 2, 5, 300]) {
      const columns = columnsOf(count, random, amount)
      columns.weights[0] = 50
      const median = naiveMedian(
        [...columns.weights].map((people, i) => ({
          ...{ resources: columns.resources[i]!, need: columns.need[i]! },
          ...{ people, ofGroup: people },
        })),
      )
      for (const guess of [median, 0.995 * median, 1.05 * median, 3 * median, 0, 1e9, -1e9])
        expect(medianOf(columns, guess)).toBe(median)
    }
})

test('reads no row outside its ranges', () => {
  const columns = {
    resources: Float64Array.of(1, Number.NaN, 5, 9, Number.NaN),
    need: Float64Array.of(1, Number.NaN, 1, 1, Number.NaN),
    weights: Float64Array.of(1, 1, 1),
  }
  const ranges = [
    { start: 0, end: 1 },
    { start: 2, end: 4 },
  ]
  for (const guess of [5, 100]) expect(medianOf(columns, guess, ranges)).toBe(5)
  expect(medianOf(columns, 5, [])).toBe(0)
})
