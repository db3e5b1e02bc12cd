import { expect, test } from 'vitest'
import type { Situation } from '../../direct/index.ts'
import { ReformlabError } from '../../errors/index.ts'
import { readReform } from '../../reforms/read-reform.ts'
import { calculateHousehold } from '../calculate-household.ts'
import { openModel } from '../open-model.ts'
import { reformedLaw } from '../reformed-law.ts'
import { earningsVariation } from './earnings-curve.ts'
import { earningsGrid } from './earnings-grid.ts'

const model = await openModel()
const { law: baseline } = model
const text = `from: 2026
changes:
  gov.irs.credits.ctc.amount.base: 3600
  gov.irs.payroll.social_security.cap: 60000`
const reform = reformedLaw(baseline, [await readReform(text, 'r', model.reforms)])

/** Two families in two households, and people stated in another order than that of rows. */
const couple: Situation = {
  people: { Kim: { age: 50, employment_income: 9_000 }, Tim: { age: 7 }, Ann: { age: 38 }, Bob: { age: 41 } },
  tax_units: {
    family: { head: 'Ann', spouse: 'Bob', dependents: ['Tim'], dividend_income: 700 },
    other: { head: 'Kim' },
  },
  households: { home: { members: ['Ann', 'Bob', 'Tim'] }, away: { members: ['Kim'] } },
}
const wagesOfBoth = {
  first: { record: 'Ann', to: 90_000, points: 31 },
  second: { record: 'Bob', from: 5_000, to: 45_000, points: 5 },
}
const grid = (options: object = {}, situation = couple) =>
  earningsGrid(model, { situation, year: 2026, baseline, reform, ...wagesOfBoth, ...options })

function couplesWith(ann: number, bob: number): Situation {
  const { Kim, Tim } = couple.people!
  const people = {
    ...{ Kim: Kim!, Tim: Tim! },
    ...{ Ann: { age: 38, employment_income: ann }, Bob: { age: 41, employment_income: bob } },
  }
  return { ...couple, people }
}

test('every point is the household alone, to the bit: net income, and components of that household', async () => {
  const { first, second, components, baseline: before, reform: after, change } = await grid()
  expect(first).toMatchObject({ income: 'employment_income', record: 'Ann' })
  expect(second.amounts).toEqual([5_000, 15_000, 25_000, 35_000, 45_000])
  const names = components.map(({ name }) => name)
  expect(names).toEqual(expect.arrayContaining(['income_tax', 'payroll_tax', 'eitc', 'ctc_paid_as_refund']))
  expect(names).not.toContain('snap')
  for (const [y, bob] of second.amounts.entries())
    for (const [x, ann] of first.amounts.entries()) {
      if ((x + y) % 4 !== 0) continue
      const { variables } = calculateHousehold(model, {
        ...{ situation: couplesWith(ann, bob), year: 2026, baseline, reform },
        variables: ['household_net_income', ...names],
      })
      for (const { name, entity, values } of variables) {
        const own = values.filter(({ record }) => record !== 'other' && record !== 'away' && record !== 'Kim')
        const sum = (law: 'baseline' | 'reform') =>
          own.reduce((total, value) => total + Number(value[law]), 0)
        const cell = (values: typeof before) =>
          entity === 'household' ? values.netIncome[y]![x] : values.components[name]![y]![x]
        expect([name, cell(before), cell(after!)]).toEqual([name, sum('baseline'), sum('reform')])
        expect(cell(change!)).toBe(sum('reform') - sum('baseline'))
      }
    }
})

test('marginal rates are one less what net income gains: on both sides of where the cap ends', async () => {
  const {
    first,
    baseline: before,
    reform: after,
    change,
  } = await grid({
    first: { record: 'Ann', to: 120_000, points: 5 },
  })
  expect(first.amounts).toEqual([0, 30_000, 60_000, 90_000, 120_000])
  const at = 2
  const [left, right] = [after!.marginalRates.left[0]![at]!, after!.marginalRates.right[0]![at]!]
  expect(left - right).toBeCloseTo(0.062, 12)
  expect(before.marginalRates.left[0]![at]).toBeCloseTo(before.marginalRates.right[0]![at]!, 12)
  expect(change!.marginalRates.right[0]![at]).toBeCloseTo(right - before.marginalRates.right[0]![at]!, 12)
})

test('marginal rates are those of a step where the law is straight', async () => {
  const {
    first,
    second,
    baseline: before,
  } = await grid({
    first: { record: 'Ann', from: 10.37, to: 90_010.37, points: 10 },
  })
  const net = (ann: number, bob: number) =>
    Number(
      calculateHousehold(model, {
        ...{ situation: couplesWith(ann, bob), year: 2026, baseline, variables: ['household_net_income'] },
      }).variables[0]!.values.find(({ record }) => record === 'home')!.baseline,
    )
  for (const [y, bob] of second.amounts.entries())
    for (const [x, ann] of first.amounts.entries())
      expect(before.marginalRates.right[y]![x]).toBeCloseTo(1 - (net(ann + 1, bob) - net(ann, bob)), 6)
})

test('the first axis is what the curve along it says', async () => {
  const situation = couplesWith(0, 25_000)
  const only = {
    people: { ...situation.people },
    tax_units: situation.tax_units!,
    households: couple.households!,
  }
  const { first, baseline: before } = await grid({ first: { record: 'Ann', points: 201 } })
  const { baseline: curve } = earningsVariation(model, {
    ...{ situation: only, year: 2026, baseline, record: 'Ann' },
  })
  expect(curve.points.map(({ income }) => income)).toEqual(first.amounts)
  expect(before.netIncome[2]).toEqual(curve.points.map(({ netIncome }) => netIncome))
})

test('an income that is part of another moves it, and an axis may be of whole numbers, or an age', async () => {
  const children = await grid({
    second: { income: 'ctc_qualifying_children', record: 'family', to: 3, points: 4 },
    first: { record: 'Ann', points: 3 },
  })
  const credit = children.baseline.components.ctc_used_against_tax!.map(row => row[2]!)
  // $2,200 a child; with none, Tim is another dependent at $500.
  expect(credit.map(amount => amount - credit[0]!)).toEqual([0, 1_700, 3_900, 6_100])
  const ages = await grid({
    second: { income: 'age', record: 'Tim', from: 15, to: 18, points: 4 },
    first: { record: 'Ann', from: 90_000, to: 100_000, points: 2 },
  })
  const ofAge = ages.baseline.components.ctc_used_against_tax!.map(row => row[0]!)
  expect(ofAge[0]).toBeGreaterThan(ofAge[2]!)
  expect([ofAge[1], ofAge[3]]).toEqual([ofAge[0], ofAge[2]])
  const dividends = await grid({
    first: { income: 'qualified_dividend_income', record: 'family', to: 1_000, points: 2 },
    second: { income: 'dividend_income', record: 'family', to: 2_000, points: 2 },
  })
  const [[none, qualified], [dividend, both]] = dividends.baseline.netIncome as [number[], number[]] as [
    [number, number],
    [number, number],
  ]
  expect([qualified - none, dividend - none, both - none]).toEqual([1_000, 2_000, 3_000])
})

test('of one input the second axis takes the next record, and of other inputs the first', async () => {
  const { first, second } = await grid({ first: { points: 2 }, second: { points: 2 } })
  expect([first.record, second.record]).toEqual(['Ann', 'Bob'])
  const other = await grid({ first: { points: 2 }, second: { income: 'self_employment_income', points: 2 } })
  expect([other.first.record, other.second.record]).toEqual(['Ann', 'Ann'])
})

test.each<[string, object, string, RegExp]>([
  ['the same twice', { second: { record: 'Ann' } }, 'E_AXES', /as the first/],
  ['nobody', { second: { record: 'Zoe' } }, 'E_SITUATION', /there is no "Zoe"/],
  ['a first that is no income', { first: { income: 'age' } }, 'E_RATE_INCOME', /not an amount/],
  ['what the law computes', { second: { income: 'eitc' } }, 'E_AXES', /computed by the law/],
  ['a category', { second: { income: 'filing_status' } }, 'E_AXES', /not a number/],
  ['a name nobody knows', { second: { income: 'wage' } }, 'E_VARIABLE_UNKNOWN', /no variable "wage"/],
  ['ends that descend', { second: { from: 5, to: 5 } }, 'E_AXES', /5 is not above 5/],
  ['one point', { first: { points: 1 } }, 'E_AXES', /1 is not a number of points/],
  [
    'too many points',
    { first: { points: 201 }, second: { points: 201 } },
    'E_AXES',
    /201 × 201 are more than 20000/,
  ],
  ['half a child', { second: { income: 'ctc_qualifying_children', to: 1, points: 3 } }, 'E_AXES', /whole/],
])('%s is refused', async (_, options, code, message) => {
  const error = await grid(options).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(ReformlabError)
  expect((error as ReformlabError).code).toBe(code)
  expect((error as ReformlabError).message).toMatch(message)
})
