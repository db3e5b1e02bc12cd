import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asJson, canonicalHash, canonicalJson } from './canonical-json.ts'
import type { Json } from './lock.ts'

test('numbers, texts and literals are written as in the example of RFC 8785', () => {
  const example = JSON.parse(`{
    "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
    "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
    "literals": [null, true, false]
  }`) as Json
  expect(canonicalJson(example)).toBe(
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
      '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  )
})

test('names are in the order of the example of RFC 8785: by UTF-16 units', () => {
  const example = {
    '€': 'Euro Sign',
    '\r': 'Carriage Return',
    '\ufb33': 'Dalet',
    1: 'One',
    '\u0080': 'Control',
  }
  const rest = { '\u{1f600}': 'Emoji', ö: 'Latin o' }
  const names = Object.keys(JSON.parse(canonicalJson({ ...example, ...rest })))
  expect(canonicalJson({ ...example, ...rest })).toMatch(
    /^\{"\\r":.*"1":.*"\u0080":.*"ö":.*"€":.*"\u{1f600}":.*"\ufb33":/u,
  )
  expect(names).toHaveLength(7)
})

test('the text reads back to the same value, whatever the order of names', () => {
  fc.assert(
    fc.property(fc.jsonValue(), value => {
      const text = canonicalJson(asJson(value))
      expect(asJson(JSON.parse(text))).toEqual(asJson(value))
      expect(canonicalJson(JSON.parse(text))).toBe(text)
      expect(canonicalHash(reversed(asJson(value)))).toBe(canonicalHash(asJson(value)))
    }),
  )
})

test('-0 is 0, and what is no number in JSON is refused', () => {
  expect(canonicalJson(-0)).toBe('0')
  for (const value of [Number.NaN, Number.POSITIVE_INFINITY])
    expect(() => canonicalJson([value])).toThrow('is not in JSON')
})

function reversed(value: Json): Json {
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map(reversed)
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, own]) => [name, reversed(own)]),
  )
}
