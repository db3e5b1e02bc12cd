import { expect, test } from 'vitest'
import { sortedOrder } from './sorted-order.ts'
import { seededRandom } from './testing/random-population.ts'

const byComparison = (values: Float64Array) =>
  [...values.keys()].sort((a, b) => values[a]! - values[b]! || a - b)

test('rows come ascending, equal values in row order, whatever the magnitude or sign', () => {
  const random = seededRandom(3)
  const special = [0, -0, 1, -1, 5e-324, -5e-324, 1e308, -1e308, Number.POSITIVE_INFINITY, 0.1, 2 ** 31]
  for (const length of [0, 1, 2, 17, 3000]) {
    const values = Float64Array.from({ length }, () =>
      random() < 0.3
        ? special[Math.floor(random() * special.length)]!
        : Math.round(1e4 * (random() - 0.5)) * 10 ** Math.floor(6 * random()),
    )
    expect([...sortedOrder(values)]).toEqual(byComparison(values))
  }
})

test('values that are all the same stay in row order', () => {
  expect([...sortedOrder(new Float64Array(5).fill(7))]).toEqual([0, 1, 2, 3, 4])
})
