import { expect, test } from 'vitest'
import type { Impact } from './impact.ts'
import { winnerBins } from './impact.ts'
import {
  type NaiveConvention,
  type NaiveUnit,
  naiveGroup,
  naiveGroups,
  naiveInequality,
  naiveProgramme,
} from './testing/naive-impact.ts'
import {
  populationKinds,
  type RandomPopulation,
  randomPopulation,
  seededRandom,
} from './testing/random-population.ts'
import { impactOf } from './testing/test-table.ts'

const tenths = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]
const naiveConventions: Record<string, NaiveConvention> = {
  default: {
    equivalised: true,
    over: 'people',
    means: 'people',
    cuts: tenths,
    straddlersGoUp: false,
    apart: ['negative'],
    largerAtLossEdges: false,
    inequalityOver: 'people',
    negativesAsZero: true,
    straddlersWholeAbove: false,
  },
  straddling: {
    equivalised: false,
    over: 'people',
    means: 'units',
    cuts: tenths,
    straddlersGoUp: true,
    apart: ['negative'],
    largerAtLossEdges: true,
    inequalityOver: 'units',
    negativesAsZero: false,
    straddlersWholeAbove: true,
  },
  units: {
    equivalised: false,
    over: 'units',
    means: 'units',
    cuts: [0.25, 0.5, 0.99],
    straddlersGoUp: false,
    apart: ['negative', 'zero'],
    largerAtLossEdges: false,
    inequalityOver: 'people',
    negativesAsZero: false,
    straddlersWholeAbove: false,
  },
}

function naiveUnits({ population, before, after }: RandomPopulation, convention: string): NaiveUnit[] {
  const people = [...population.weight.household!].map(
    (_, household) => population.relations['person.household']!.filter(h => h === household).length,
  )
  const ranked = convention === 'units' ? before.market_income! : before.net_income!
  return people.map((count, h) => ({
    before: before.net_income![h]!,
    after: after.net_income![h]!,
    ranked: ranked[h]!,
    weight: population.weight.household![h]!,
    people: count,
  }))
}

function expectClose(actual: number | null, expected: number | null, scale = 0) {
  if (expected === null || actual === null) expect(actual).toBe(expected)
  else
    expect(Math.abs(actual - expected)).toBeLessThanOrEqual(
      1e-9 * Math.max(Math.abs(expected), scale) + 1e-12,
    )
}

for (const kind of populationKinds)
  for (const convention of Object.keys(naiveConventions))
    test(`every outcome equals its definition worked out the long way: ${kind}, ${convention}`, () => {
      for (const households of [1, 2, 7, 60, 400]) {
        const random = randomPopulation(households, kind, seededRandom(households * 31 + kind.length))
        const impact = impactOf(random, convention)
        expectProgrammes(impact, random)
        expectGroups(impact, naiveUnits(random, convention), naiveConventions[convention]!)
        const slack = kind === 'equal' || kind === 'empty groups' ? largestShare(random) : 0
        expectInequality(impact, naiveUnits(random, convention), naiveConventions[convention]!, slack)
      }
    })

function expectProgrammes(impact: Impact, { population, before, after }: RandomPopulation) {
  const [tax, benefit] = impact.programmes
  for (const programme of [tax!, benefit!]) {
    const naive = naiveProgramme(
      [...before[programme.name]!],
      [...after[programme.name]!],
      [...population.weight.tax_unit!],
    )
    expectClose(programme.baseline, naive.baseline)
    expectClose(programme.reform, naive.reform)
    expectClose(programme.change, naive.change, naive.baseline)
    expectClose(programme.payersOrRecipients.baseline, naive.holdersBefore)
    expectClose(programme.payersOrRecipients.reform, naive.holdersAfter)
    expectClose(programme.winners, programme.kind === 'tax' ? naive.lowered : naive.raised)
    expectClose(programme.losers, programme.kind === 'tax' ? naive.raised : naive.lowered)
  }
  expectClose(impact.budget.total, tax!.change - benefit!.change)
  expect(impact.budget.byGovernment).toEqual({ federal: tax!.change, state: 0 - benefit!.change })
}

function expectGroups(impact: Impact, units: NaiveUnit[], convention: NaiveConvention) {
  const numbers = naiveGroups(units, convention)
  for (const group of [...impact.groups, impact.overall]) {
    const isIn = (number: number) =>
      group.group === null ? group.label === 'everybody' || number > 0 : number === group.group
    const naive = naiveGroup(
      units.filter((_, i) => isIn(numbers[i]!)),
      convention,
    )
    expect(group.records).toBe(naive.records)
    expectClose(group.units, naive.units)
    expectClose(group.people, naive.people)
    expectClose(group.meanBaseline, naive.meanBaseline, 1000)
    expectClose(group.averageChange, naive.averageChange, 1000)
    expectClose(group.relativeChange, naive.relativeChange, 1)
    expectClose(group.totalBaseline, naive.totalBaseline, 1000 * naive.units)
    expectClose(group.totalChange, naive.totalChange, 1000 * naive.units)
    winnerBins.forEach((bin, i) => {
      expectClose(group.winnersAndLosers.people[bin], naive.bins[i]!, naive.people)
    })
  }
}

/** Where a unit belongs whole to one part, equal incomes may stand in any order: by up to one unit the shares differ. */
function largestShare({ population, before }: RandomPopulation): number {
  const incomes = before.net_income!.map((income, unit) => income * population.weight.household![unit]!)
  return (1.1 * Math.max(...incomes)) / incomes.reduce((sum, income) => sum + income, 0)
}

/** `slack` is for shares of whole units. */
function expectInequality(impact: Impact, units: NaiveUnit[], convention: NaiveConvention, slack: number) {
  const naive = {
    baseline: naiveInequality(units, 'before', convention),
    reform: naiveInequality(units, 'after', convention),
  }
  for (const name of Object.keys(naive.baseline) as (keyof typeof naive.baseline)[]) {
    for (const law of ['baseline', 'reform'] as const) {
      const [actual, expected] = [impact.inequality[name][law], naive[law][name]]
      if (convention.straddlersWholeAbove && slack > 0 && name.endsWith('Share'))
        expect(Math.abs(actual! - expected!)).toBeLessThanOrEqual(slack)
      else if (!(convention.straddlersWholeAbove && slack > 0 && name === 's80s20'))
        expectClose(actual, expected, 1)
    }
  }
}

test('a reform that changes nothing is exactly zero, and leaves inequality as it was', () => {
  const random = randomPopulation(300, 'negatives', seededRandom(5))
  const impact = impactOf({ ...random, after: random.before })
  const nothing = { total: 0, taxes: 0, benefits: 0, byGovernment: { federal: 0, state: 0 } }
  expect(impact.budget).toEqual({ ...nothing, standardError: nothing })
  for (const programme of impact.programmes) {
    expect(programme.reform).toBe(programme.baseline)
    expect(programme).toMatchObject({ change: 0, winners: 0, losers: 0, changed: false })
  }
  for (const { baseline, reform, change } of Object.values(impact.inequality)) {
    expect(reform).toBe(baseline)
    expect(change).toBe(baseline === null ? null : 0)
  }
  expect(impact.overall.winnersAndLosers.shares!.unchanged).toBe(1)
})

test('a population of one household has its one decile, and nine that are null', () => {
  const impact = impactOf(randomPopulation(1, 'plain', seededRandom(1)))
  expect(impact.groups.filter(group => group.meanBaseline !== null)).toHaveLength(1)
  expect(impact.groups.filter(group => group.averageChange === null)).toHaveLength(10)
  expect(impact.inequality.gini.baseline).toBe(0)
})

/** One household of one person, one tax unit, and as much weight, for each of `incomes`. */
function singles(incomes: number[], reformed: number[], weights = incomes.map(() => 1)): RandomPopulation {
  const rows = Int32Array.from(incomes.keys())
  const weight = Float64Array.from(weights)
  const columns = (values: number[]) => ({
    tax: new Float64Array(values.length),
    benefit: new Float64Array(values.length),
    net_income: Float64Array.from(values),
    market_income: Float64Array.from(values),
    threshold: new Float64Array(values.length).fill(4),
    adult_equivalents: new Float64Array(values.length).fill(1),
    children: new Float64Array(values.length),
    seniors: new Float64Array(values.length).fill(1),
  })
  return {
    population: {
      name: 'by hand',
      hash: '0',
      access: 'public',
      year: 2026,
      relations: { 'person.tax_unit': rows, 'person.household': rows, 'tax_unit.household': rows },
      weight: { person: weight, tax_unit: weight, household: weight },
    },
    before: columns(incomes),
    after: columns(reformed),
  }
}

test('ten people with 1 to 10: each is a decile, and the Gini is 0.3', () => {
  const incomes = [10, 9, 8, 7, 6, 5, 4, 3, 2, 1]
  const impact = impactOf(
    singles(
      incomes,
      incomes.map(income => income + 1),
    ),
  )
  expect(impact.groups.map(group => group.meanBaseline)).toEqual([null, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  expect(impact.groups.map(group => group.upperBound)).toEqual([null, 1, 2, 3, 4, 5, 6, 7, 8, 9, null])
  expect(impact.groups[1]).toMatchObject({ averageChange: 1, relativeChange: 1, totalChange: 1 })
  expect(impact.inequality.gini.baseline).toBeCloseTo(0.3, 12)
  expect(impact.inequality.gini.reform).toBeCloseTo(16.5 / 65, 12)
  expect(impact.inequality.top10Share.baseline).toBeCloseTo(10 / 55, 12)
  expect(impact.inequality.bottom50Share.baseline).toBeCloseTo(15 / 55, 12)
  expect(impact.inequality.s80s20.baseline).toBeCloseTo(19 / 3, 12)
  expect(impact.inequality.p90p10.baseline).toBe(9)
})

test('a bin begins just above its edge: 5% more is a small gain, 0.1% less is unchanged', () => {
  const impact = impactOf(singles([1000, 1000, 1000, 1000, 1000], [1050, 1050.01, 999, 998.99, 949.99]))
  expect(impact.overall.winnersAndLosers.people).toEqual({
    gainMoreThan5Percent: 1,
    gainLessThan5Percent: 1,
    unchanged: 1,
    loseLessThan5Percent: 1,
    loseMoreThan5Percent: 1,
  })
})

test('a loss of exactly 0.1% or 5% is of the larger losses where the convention says so', () => {
  const impact = impactOf(singles([1000, 1000, 1000, 1000], [999, 999.01, 950, 950.01]), 'straddling')
  expect(impact.overall.winnersAndLosers.people).toMatchObject({
    unchanged: 1,
    loseLessThan5Percent: 2,
    loseMoreThan5Percent: 1,
  })
})

test('who reaches across a cut, or the edge of a share, goes up with those of equal income where said so', () => {
  const impact = impactOf(singles([1, 2, 7], [1, 2, 8]), 'straddling')
  const held = impact.groups.filter(({ records }) => records > 0).map(({ group }) => group)
  expect(held).toEqual([4, 7, 10])
  expect(impact.groups.map(({ upperBound }) => upperBound)).toEqual([
    null,
    null,
    null,
    null,
    1,
    1,
    1,
    2,
    2,
    2,
    null,
  ])
  expect(impact.inequality.top10Share.baseline).toBeCloseTo(0.7, 12)
  expect(impact.inequality.top1Share.reform).toBeCloseTo(8 / 11, 12)
  expect(impact.inequality.bottom50Share.baseline).toBeCloseTo(0.1, 12)
  const alike = impactOf(singles([3, 3, 3, 9], [3, 3, 3, 9]), 'straddling')
  expect(alike.groups.filter(({ records }) => records > 0)).toMatchObject([{ group: 8 }, { group: 10 }])
})

test('the row of all groups leaves out who is set apart where the convention says so', () => {
  const population = singles([-100, 10, 20], [-90, 11, 20])
  expect(impactOf(population, 'straddling').overall).toMatchObject({
    ...{ label: 'all groups', records: 2, totalBaseline: 30, totalChange: 1, averageChange: 0.5 },
  })
  expect(impactOf(population).overall).toMatchObject({ records: 3, totalBaseline: -70, totalChange: 11 })
})

test('a change below an income of 1 is measured against 1', () => {
  const impact = impactOf(singles([-500, 0, 0.5], [-499.96, 0.04, 0.54]))
  expect(impact.overall.winnersAndLosers.people.gainLessThan5Percent).toBe(3)
})

test('negative incomes are a group of their own and still fill the percentiles', () => {
  const incomes = [-5, -4, -3, 1, 2, 3, 4, 5, 6, 7]
  const { groups } = impactOf(singles(incomes, incomes))
  expect(groups[0]).toMatchObject({ group: -1, records: 3, meanBaseline: -4, relativeChange: null })
  expect(groups.slice(1, 4).every(group => group.meanBaseline === null)).toBe(true)
  expect(groups.slice(4).map(group => group.meanBaseline)).toEqual([1, 2, 3, 4, 5, 6, 7])
})

test('income that is not a finite number is refused by the name of its variable', () => {
  expect(() => impactOf(singles([1, 2], [1, Number.NaN]))).toThrow(/"net_income" is not a finite number/)
  const infinite = singles([1, 2], [1, 2])
  infinite.after.tax = Float64Array.of(0, Number.POSITIVE_INFINITY)
  expect(() => impactOf(infinite)).toThrow(/"tax" is not a finite number/)
})

test('every block of numbers has its definition, with weights, unit, scale and records', () => {
  const impact = impactOf(randomPopulation(20, 'plain', seededRandom(2)))
  expect(Object.keys(impact.definitions)).toEqual([
    'budget',
    'programmes',
    'groups',
    'winnersAndLosers',
    'inequality',
    'poverty',
  ])
  expect(impact.definitions.groups).toMatchObject({
    unitOfAnalysis: 'household',
    equivalenceScale: 'square_root',
    records: { household: 20 },
  })
})
