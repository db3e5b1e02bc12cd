/** Marginal rates against a sample of those that Tax-Calculator finds by a step of one cent; `npm run prove` compares all. */
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type CompiledModel,
  type CompiledPopulation,
  openModel,
  openPopulation,
  openRates,
  type RatesOfTax,
} from '../engine/src/model/index.ts'
import { folder } from './validation/validation-runs.ts'

const sample = JSON.parse(gunzipSync(readFileSync(new URL('rates.json.gz', folder))).toString()) as Record<
  string,
  readonly (number | null)[]
>
let model: CompiledModel
let population: CompiledPopulation
let rows: readonly number[]

beforeAll(async () => {
  model = await openModel()
  population = await openPopulation(model, 'us-cps', 2026)
  const rowOf = new Map(Array.from(population.column('tax_unit', 'tax_unit_id')!, (id, row) => [id, row]))
  rows = sample.RECID!.map(id => rowOf.get(id!)!)
})
afterAll(() => population?.close())

async function ratesOn(income: string, person: 'head' | 'spouse' = 'head', perCompensation = false) {
  const calculator = await openRates(model, population, { income, person, perCompensation })
  try {
    const rates = await calculator.rates(model.law)
    return new Map(rates.map((of): [string, RatesOfTax] => [of.tax, of]))
  } finally {
    await calculator.close()
  }
}

test.each([
  ['e00200p', 'employment_income', 'head', true],
  ['e00200s', 'employment_income', 'spouse', true],
  ['e00900p', 'self_employment_income', 'head', false],
  ['p23250', 'long_term_capital_gains', 'head', false],
  ['e00650', 'qualified_dividend_income', 'head', false],
  ['e02400', 'social_security_reported', 'head', false],
  ['e19200', 'interest_expense', 'head', false],
  ['k1bx14p', 'partnership_self_employment_income', 'head', false],
] as const)('rates on %s are those of a step of one cent', async (name, income, person, perCompensation) => {
  const rates = await ratesOn(income, person, perCompensation)
  const seen = new Set<number>()
  for (const tax of ['income_tax', 'payroll_tax', 'combined_tax']) {
    const theirs = sample[`${name} ${tax}`]!
    const { right } = rates.get(tax)!
    rows.forEach((row, i) => {
      const cent = theirs[i]
      if (cent === null) expect(right[row]).toBeNaN()
      else {
        expect(
          Math.abs(right[row]! - cent!),
          `RECID ${sample.RECID![i]}: ${right[row]} against ${cent}`,
        ).toBeLessThan(1e-5)
        seen.add(cent!)
      }
    })
  }
  expect(seen.size).toBeGreaterThan(3)
})

test('combined rates are the sum of both, and left and right differ at kinks alone', async () => {
  const rates = await ratesOn('employment_income')
  const [income, payroll, both] = ['income_tax', 'payroll_tax', 'combined_tax'].map(tax => rates.get(tax)!)
  let kinks = 0
  both!.right.forEach((rate, unit) => {
    if (Math.abs(rate - income!.right[unit]! - payroll!.right[unit]!) > 1e-12)
      expect.unreachable(`unit ${unit}`)
    if (Math.abs(rate - both!.left[unit]!) > 1e-9) kinks++
  })
  expect(kinks).toBe(12_334)
})

test('what is no income that can move is refused', async () => {
  for (const income of ['income_tax', 'filing_status', 'age'])
    await expect(openRates(model, population, { income })).rejects.toMatchObject({ code: 'E_RATE_INCOME' })
  const perCompensation = { income: 'dividend_income', perCompensation: true }
  await expect(openRates(model, population, perCompensation)).rejects.toThrow('employment_income alone')
  await expect(openRates(model, population, { income: 'wagse' })).rejects.toMatchObject({
    code: 'E_VARIABLE_UNKNOWN',
  })
})
