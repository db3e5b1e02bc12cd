import { describe, expect, test } from 'vitest'
import { plainWords } from '../impact/testing/sample-impact.ts'
import type { ReformModel } from '../reform/reform-model.ts'
import type { Earnings, EarningsCurve, HouseholdAnswer } from './answer-types.ts'
import { incomeParts, sumOf } from './income-parts.ts'
import { incomeScale } from './income-scale.ts'
import { rateAt, sharedKinks } from './kinks.ts'
import { earningsQuestion, householdQuestion } from './questions.ts'
import { textNow } from './reform-choice.ts'

const answer = (values: Readonly<Record<string, readonly [number, number][]>>): HouseholdAnswer => ({
  year: 2026,
  assumptions: [],
  variables: Object.entries(values).map(([name, records]) => ({
    ...{ name, label: name, unit: 'currency-USD', reference: '', entity: 'tax_unit' },
    values: records.map(([baseline, reform], index) => ({ record: String(index), baseline, reform })),
  })),
})

const taxed = answer({
  household_net_income: [[900, 960]],
  household_market_income: [[1000, 1000]],
  household_benefits: [[50, 50]],
  household_tax: [[150, 90]],
  income_tax: [
    [60, 20],
    [40, 20],
  ],
  income_tax_non_refundable_credits: [[30, 70]],
  income_tax_refundable_credits: [[0, 20]],
  eitc: [[0, 20]],
  payroll_tax: [[50, 50]],
})

describe('the sum of net income', () => {
  test('adds up under both laws, over all tax units', () => {
    const { parts, total } = incomeParts(taxed, plainWords)
    const sum = (side: 'baseline' | 'reform') =>
      parts.filter(({ depth }) => depth === 0).reduce((so, part) => so + part[side]!, 0)
    expect(sum('baseline')).toBe(total.baseline)
    expect(sum('reform')).toBe(total.reform)
    expect(sumOf(taxed, 'income_tax', 'baseline')).toBe(100)
  })

  test('leaves out what is zero under both', () => {
    const names = incomeParts(taxed, plainWords).parts.map(({ name }) => name)
    expect(names).toContain('eitc')
    expect(names).not.toContain('cdcc')
    expect(names).not.toContain('other_taxes')
  })
})

const curve = (kinkAt: number, rateAfter: number): EarningsCurve => ({
  points: [0, 100, 200].map(income => ({
    ...{ income, netIncome: income, taxes: {} },
    rates: { combined_tax: income < kinkAt ? 0.1 : rateAfter },
  })),
  kinks: [{ income: kinkAt, rateBefore: 0.1, rateAfter, jump: 0, rules: [] }],
})
const earnings = (baseline: EarningsCurve, reform?: EarningsCurve) =>
  ({ baseline, ...(reform && { reform }) }) as Earnings

describe('kinks', () => {
  test('of both laws stand in one list by income', () => {
    const under = (list: Earnings) => sharedKinks(list).map(({ income, under }) => [income, under])
    expect(under(earnings(curve(150, 0.3)))).toEqual([[150, 'both']])
    expect(under(earnings(curve(150, 0.3), curve(150, 0.3)))).toEqual([[150, 'both']])
    expect(under(earnings(curve(150, 0.3), curve(120, 0.3)))).toEqual([
      [120, 'reform'],
      [150, 'baseline'],
    ])
  })

  test('turn the rate where they stand, not at the next point', () => {
    const rates = [0, 149, 150, 180, 200, 5000].map(income => rateAt(curve(150, 0.3), income))
    expect(rates).toEqual([0.1, 0.1, 0.3, 0.3, 0.3, 0.3])
    expect(rateAt(curve(150, 0.3), -1)).toBeUndefined()
  })
})

test('the ends of an income leave room and stay where they are for most', () => {
  expect(incomeScale(52_000)).toEqual({ from: 0, to: 200_000 })
  expect(incomeScale(150_000).to).toBe(200_000)
  expect(incomeScale(180_000).to).toBe(300_000)
  expect(incomeScale(-4000)).toEqual({ from: -6000, to: 200_000 })
})

describe('questions', () => {
  const place = { group: 'people', record: 'Ann', input: 'employment_income' } as const
  const at = (income: number, reform?: string) => ({
    situation: { people: { Ann: { employment_income: income } } },
    year: 2026,
    ...(reform !== undefined && { reform }),
  })

  test('along an income are the same wherever on it the household stands', () => {
    const one = earningsQuestion(at(1000), { place, stated: 1000 })
    expect(earningsQuestion(at(70_000), { place, stated: 1000 })).toEqual(one)
    expect(householdQuestion(at(70_000))).not.toEqual(householdQuestion(at(1000)))
  })

  test('name no reform that changes nothing', () => {
    expect(householdQuestion(at(1, 'reform: reformlab/1\ntitle: T\nchanges: {}\n')).body).not.toHaveProperty(
      'reforms',
    )
    expect(householdQuestion(at(1, 'changes: { a.b: { 2026: 3 } }')).body).toHaveProperty('reforms')
  })
})

test('a reform that a hand moves is what the hand says, not what its file says yet', () => {
  const model = {
    text: 'reform: reformlab/1\ntitle: T\nchanges:\n  a.b: { 2026: 3 }\n',
    isDragging: true,
    values: { 'a.b': 4 },
    subject: { year: 2026 },
  } as unknown as ReformModel
  expect(textNow(model)).toContain('a.b: { 2026: 4 }')
  expect(textNow({ ...model, isDragging: false } as ReformModel)).toBe(model.text)
})
