/** PolicyEngine's numbers a second time, from what it says of them: ranks, and sums over households in plain loops. */
import { expect, test } from 'vitest'
import { impactOfColumns } from './impact-of-columns.ts'
import { type PolicyEngineImpact, policyEngineImpact } from './policyengine-impact.ts'
import {
  populationKinds,
  type RandomPopulation,
  randomPopulation,
  seededRandom,
} from './testing/random-population.ts'
import { impactOf, table } from './testing/test-table.ts'

function formatted(random: RandomPopulation): PolicyEngineImpact {
  const impact = impactOf(random, 'straddling')
  return JSON.parse(JSON.stringify(policyEngineImpact(impact, { version: '1.2.3' })))
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)

function households({ population, before, after }: RandomPopulation) {
  const weights = [...population.weight.household!]
  const all = weights.map((weight, h) => ({
    weight,
    people: population.relations['person.household']!.filter(own => own === h).length,
    income: before.net_income![h]!,
    reformed: after.net_income![h]!,
  }))
  const total = sum(all.map(({ weight, people }) => weight * people))
  const rank = (income: number) =>
    sum(all.filter(other => other.income <= income).map(({ weight, people }) => weight * people)) / total
  return all.map(one => ({
    ...one,
    decile: one.income < 0 ? -1 : Math.min(10, Math.max(1, Math.ceil(rank(one.income) * 10 - 1e-9))),
    change: (one.reformed - one.income) / Math.max(one.income, 1),
  }))
}

const bounds: Record<string, readonly [above: number, upTo: number]> = {
  'Lose more than 5%': [Number.NEGATIVE_INFINITY, -0.05],
  'Lose less than 5%': [-0.05, -1e-3],
  'No change': [-1e-3, 1e-3],
  'Gain less than 5%': [1e-3, 0.05],
  'Gain more than 5%': [0.05, Number.POSITIVE_INFINITY],
}

for (const kind of populationKinds)
  test(`deciles, winners and budget are those of ranks and sums: ${kind}`, () => {
    for (const count of [3, 40, 300]) {
      const random = randomPopulation(count, kind, seededRandom(count + kind.length))
      const { budget, decile, intra_decile, detailed_budget, labor_supply_response } = formatted(random)
      const units = households(random)
      for (let number = 1; number <= 10; number++) {
        const own = units.filter(unit => unit.decile === number && unit.weight > 0)
        const changed = sum(own.map(({ weight, income, reformed }) => weight * (reformed - income)))
        const weight = sum(own.map(({ weight }) => weight))
        const income = sum(own.map(({ weight, income }) => weight * income))
        near(decile.average[number], own.length > 0 ? changed / weight : null, 1_000)
        near(decile.relative[number], income > 0 ? changed / income : null, 1)
        for (const [name, [above, upTo]] of Object.entries(bounds)) {
          const people = (chosen: typeof own) => sum(chosen.map(({ weight, people }) => weight * people))
          const in_bin = people(own.filter(({ change }) => change > above && change <= upTo))
          const share = intra_decile.deciles[name as 'No change'][number - 1]
          near(share, own.length > 0 ? in_bin / people(own) : null, 1)
        }
      }
      near(sum(Object.values(intra_decile.all) as number[]), 1, 1)
      near(budget.households, sum(units.map(({ weight }) => weight)), 1)
      const incomes = units.map(({ weight, income }) => weight * income)
      near(budget.baseline_net_income, sum(incomes), sum(incomes.map(Math.abs)))
      expect(budget.budgetary_impact).toBe(budget.tax_revenue_impact - budget.benefit_spending_impact)
      expect(detailed_budget.tax!.difference).toBe(budget.tax_revenue_impact)
      expect(detailed_budget.benefit!.reform).toBeGreaterThanOrEqual(0)
      expect(Object.keys(decile.average)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'])
      expect(labor_supply_response!.decile.average.income).toEqual(
        Object.fromEntries(Object.keys(decile.average).map(number => [number, 0])),
      )
    }
  })

function near(actual: number | null | undefined, expected: number | null, scale: number) {
  if (expected === null || actual === null) expect(actual).toBe(expected)
  else expect(Math.abs(actual! - expected)).toBeLessThanOrEqual(1e-9 * Math.max(scale, Math.abs(expected)))
}

test('taxes of states are told apart, and a credit that is part of a tax is not counted twice', () => {
  const states = {
    ...table,
    programmes: [
      { variable: 'tax', label: 'Tax', kind: 'tax', entity: 'tax_unit', government: 'state', partOf: null },
      {
        variable: 'benefit',
        label: 'Credit',
        kind: 'benefit',
        entity: 'tax_unit',
        government: 'state',
        partOf: 'tax',
      },
    ] as const,
  }
  const { population, before, after } = randomPopulation(50, 'plain', seededRandom(4))
  const impact = impactOfColumns(
    population,
    states,
    name => before[name]!,
    name => after[name]!,
    'straddling',
  )
  const { budget } = policyEngineImpact(impact, { version: '1' })
  expect(budget.state_tax_revenue_impact).toBe(budget.tax_revenue_impact)
  expect(budget.benefit_spending_impact).toBe(0)
})

test('poverty is that of the line that the law sets, by age', () => {
  const { population, before, after } = randomPopulation(60, 'plain', seededRandom(8))
  const impact = impactOfColumns(
    population,
    table,
    name => before[name]!,
    name => after[name]!,
  )
  const [law] = impact.poverty
  const { poverty } = policyEngineImpact(impact, { version: '1' })
  const rates = (name: string, rate: 'rate' | 'deepRate') => {
    const { baseline, reform } = law!.groups.find(group => group.name === name)![rate]
    return { baseline, reform }
  }
  const none = { baseline: null, reform: null }
  const all = law!.groups[0]!.name
  expect(poverty).toEqual({
    poverty: {
      ...{ child: rates('children', 'rate'), adult: none },
      ...{ senior: rates('seniors', 'rate'), all: rates(all, 'rate') },
    },
    deep_poverty: {
      ...{ child: rates('children', 'deepRate'), adult: none },
      ...{ senior: rates('seniors', 'deepRate'), all: rates(all, 'deepRate') },
    },
  })
  const without = { ...impact, poverty: impact.poverty.filter(({ line }) => line !== 'law') }
  expect(policyEngineImpact(without, { version: '1' }).poverty).toBeNull()
})

test('what the data do not hold is null, and so are responses that are not told apart', () => {
  const random = randomPopulation(5, 'plain', seededRandom(1))
  const nulls = Object.entries(formatted(random)).filter(([, value]) => value === null)
  expect(nulls.map(([name]) => name)).toEqual(
    expect.arrayContaining(['poverty_by_gender', 'poverty_by_race', 'wealth_decile', 'cliff_impact']),
  )
  const { population, before, after } = random
  const impact = impactOfColumns(
    population,
    table,
    name => before[name]!,
    name => after[name]!,
  )
  expect(policyEngineImpact(impact, { version: '1', responsive: true }).labor_supply_response).toBeNull()
})
