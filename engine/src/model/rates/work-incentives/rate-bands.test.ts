import { expect, test } from 'vitest'
import { bandOf, rateBands } from './rate-bands.ts'

test('a rate lies in the band from its lower bound on', () => {
  expect(rateBands).toHaveLength(22)
  const bandsOf = (...rates: number[]) => rates.map(rate => rateBands[bandOf(rate)])
  expect(bandsOf(-0.4, -1e-12, 0.15, 0.1765 - 0.0765, 0.149, 0.99, 1, 7)).toEqual([
    { from: null, to: 0 },
    { from: 0, to: 0.05 },
    { from: 0.15, to: 0.2 },
    { from: 0.1, to: 0.15 },
    { from: 0.1, to: 0.15 },
    { from: 0.95, to: 1 },
    { from: 1, to: null },
    { from: 1, to: null },
  ])
})
