import { expect, test } from 'vitest'
import { randomFrom } from '../../backends/testing/random-numbers.ts'
import { shapleyShares } from './shapley-shares.ts'

/** By the definition: what each adds, averaged over every order. */
function byOrders(values: readonly number[], groups: number): number[] {
  const orders = permutations([...Array(groups).keys()])
  const shares = Array<number>(groups).fill(0)
  for (const order of orders) {
    let set = 0
    for (const group of order) {
      shares[group]! += (values[set | (1 << group)]! - values[set]!) / orders.length
      set |= 1 << group
    }
  }
  return shares
}

function permutations(items: readonly number[]): number[][] {
  if (items.length === 0) return [[]]
  return items.flatMap(first =>
    permutations(items.filter(item => item !== first)).map(rest => [first, ...rest]),
  )
}

test.each([1, 2, 3, 4, 5, 6])('are the means over all orders of %i groups, and add up', groups => {
  const random = randomFrom(groups)
  for (let round = 0; round < 20; round++) {
    const values = Array.from({ length: 1 << groups }, () => Math.round(random() * 1e7) / 100)
    const shares = shapleyShares(values, groups)
    byOrders(values, groups).forEach((share, i) => {
      expect(shares[i]).toBeCloseTo(share, 7)
    })
    const sum = shares.reduce((total, share) => total + share, 0)
    expect(Math.abs(sum - (values.at(-1)! - values[0]!))).toBeLessThan(1e-9)
  }
})

test('half of what two bring about only together is due to each, and nothing to a third', () => {
  const together = Array.from({ length: 8 }, (_, set) => ((set & 3) === 3 ? 100 : 0))
  expect(shapleyShares(together, 3)).toEqual([50, 50, 0])
  expect(shapleyShares([7], 0)).toEqual([])
})
