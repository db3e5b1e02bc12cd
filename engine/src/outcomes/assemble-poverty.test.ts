import { describe, expect, test } from 'vitest'
import type { GroupPoverty, PovertyImpact } from './impact.ts'
import { impactOfColumns } from './impact-of-columns.ts'
import type { PovertyLine } from './poverty-table.ts'
import { type NaiveHousehold, naiveMedian, naivePoverty } from './testing/naive-poverty.ts'
import {
  populationKinds,
  type RandomPopulation,
  randomPopulation,
  seededRandom,
} from './testing/random-population.ts'
import { impactOf, table } from './testing/test-table.ts'

type Columns = RandomPopulation['before']

/** `group` is a variable that counts people, or everybody. */
function households(
  { population, before }: RandomPopulation,
  columns: Columns,
  { resources, need }: PovertyLine,
  group: string,
): NaiveHousehold[] {
  const home = population.relations['person.household']!
  return [...population.weight.household!].map((weight, household) => {
    const people = home.filter(of => of === household).length
    return {
      resources: columns[resources]![household]!,
      need: columns[need]![household]!,
      people: weight * people,
      ofGroup: weight * (group === 'everybody' ? people : before[group]![household]!),
    }
  })
}

function expectClose(actual: number | null, expected: number | null) {
  if (expected === null || actual === null) expect(actual).toBe(expected)
  else expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(expected)))
}

const measures = ['poor', 'rate', 'deepRate', 'gap', 'squaredGap'] as const

function expectGroup(group: GroupPoverty, random: RandomPopulation, line: PovertyLine, kind: string) {
  const of = (columns: Columns) => households(random, columns, line, group.name)
  const [before, after] = [of(random.before), of(random.after)]
  const lineOf = (all: NaiveHousehold[]) =>
    line.shareOfMedian === null ? 1 : line.shareOfMedian * naiveMedian(all)
  const baseline = naivePoverty(before, lineOf(before))
  const reform = naivePoverty(after, lineOf(kind === 'anchored' ? before : after))
  expectClose(group.people, baseline.people)
  for (const measure of measures) {
    expectClose(group[measure].baseline, baseline[measure])
    expectClose(group[measure].reform, reform[measure])
    const [one, other] = [baseline[measure], reform[measure]]
    expectClose(group[measure].change, one === null || other === null ? null : other - one)
  }
}

for (const kind of populationKinds)
  test(`every line, group and measure equals its definition worked out the long way: ${kind}`, () => {
    for (const size of [1, 2, 7, 60, 400]) {
      const random = randomPopulation(size, kind, seededRandom(size * 17 + kind.length))
      const { poverty } = impactOf(random)
      expect(poverty.map(({ name, line }) => [name, line])).toEqual([
        ['law', 'law'],
        ['relative', 'anchored'],
        ['relative', 'contemporaneous'],
        ['half', 'anchored'],
        ['half', 'contemporaneous'],
      ])
      for (const { name, line, groups } of poverty) {
        expect(groups.map(group => group.name)).toEqual(['everybody', 'children', 'seniors'])
        const stated = table.poverty!.lines.find(one => one.name === name)!
        for (const group of groups) expectGroup(group, random, stated, line)
      }
    }
  })

test('poverty is the same by any convention', () => {
  const random = randomPopulation(300, 'negatives', seededRandom(3))
  const [one, ...others] = [...table.conventions.keys()].map(name => impactOf(random, name).poverty)
  for (const other of others) expect(other).toEqual(one)
})

test('a reform that changes nothing leaves every number of poverty as it was, to the last bit', () => {
  for (const kind of populationKinds) {
    const random = randomPopulation(300, kind, seededRandom(11))
    for (const { amount, groups } of impactOf({ ...random, after: random.before }).poverty) {
      if (amount) expect(amount.reform).toBe(amount.baseline)
      for (const group of groups)
        for (const measure of measures) {
          const { baseline, reform, change } = group[measure]
          expect(reform).toBe(baseline)
          expect(change).toBe(baseline === null ? null : 0)
        }
    }
  }
})

/** Households of one person, of weight 1, with these resources before and after; the threshold of each is 4. */
function singles(before: number[], after: number[]): readonly PovertyImpact[] {
  const rows = Int32Array.from(before.keys())
  const weight = new Float64Array(before.length).fill(1)
  const columns = (values: number[]) => (name: string) => {
    if (name.endsWith('income')) return Float64Array.from(values)
    const same = { threshold: 4, adult_equivalents: 1, seniors: 1 }[name] ?? 0
    return new Float64Array(values.length).fill(same)
  }
  return impactOfColumns(
    {
      ...{ name: 'by hand', hash: '0', access: 'public', year: 2026 },
      relations: { 'person.tax_unit': rows, 'person.household': rows, 'tax_unit.household': rows },
      weight: { person: weight, tax_unit: weight, household: weight },
    },
    table,
    columns(before),
    columns(after),
  ).poverty
}

describe('by hand', () => {
  const everybody = (poverty: readonly PovertyImpact[]) => poverty[0]!.groups[0]!

  test('a debt counts as nothing; at the line nobody is poor, at half of it poverty is not deep', () => {
    const poor = everybody(singles([-3, 0, 1, 2, 4], [4, 4, 4, 4, 3]))
    expect(poor).toMatchObject({
      people: 5,
      poor: { baseline: 4, reform: 1, change: -3 },
      rate: { baseline: 0.8, reform: 0.2 },
      deepRate: { baseline: 0.6, reform: 0 },
      gap: { baseline: (1 + 1 + 0.75 + 0.5) / 5, reform: 0.05 },
      squaredGap: { baseline: (1 + 1 + 0.5625 + 0.25) / 5, reform: 0.0125 },
    })
  })

  test('a relative line follows the median of each law, or stays where the baseline had it', () => {
    const poverty = singles([1, 2, 10, 20, 30], [5, 9, 20, 40, 60])
    const [anchored, own] = poverty.filter(({ name }) => name === 'relative')
    expect(anchored!.amount).toEqual({ baseline: 6, reform: 6 })
    expect(own!.amount).toEqual({ baseline: 6, reform: 12 })
    expect(anchored!.groups[0]!.poor).toMatchObject({ baseline: 2, reform: 1, change: -1 })
    expect(own!.groups[0]!.poor).toMatchObject({ baseline: 2, reform: 2, change: 0 })
  })

  test('a group of nobody has no rates', () => {
    const children = singles([1, 2], [3, 4])[0]!.groups[1]!
    const nothing = { baseline: null, reform: null, change: null }
    expect(children).toMatchObject({ people: 0, poor: { baseline: 0 }, rate: nothing, squaredGap: nothing })
  })

  test('resources that are not a finite number are refused by name', () => {
    expect(() => singles([1, 2], [1, Number.NaN])).toThrow(/"net_income" is not a finite number/)
  })
})
