import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inSteps, roundToSum } from './round-to-sum.ts'

test('cents that are left over go to the largest remainders', () => {
  expect(roundToSum([1 / 3, 1 / 3, 1 / 3], 100, 100)).toEqual([0.34, 0.33, 0.33])
  expect(roundToSum([-0.014, 0.004, 0], -1, 100)).toEqual([-0.01, 0, 0])
  expect(roundToSum([], 0, 100)).toEqual([])
})

test('halves go away from zero, and no zero is negative', () => {
  expect([0.125, -0.125, -0.001].map(value => inSteps(value, 100))).toEqual([13, -13, 0])
})

test('rounded parts add up to the rounded change, each within a cent of its own', () => {
  const amount = fc.double({ min: -1e6, max: 1e6, noNaN: true })
  fc.assert(
    fc.property(amount, fc.array(amount, { minLength: 1, maxLength: 8 }), (before, parts) => {
      const after = parts.reduce((sum, part) => sum + part, before)
      const total = inSteps(after, 100) - inSteps(before, 100)
      const rounded = roundToSum(parts, total, 100)
      expect(Math.round(rounded.reduce((sum, part) => sum + part, 0) * 100)).toBe(total)
      rounded.forEach((part, i) => {
        expect(Math.abs(part - parts[i]!)).toBeLessThan(0.01 + 1e-9)
      })
    }),
  )
})
