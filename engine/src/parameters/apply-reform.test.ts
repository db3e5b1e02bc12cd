import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ReformlabError } from '../errors/index.ts'
import { applyReform, loadParameterTree, type ParameterChange, type ParameterTree } from './index.ts'

const tree = loadParameterTree()
const credit = 'gov.irs.credits.ctc.amount.base'
const limit = 'gov.irs.capital_gains.loss_limit.single'
const { first, last } = tree.years

const valuesOf = (law: ParameterTree, path: string, from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => law.value(path, from + i))

function codeOf(changes: readonly ParameterChange[]): string {
  try {
    applyReform(tree, changes)
    return 'accepted'
  } catch (error) {
    return (error as ReformlabError).code
  }
}

describe('a reform of parameters', () => {
  test('gives a new tree and leaves the old one as it was', () => {
    const before = tree.vector(2026)
    const reformed = applyReform(tree, [{ path: credit, from: 2026, value: 3600 }])
    expect(reformed.value(credit, 2026)).toBe(3600)
    expect(tree.vector(2026)).toEqual(before)
  })

  test('sets a value that then grows with prices, to the cent', () => {
    const reformed = applyReform(tree, [{ path: credit, from: 2026, value: 3600 }])
    expect(valuesOf(reformed, credit, 2025, 2028)).toEqual([2200, 3600, 3705.48, 3799.6])
  })

  test('never moves an earlier year, nor another parameter', () => {
    const leaf = fc.constantFrom(
      ...tree.leaves.filter(
        ({ type, file }) =>
          type === 'number' &&
          file.unit === 'currency-USD' &&
          !file.ordered &&
          typeof file.bounds?.max !== 'string' &&
          typeof file.bounds?.min !== 'string',
      ),
    )
    fc.assert(
      fc.property(
        leaf,
        fc.integer({ min: first, max: last }),
        fc.double({ min: 1, max: 1e6, noNaN: true }),
        ({ path }, from, value) => {
          const reformed = applyReform(tree, [{ path, from, value }])
          for (let year = first; year <= last; year++) {
            const [before, after] = [tree.vector(year), reformed.vector(year)]
            const moved = after.findIndex((x, i) => x !== before[i])
            if (moved >= 0) expect([tree.leaves[moved]!.path, year >= from]).toEqual([path, true])
          }
          expect(reformed.value(path, from)).toBe(value)
        },
      ),
      { numRuns: 60 },
    )
  })

  test('with an end gives the law back after it', () => {
    const reformed = applyReform(tree, [{ path: credit, from: 2026, to: 2028, value: 5000 }])
    expect(reformed.value(credit, 2028)).toBeGreaterThan(5000)
    expect(valuesOf(reformed, credit, 2029, last)).toEqual(valuesOf(tree, credit, 2029, last))
  })

  test('with an end ends a switch of indexation too', () => {
    const reformed = applyReform(tree, [{ path: credit, from: 2027, to: 2029, indexed: false }])
    expect(new Set(valuesOf(reformed, credit, 2027, 2029)).size).toBe(1)
    expect(valuesOf(reformed, credit, 2030, last)).toEqual(valuesOf(tree, credit, 2030, last))
  })

  test('changes of one parameter act by their years, however they are listed', () => {
    const changes = [
      { path: credit, from: 2026, value: 3000 },
      { path: credit, from: 2028, value: 4000 },
      { path: credit, from: 2030, indexed: false },
    ]
    const forward = applyReform(tree, changes)
    expect(applyReform(tree, changes.toReversed()).series(credit)).toEqual(forward.series(credit))
    expect(forward.value(credit, 2036)).toBe(forward.value(credit, 2030))
  })

  test('replaces what the law had stated for later years', () => {
    const floor = 'gov.irs.deductions.itemized.salt_and_real_estate.cap.joint'
    const reformed = applyReform(tree, [{ path: floor, from: 2026, value: 20_000 }])
    expect(reformed.value(floor, 2030)).toBe(20_000)
  })

  test('says how a value grows: 2,500, then prices, rounded down to 50', () => {
    const rounding = { step: 50, direction: 'down', carried: false } as const
    const indexed = { index: 'gov.indices.cpi_u', rounding }
    const reformed = applyReform(tree, [{ path: limit, from: 2026, value: 2500, indexed }])
    let exact = 2500
    for (let year = 2026; year <= last; year++) {
      expect(reformed.value(limit, year)).toBe(Math.floor(exact / 50) * 50)
      exact *= 1 + Number(tree.value('gov.indices.cpi_u', year))
    }
    expect(reformed.value(limit, 2036)).toBeGreaterThan(3000)
  })

  test('of an index moves what is indexed by it, from the next year on', () => {
    const reformed = applyReform(tree, [{ path: 'gov.indices.cpi_u', from: 2028, value: 0.1 }])
    expect(reformed.value(credit, 2028)).toBe(tree.value(credit, 2028))
    expect(reformed.value(credit, 2029)).toBeCloseTo(Number(tree.value(credit, 2028)) * 1.1, 2)
    const cap = 'gov.irs.payroll.social_security.cap'
    expect(reformed.series(cap)).toEqual(tree.series(cap))
  })

  test('of a condition holds until the law is changed again', () => {
    const path = 'gov.irs.credits.ctc.refundable.fully_refundable'
    const reformed = applyReform(tree, [{ path, from: 2024, value: true }])
    expect([reformed.value(path, 2023), reformed.value(path, 2024), reformed.value(path, last)]).toEqual([
      false,
      true,
      true,
    ])
  })

  test('may set two bounds of each other at once', () => {
    const [lower, upper] = ['lower', 'upper'].map(
      name => `gov.irs.social_security.taxability.threshold.${name}.joint`,
    )
    const reformed = applyReform(tree, [
      { path: lower!, from: 2026, value: 50_000 },
      { path: upper!, from: 2026, value: 60_000 },
    ])
    expect(reformed.value(lower!, 2026)).toBe(50_000)
  })

  test.each<[string, string, ParameterChange]>([
    [
      'a name that is not there',
      'E_PARAMETER_UNKNOWN',
      { path: 'gov.irs.credits.ctc.amount.basis', from: 2026, value: 1 },
    ],
    [
      'a table without a category',
      'E_PARAMETER_TYPE',
      { path: 'gov.irs.capital_gains.loss_limit', from: 2026, value: 1 },
    ],
    [
      'a number for a condition',
      'E_PARAMETER_TYPE',
      { path: 'gov.irs.deductions.qbi.limited', from: 2026, value: 1 },
    ],
    ['a condition for a number', 'E_PARAMETER_TYPE', { path: credit, from: 2026, value: true }],
    ['a value that is not a number', 'E_PARAMETER_TYPE', { path: credit, from: 2026, value: Number.NaN }],
    ['an endless value', 'E_PARAMETER_TYPE', { path: credit, from: 2026, value: Number.POSITIVE_INFINITY }],
    [
      'half a child',
      'E_PARAMETER_TYPE',
      { path: 'gov.irs.credits.cdcc.max_individuals', from: 2026, value: 1.5 },
    ],
    ['neither a value nor a switch', 'E_PARAMETER_TYPE', { path: credit, from: 2026 }],
    [
      'indexation of a rate',
      'E_PARAMETER_TYPE',
      { path: 'gov.irs.credits.ctc.phase_out.rate', from: 2026, indexed: true },
    ],
    [
      'an index that is not there',
      'E_PARAMETER_TYPE',
      {
        path: credit,
        from: 2026,
        indexed: { index: 'gov.indices.gold', rounding: { step: 1, direction: 'down', carried: false } },
      },
    ],
    [
      'a rounding step of nothing',
      'E_PARAMETER_TYPE',
      {
        path: credit,
        from: 2026,
        indexed: { index: 'gov.indices.cpi_u', rounding: { step: 0, direction: 'down', carried: false } },
      },
    ],
    [
      'a rate above one',
      'E_PARAMETER_RANGE',
      { path: 'gov.irs.income.bracket.rates.7', from: 2026, value: 1.2 },
    ],
    ['a negative amount', 'E_PARAMETER_RANGE', { path: credit, from: 2026, value: -1 }],
    [
      'a bracket above the next',
      'E_PARAMETER_RANGE',
      { path: 'gov.irs.income.bracket.thresholds.2.single', from: 2026, value: 200_000 },
    ],
    [
      'a bracket below the one before',
      'E_PARAMETER_RANGE',
      { path: 'gov.irs.income.bracket.thresholds.2.single', from: 2026, value: 100 },
    ],
    [
      'a bracket that the next one meets in a later year',
      'E_PARAMETER_RANGE',
      { path: 'gov.irs.income.bracket.thresholds.7.single', from: 2013, value: 410_000 },
    ],
    [
      'a threshold above the one it must stay below',
      'E_PARAMETER_RANGE',
      { path: 'gov.irs.social_security.taxability.threshold.lower.joint', from: 2026, value: 50_000 },
    ],
    ['a year before the law', 'E_DATE_RANGE', { path: credit, from: 2012, value: 1 }],
    ['a year after the law', 'E_DATE_RANGE', { path: credit, from: 2037, value: 1 }],
    ['half a year', 'E_DATE_RANGE', { path: credit, from: 2026.5, value: 1 }],
    ['an end before the beginning', 'E_DATE_RANGE', { path: credit, from: 2026, to: 2025, value: 1 }],
  ])('refuses %s', (_, code, change) => {
    expect(codeOf([change])).toBe(code)
    expect(codeOf([{ path: limit, from: 2026, value: 1 }, change])).toBe(code)
  })

  test('names the nearest parameters when one is not there', () => {
    expect(() =>
      applyReform(tree, [{ path: 'gov.irs.credits.ctc.amount.bass', from: 2026, value: 1 }]),
    ).toThrow(
      expect.objectContaining({
        details: expect.objectContaining({ nearest: expect.stringContaining(credit) }),
      }),
    )
  })
})
