import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import type { ReadReform } from '../engine/api-types.ts'
import { mayHaveFormulas, withoutFormulas } from './formulas.ts'
import { ReformReading } from './reform-reading.ts'

const text = `# Kept.
title: T
variables:
  a: { formula: unit => 1, entity: tax_unit, label: A, reference: "none: this reform" }
  b: { formula: unit => unit.a }
changes:
  gov.c: { 2026: 3, 2028: { value: 4, to: 2029, indexed: false } }
`
const read = {
  canonical: { reform: 'reformlab/1', ...parse(text) },
  formulas: ['a', 'b'],
  changes: [
    { path: 'gov.c', year: 2026, before: 2, after: 3 },
    { path: 'gov.c', year: 2027, before: 2, after: 3.1 },
    { path: 'gov.d', year: 2027, before: 5, after: 6 },
  ],
} as unknown as ReadReform

describe('what is read in a text', () => {
  const reading = new ReformReading(text, 2026, read)

  test('is of the year shown, and tells of other years what changes then', () => {
    expect(reading.values).toEqual({ 'gov.c': 3 })
    expect(new ReformReading(text, 2027, read).values).toEqual({ 'gov.c': 3.1, 'gov.d': 6 })
    expect(reading.leaves).toEqual(['gov.c'])
    expect(reading.seriesOf('gov.c')).toEqual({ 2026: 3, 2027: 3.1 })
    expect(reading.termsOf('gov.c')).toMatchObject({ from: 2026 })
  })

  test('has the formulas apart, which changes of parameters lie upon', () => {
    expect(reading.formulas).toEqual([
      { name: 'a', formula: 'unit => 1', label: 'A', isNew: true },
      { name: 'b', formula: 'unit => unit.a', isNew: false },
    ])
    expect(reading.ground.map(one => JSON.parse(one))).toEqual([
      { reform: 'reformlab/1', variables: parse(text).variables },
    ])
    expect(mayHaveFormulas(text)).toBe(true)
    expect(mayHaveFormulas('{"variables": {}}')).toBe(true)
    expect(mayHaveFormulas('changes: {}')).toBe(false)
  })

  test('is nothing for a reform of nothing', () => {
    const nothing = new ReformReading('changes: {}', 2026)
    expect([nothing.values, nothing.leaves, nothing.formulas, nothing.ground]).toEqual([{}, [], [], []])
    expect(nothing.editable).toBe('changes: {}')
  })
})

test('formulas are taken out where they stand, and nothing else', () => {
  const one = withoutFormulas(text, ['a'])
  expect(parse(one).variables).toEqual({ b: { formula: 'unit => unit.a' } })
  expect(one).toContain('# Kept.')
  const none = parse(withoutFormulas(one, ['b']))
  expect(none).toEqual({ title: 'T', changes: parse(text).changes })
})
