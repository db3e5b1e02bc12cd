import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { roundTo } from './indexation.ts'

const cents = { step: 0.01, direction: 'nearest', carried: true } as const

describe('rounding', () => {
  test('takes ties to the even cent', () => {
    expect([0.125, 0.375, 2.5e-3, 1234.125].map(value => roundTo(value, cents))).toEqual([
      0.12, 0.38, 0, 1234.12,
    ])
  })

  test('of a negative tie goes to the even cent as well', () => {
    expect(roundTo(-0.125, cents)).toBe(-0.12)
    expect(roundTo(-0.375, cents)).toBe(-0.38)
  })

  test.each([
    ['nearest', 100],
    ['down', 50],
    ['up', 100],
  ] as const)('to 50 %s', (direction, expected) => {
    expect(roundTo(99, { step: 50, direction, carried: false })).toBe(expected)
  })

  test('moves a value by less than a step, the right way', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), fc.constantFrom(1, 10, 50, 100), (cents, step) => {
        const value = cents / 100

        const [down, up] = (['down', 'up'] as const).map(direction =>
          roundTo(value, { step, direction, carried: false }),
        )
        expect(down! <= value && value < down! + step && up! >= value && value > up! - step).toBe(true)
        expect(down! % step).toBe(0)
      }),
    )
  })
})
