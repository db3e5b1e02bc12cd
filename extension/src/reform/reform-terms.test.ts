import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { changedTerms, termsOf, withTerms } from './reform-terms.ts'
import { isPlain, textOfCanonical } from './reform-text.ts'

const file = `# Mine.
reform: reformlab/1
changes:
  gov.a: { 2026: 3 } # the amount
  gov.b: { 2026: { single: 1, joint: 2 }, 2028: { single: 4 } }
`
const of = (text: string) => parse(text).changes

describe('terms of a change', () => {
  const canonical = {
    changes: {
      'gov.a': {
        2026: { value: 3, to: 2028 },
        2029: { value: 4, to: 2031, indexed: false },
        2033: { indexed: true },
      },
    },
  }

  test('are those in force in a year, else of what comes next, else of the last', () => {
    const rest = { earliest: 2029, latest: 2032 }
    expect(termsOf(canonical, 'gov.a', 2027)).toEqual({ from: 2026, to: 2028, earliest: 0, latest: 2028 })
    expect(termsOf(canonical, 'gov.a', 2030)).toEqual({ from: 2029, to: 2031, indexed: false, ...rest })
    expect(termsOf(canonical, 'gov.a', 2020)).toMatchObject({ from: 2026 })
    expect(termsOf(canonical, 'gov.a', 2032)).toMatchObject({ from: 2033 })
    expect(termsOf(canonical, 'gov.a', 2035)).toMatchObject({ from: 2033, indexed: true, earliest: 2032 })
    expect(termsOf(canonical, 'gov.b', 2026)).toBeUndefined()
  })

  test('are written where the change stands, its value and everything else as it was', () => {
    const fixed = withTerms(file, 'gov.a', 2026, { from: 2026, to: 2028, indexed: false })
    expect(fixed).toContain('gov.a: { 2026: { value: 3, indexed: false, to: 2028 } } # the amount')
    expect(fixed).toContain('# Mine.')
    expect(of(fixed)['gov.b']).toEqual(of(file)['gov.b'])
    expect(of(withTerms(fixed, 'gov.a', 2026, { from: 2027 }))['gov.a']).toEqual({ 2027: 3 })
    const ruled = withTerms(file, 'gov.a', 2026, {
      from: 2026,
      indexed: { index: 'gov.i', rounding: { step: 50 } },
    })
    expect(of(ruled)['gov.a'][2026]).toEqual({
      value: 3,
      indexed: { index: 'gov.i', rounding: { step: 50 } },
    })
  })

  test('of a leaf that stands in its parameter come into a line of their own', () => {
    const moved = of(withTerms(file, 'gov.b.single', 2028, { from: 2028, to: 2030 }))
    expect(moved['gov.b']).toEqual({ 2026: { joint: 2 } })
    expect(moved['gov.b.single']).toEqual({ 2026: { value: 1, to: 2027 }, 2028: { value: 4, to: 2030 } })
  })

  test('that end do not lie in a change without an end', () => {
    const two = withTerms('changes:\n  gov.a: { 2024: 1, 2026: 2, 2028: 3, 2031: 4 }\n', 'gov.a', 2028, {
      ...{ from: 2028, to: 2029 },
    })
    expect(of(two)['gov.a']).toEqual({
      2024: { value: 1, to: 2025 },
      2026: { value: 2, to: 2027 },
      2028: { value: 3, to: 2029 },
      2031: 4,
    })
  })

  test('may be said of a value that stays, and are taken back without a trace', () => {
    const frozen = withTerms(file, 'gov.c', 2026, { from: 2026, indexed: false })
    expect(of(frozen)['gov.c']).toEqual({ 2026: { indexed: false } })
    expect(of(withTerms(frozen, 'gov.c', 2026, { from: 2026 }))).toEqual(of(file))
  })

  test('of a whole table are not edited in place', () => {
    const table =
      'reform: reformlab/1\nchanges:\n  gov.b: { 2026: { value: { single: 1 }, indexed: false } }\n'
    expect(isPlain(table)).toBe(false)
    expect(isPlain(file)).toBe(true)
  })
})

test('terms that are changed keep the others', () => {
  const own = { from: 2026, to: 2028, indexed: false, earliest: 0, latest: 2030 }
  expect(changedTerms(own, { to: undefined })).toEqual({ from: 2026, indexed: false })
  expect(changedTerms(own, { from: 2027 })).toEqual({ from: 2027, to: 2028, indexed: false })
  expect(changedTerms(own, { indexed: undefined })).toEqual({ from: 2026, to: 2028 })
})

test('formulas come out of the canonical form as they were written', () => {
  const formula = 'unit => {\n  return 1\n}'
  const text = textOfCanonical({ reform: 'reformlab/1', changes: {}, variables: { a: { formula } } })
  expect(parse(text).variables.a.formula.trim()).toBe(formula)
  expect(text).toContain('formula: |')
})
