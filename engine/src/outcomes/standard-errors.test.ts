import { expect, test } from 'vitest'
import { impactOfColumns } from './impact-of-columns.ts'
import { ratioError, replacementError, standardError } from './standard-errors.ts'
import { type NaiveUnit, naiveInequality } from './testing/naive-impact.ts'
import { seededRandom } from './testing/random-population.ts'
import { table } from './testing/test-table.ts'

const sampled = (differences: number[], total = 1) => ({
  total,
  differences: Float64Array.from(differences),
})

test('the error of a total is the root of the squared differences between half-samples', () => {
  const differences = [3, -1, 0, 0, 2, 1, 0, 1]
  expect(standardError(sampled(differences))).toBe(4)
  expect(standardError(sampled(differences.map(() => 0)))).toBe(0)
  expect(standardError(sampled(differences.slice(1)))).toBe(null)
})

test('a share that is the same in every half has no error, whatever their sizes; of nothing it is null', () => {
  const below = sampled([1, 2, 3, 4, -5, 6, 7, 8], 40)
  const quarter = sampled(
    [...below.differences].map(difference => difference / 4),
    10,
  )
  expect(ratioError(quarter, below)).toBe(0)
  expect(ratioError(below, sampled([...below.differences], 0))).toBe(null)
  expect(replacementError(new Float64Array(20).fill(Number.NaN))).toBe(null)
})

/** Households of one person each, all of the same weight, with draws of `income` before and `reform` of it after. */
function drawn(count: number, income: () => number, reform: (income: number) => number) {
  const rows = Int32Array.from({ length: count }, (_, row) => row)
  const weight = new Float64Array(count).fill(100)
  const before = Float64Array.from({ length: count }, income)
  const after = before.map(reform)
  const tax = (incomes: Float64Array) => incomes.map(one => Math.max(0, 50_000 - one))
  const columns = (incomes: Float64Array) => (name: string) =>
    name === 'tax' ? tax(incomes) : name === 'benefit' ? new Float64Array(count) : incomes
  const impact = impactOfColumns(
    {
      ...{ name: 'drawn', hash: '0', access: 'public', year: 2026 },
      relations: { 'person.tax_unit': rows, 'person.household': rows, 'tax_unit.household': rows },
      weight: { person: weight, tax_unit: weight, household: weight },
    },
    table,
    columns(before),
    columns(after),
    'default',
  )
  return { impact, before, after }
}

const near = (actual: number | null, expected: number, within: number) => {
  expect(actual! / expected).toBeGreaterThan(1 - within)
  expect(actual! / expected).toBeLessThan(1 + within)
}

function normal(random: () => number): () => number {
  return () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}

const deviation = (values: Float64Array) => {
  const mean = values.reduce((sum, one) => sum + one, 0) / values.length
  return Math.sqrt(values.reduce((sum, one) => sum + (one - mean) ** 2, 0) / values.length)
}

test('for independent draws the errors are those of the textbook', () => {
  const draw = normal(seededRandom(8))
  const count = 40_000
  const sigma = 0.8
  const { impact, before, after } = drawn(
    count,
    () => 40_000 * Math.exp(sigma * draw()),
    income => income + Math.max(0, 50_000 - income) * 0.1,
  )
  const change = after.map((one, i) => one - before[i]!)
  near(impact.overall.standardError.averageChange, deviation(change) / Math.sqrt(count), 0.15)
  near(impact.overall.standardError.meanBaseline, deviation(before) / Math.sqrt(count), 0.15)
  const share = impact.overall.winnersAndLosers.shares!.gainMoreThan5Percent
  near(
    impact.overall.winnersAndLosers.standardError.gainMoreThan5Percent,
    Math.sqrt((share * (1 - share)) / count),
    0.15,
  )
  const { gain, lose, shares } = impact.overall.winnersAndLosers
  expect(gain.share).toBeCloseTo(share + shares!.gainLessThan5Percent, 12)
  near(gain.standardError, Math.sqrt((gain.share! * (1 - gain.share!)) / count), 0.15)
  expect(lose).toEqual({ share: 0, standardError: 0 })
  const taxed = before.map((one, i) => Math.max(0, 50_000 - after[i]!) - Math.max(0, 50_000 - one))
  near(impact.programmes[0]!.standardError.change, 100 * deviation(taxed) * Math.sqrt(count), 0.15)
  const density = Math.exp(-(1.2816 ** 2) / 2) / Math.sqrt(2 * Math.PI)
  const ratio = impact.inequality.p90p10.baseline!
  const ofLogarithm = (sigma / density) * Math.sqrt((2 * 0.09 - 2 * 0.01) / count)
  near(impact.inequality.p90p10.standardError.baseline, ratio * ofLogarithm, 0.2)
})

test('errors of inequality are those of replacing halves in the exact numbers', () => {
  const draw = normal(seededRandom(3))
  const { impact, before, after } = drawn(
    1280,
    () => 40_000 * Math.exp(draw()),
    income => income + Math.max(0, 30_000 - income) * 0.2,
  )
  const convention = {
    equivalised: true,
    negativesAsZero: true,
    inequalityOver: 'people',
    straddlersWholeAbove: false,
  } as const
  const households = Array.from(before, (_, i): NaiveUnit => {
    return { before: before[i]!, after: after[i]!, ranked: before[i]!, weight: 100, people: 1 }
  })
  const measured = (units: readonly NaiveUnit[]) => ({
    baseline: naiveInequality(units, 'before', convention),
    reform: naiveInequality(units, 'after', convention),
  })
  const all = measured(households)
  const replaced = Array.from({ length: 128 }, (_, stratum) =>
    measured(
      households.map((unit, i) =>
        Math.floor(i / 10) === stratum && i % 2 === 0 ? households[i + 1]! : unit,
      ),
    ),
  )
  for (const name of ['gini', 'top10Share', 'bottom50Share', 's80s20'] as const) {
    const error = (pick: (one: typeof all) => number) =>
      replacementError(Float64Array.from(replaced, one => pick(one) - pick(all)))!
    const { standardError: errors } = impact.inequality[name]
    near(
      errors.baseline,
      error(one => one.baseline[name]!),
      0.05,
    )
    near(
      errors.change,
      error(one => one.reform[name]! - one.baseline[name]!),
      0.1,
    )
  }
})
