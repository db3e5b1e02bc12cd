/** The sixty reforms of Tax-Calculator's own test; `npm run prove` asks Tax-Calculator anew. */
import { expect, test } from 'vitest'
import { openModel } from '../engine/src/model/index.ts'
import { ourBillions, readPackageReforms, shortfalls } from './validation/package-reforms.ts'

const theirs = readPackageReforms()
const ours = await ourBillions(await openModel('us'), theirs)

test('there are sixty reforms, of four years each', () => {
  expect(theirs.reforms.map(({ number }) => number)).toEqual(Array.from({ length: 60 }, (_, i) => i + 1))
  expect(theirs.reforms.every(({ billions, expected }) => billions.length + expected.length === 8)).toBe(true)
})

test.each(theirs.reforms.map((reform, i) => [reform.number, reform.title, reform, ours[i]!] as const))(
  '%i %s: revenue changes by the same amounts',
  (_number, _title, reform, answer) => {
    expect(shortfalls(reform, answer)).toEqual([])
  },
)

test('an answer that is $1 million off, or prints another decimal, falls short', () => {
  const reform = { ...theirs.reforms[0]!, billions: [1.05, 2], expected: ['1.1', '2.0'] }
  expect(shortfalls(reform, [1.0501, 2])).toEqual([])
  expect(shortfalls(reform, [1.0499, 2])).toHaveLength(1)
  expect(shortfalls(reform, [1.0501, 2.0011])).toHaveLength(1)
})
