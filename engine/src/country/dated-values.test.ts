import fc from 'fast-check'
import { expect, test } from 'vitest'
import { areSameValues, dayAfter, valueAt, withChange } from './dated-values.ts'

const dated = [
  ['2020-01-01', 1],
  ['2024-07-01', 2],
  ['2027-01-01', 3],
] as const

test('a value holds from its first day until the next', () => {
  expect(valueAt(dated, '2019-12-31')).toBeNull()
  expect(valueAt(dated, '2024-06-30')).toBe(1)
  expect(valueAt(dated, '2024-07-01')).toBe(2)
  expect(valueAt(dated, '2100-01-01')).toBe(3)
})

test.each([
  [{ start: '2025-01-01', value: 9 }, '2020-01-01 1, 2024-07-01 2, 2025-01-01 9'],
  [
    { start: '2025-01-01', stop: '2025-12-31', value: 9 },
    '2020-01-01 1, 2024-07-01 2, 2025-01-01 9, 2026-01-01 2, 2027-01-01 3',
  ],
  [{ start: '2023-01-01', stop: '2026-12-31', value: 9 }, '2020-01-01 1, 2023-01-01 9, 2027-01-01 3'],
  [
    { start: '2010-01-01', stop: '2010-02-28', value: 9 },
    '2010-01-01 9, 2010-03-01 , 2020-01-01 1, 2024-07-01 2, 2027-01-01 3',
  ],
  [{ start: '0000-01-01', value: null }, '0000-01-01 '],
])('a change from %o leaves what lies around it', (change, expected) => {
  const text = withChange(dated, change).map(([day, value]) => `${day} ${value ?? ''}`)
  expect(text.join(', ')).toBe(expected)
})

test('changes one after the other are as one looks them up day by day', () => {
  const days = Array.from({ length: 12 }, (_, i) => `2026-${String(i + 1).padStart(2, '0')}-15`)
  const change = fc.tuple(fc.nat(11), fc.option(fc.nat(11)), fc.nat(5)).map(([from, length, value]) => ({
    start: days[from]!,
    ...(length !== null && { stop: days[Math.min(11, from + length)]! }),
    value,
  }))
  fc.assert(
    fc.property(fc.array(change, { maxLength: 6 }), changes => {
      const values = changes.reduce(withChange, dated)
      for (const day of days.flatMap(one => [one, dayAfter(one)])) {
        const last = changes.findLast(({ start, stop }) => start <= day && day <= (stop ?? '9999-12-31'))
        expect(valueAt(values, day)).toBe(last ? last.value : valueAt(dated, day))
      }
      expect(values.map(([day]) => day)).toEqual([...new Set(values.map(([day]) => day))].sort())
    }),
  )
})

test('the same on every day is the same, however it is written', () => {
  expect(areSameValues(dated, withChange(dated, { start: '2025-01-01', stop: '2025-06-30', value: 2 }))).toBe(
    true,
  )
  expect(areSameValues(dated, withChange(dated, { start: '2025-01-01', stop: '2025-06-30', value: 3 }))).toBe(
    false,
  )
  expect(areSameValues([['2020-01-01', ['a']]], [['2020-01-01', ['a']]])).toBe(true)
  expect(areSameValues([['2020-01-01', null]], [])).toBe(true)
})

test('the last day of February has a day after it', () => {
  expect(['2024-02-28', '2023-02-28', '2026-12-31'].map(dayAfter)).toEqual([
    '2024-02-29',
    '2023-03-01',
    '2027-01-01',
  ])
})
