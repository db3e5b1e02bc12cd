import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { emptyReform } from './empty-reform.ts'
import {
  firstYearOf,
  hasChanges,
  isPlain,
  textOfCanonical,
  titleOf,
  UNLIMITED,
  without,
  withTitle,
  withValue,
} from './reform-text.ts'

const child = 'gov.irs.credits.ctc.amount.base'
const standard = 'gov.irs.deductions.standard.amount'
const file = `# Worked out in May.
reform: reformlab/1
title: A larger credit # for now
changes:
  # per child
  ${child}: { 2026: 3000 }
  ${standard}:
    2026: { single: 20000, joint: 40000 }
`

describe('a reform file', () => {
  test('is read: title, first year, whether it changes anything', () => {
    expect(titleOf(file)).toBe('A larger credit')
    expect(firstYearOf(file)).toBe(2026)
    expect(firstYearOf('from: 2028\nchanges: { gov.a: 1 }')).toBe(2028)
    expect(hasChanges(file)).toBe(true)
    expect(hasChanges(emptyReform('New'))).toBe(false)
    expect(hasChanges('')).toBe(false)
    expect(hasChanges('{"gov.a": {"2026-01-01.2100-12-31": 1}}')).toBe(true)
    expect(firstYearOf(emptyReform('New'))).toBeUndefined()
  })

  test('is edited where it stands, comments and all', () => {
    const edited = withValue(file, { leaf: child, year: 2026 }, 3100)
    expect(edited).toBe(file.replace('2026: 3000', '2026: 3100'))
    expect(withTitle(edited, 'Another')).toContain('title: Another # for now')
  })

  test('takes another year, another leaf of a parameter, and a parameter it did not have', () => {
    expect(parse(withValue(file, { leaf: child, year: 2024 }, 2500)).changes[child]).toEqual({
      2024: 2500,
      2026: 3000,
    })
    const joint = parse(withValue(file, { leaf: `${standard}.joint`, year: 2026 }, 50000)).changes
    expect(joint[standard]).toEqual({ 2026: { single: 20000, joint: 50000 } })
    const later = parse(withValue(file, { leaf: `${standard}.joint`, year: 2028 }, 50000)).changes
    expect(later[standard]).toEqual({ 2026: { single: 20000, joint: 40000 }, 2028: { joint: 50000 } })
    const separate = parse(withValue(file, { leaf: `${standard}.separate`, year: 2026 }, 1)).changes
    expect(separate[`${standard}.separate`]).toEqual({ 2026: 1 })
    expect(separate[standard]).toEqual({ 2026: { single: 20000, joint: 40000 } })
    const rate = withValue(file, { leaf: 'gov.irs.income.bracket.rates.7', year: 2026 }, 0.396)
    expect(rate).toContain('  gov.irs.income.bracket.rates.7: { 2026: 0.396 }\n')
  })

  test('finds brackets whose keys are numbers in the file', () => {
    const rates = 'changes:\n  gov.rates: { 2026: { 1: 0.1, 7: 0.37 } }\n'
    const edited = parse(withValue(rates, { leaf: 'gov.rates.7', year: 2026 }, 0.4)).changes
    expect(edited).toEqual({ 'gov.rates': { 2026: { 1: 0.1, 7: 0.4 } } })
  })

  test('writes no limit as the format does', () => {
    expect(withValue(emptyReform('x'), { leaf: 'gov.cap', year: 2026 }, UNLIMITED)).toBe(
      'reform: reformlab/1\ntitle: "x"\nchanges:\n  gov.cap: { 2026: unlimited }\n',
    )
  })

  test('forgets a leaf in all years, and what held nothing else', () => {
    const one = parse(without(file, [`${standard}.joint`])).changes
    expect(one[standard]).toEqual({ 2026: { single: 20000 } })
    const rest = without(file, [`${standard}.joint`, `${standard}.single`, child])
    expect(parse(rest).changes).toEqual({})
    expect(hasChanges(rest)).toBe(false)
  })

  test('says which forms it does not edit', () => {
    expect(isPlain(file)).toBe(true)
    expect(isPlain(emptyReform('x'))).toBe(true)
    expect(isPlain('from: 2026\nchanges: { gov.a: 1 }')).toBe(false)
    expect(isPlain('changes: { gov.a: { from: 2026, value: 1 } }')).toBe(false)
    expect(isPlain('changes: { gov.a: [{ from: 2026, value: 1 }] }')).toBe(false)
    expect(isPlain('changes: { gov.a: { 2026: { value: 1, indexed: false } } }')).toBe(true)
    expect(isPlain('{"gov.a": {"2026-01-01.2100-12-31": 1}}')).toBe(false)
    expect(isPlain('changes: {')).toBe(false)
  })

  test('keeps ends and indexation', () => {
    const ending = 'changes:\n  gov.a: { 2026: { value: 1, to: 2029, indexed: false }, 2031: 5 }\n'
    const at = (year: number) => parse(withValue(ending, { leaf: 'gov.a', year }, 2)).changes['gov.a']
    expect(at(2026)).toEqual({ 2026: { value: 2, to: 2029, indexed: false }, 2031: 5 })
    expect(at(2028)).toEqual({
      2026: { value: 1, to: 2027, indexed: false },
      2028: { value: 2, to: 2029 },
      2031: 5,
    })
    expect(at(2030)).toEqual({ 2026: { value: 1, to: 2029, indexed: false }, 2030: 2, 2031: 5 })
  })

  test("comes out of the engine's canonical form as people write it", () => {
    const canonical = {
      reform: 'reformlab/1',
      title: 'T',
      changes: { 'gov.a': { 2026: 1, 2028: { value: 2, to: 2029 } } },
    }
    expect(textOfCanonical(canonical)).toBe(
      'reform: reformlab/1\ntitle: T\nchanges:\n  gov.a: { 2026: 1, 2028: { value: 2, to: 2029 } }\n',
    )
  })
})
