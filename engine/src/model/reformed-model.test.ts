import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { asArrow } from '../compiler/testing/formula-changes.ts'
import type { Situation } from '../direct/index.ts'
import { readReform } from '../reforms/read-reform.ts'
import type { Reform } from '../reforms/reform.ts'
import { calculateHousehold } from './calculate-household.ts'
import { openModel } from './open-model.ts'
import { reformedLaw, reformedParameters } from './reformed-law.ts'
import { reformedModel } from './reformed-model.ts'

const model = await openModel()
const read = (text: string, file = 'reform.yaml') => readReform(text, file, model.reforms)
const example = (name: string) =>
  read(readFileSync(new URL(`../../../law/us/reforms/${name}.reform.yaml`, import.meta.url), 'utf8'), name)

const couple = (first: number, second: number, more = {}): Situation => ({
  people: {
    Ann: { age: 38, employment_income: first },
    Bob: { age: 41, employment_income: second },
    Tom: { age: 7 },
    Lea: { age: 12 },
  },
  tax_units: { family: { head: 'Ann', spouse: 'Bob', dependents: ['Tom', 'Lea'], ...more } },
})

/** Values of the first records before and after `reforms`. */
async function ask(reforms: readonly Reform[], situation: Situation, ...variables: string[]) {
  const request = {
    ...{ situation, year: 2026, baseline: model.law, variables },
    reform: reformedParameters(model.law, reforms),
    reformModel: await reformedModel(model, reforms),
  }
  return calculateHousehold(model, request).variables.map(({ values: [first] }) => [
    first!.baseline,
    first!.reform,
  ])
}

describe('the example reforms', () => {
  test('a flat credit for each child is paid to those who earn nothing', async () => {
    const reform = await example('flat-child-credit')
    expect(await ask([reform], couple(0, 0), 'income_tax')).toEqual([[0, -4000]])
    const [credit, tax] = await ask([reform], couple(90_000, 0), 'ctc', 'income_tax')
    expect(credit).toEqual([4400, 4000])
    expect(Number(tax![1]) - Number(tax![0])).toBeCloseTo(400, 6)
  })

  test('itemized deductions count up to 15% of income', async () => {
    const reform = await example('itemized-deductions-share-of-income')
    const family = couple(300_000, 0, { interest_expense: 70_000 })
    expect(await ask([reform], family, 'itemized_deductions', 'adjusted_gross_income')).toEqual([
      [70_000, 45_000],
      [300_000, 300_000],
    ])
    const small = couple(300_000, 0, { interest_expense: 44_000 })
    expect(await ask([reform], small, 'itemized_deductions')).toEqual([[44_000, 44_000]])
  })

  test('a surtax of 5% begins at $2 million for a couple', async () => {
    const reform = await example('surtax-on-large-incomes')
    const [surtax, tax] = await ask([reform], couple(2_500_000, 0), 'large_income_surtax', 'income_tax')
    expect(surtax).toEqual([0, 25_000])
    expect(Number(tax![1]) - Number(tax![0])).toBeCloseTo(25_000, 6)
    expect(await ask([reform], couple(2_000_000, 0), 'large_income_surtax')).toEqual([[0, 0]])
  })

  test('couples who both earn deduct a tenth of the lower earnings, at most $3,000', async () => {
    const reform = await example('two-earner-deduction')
    const incomeOf = async (second: number) =>
      (await ask([reform], couple(80_000, second), 'adjusted_gross_income'))[0]!
    expect(await incomeOf(20_000)).toEqual([100_000, 98_000])
    expect(await incomeOf(50_000)).toEqual([130_000, 127_000])
    expect(await incomeOf(0)).toEqual([80_000, 80_000])
  })

  test('each worker gets a credit, taken back above $100,000 of a couple', async () => {
    const reform = await example('worker-credit')
    const creditOf = async (first: number, second: number) =>
      (await ask([reform], couple(first, second), 'eitc'))[0]![1]
    expect(await creditOf(30_000, 6_000)).toBe(2000 + 1200)
    expect(await creditOf(90_000, 20_000)).toBe(4000 - 1000)
    expect(await creditOf(200_000, 20_000)).toBe(0)
  })

  test('they stack: what each reads is what the others made', async () => {
    const names = ['two-earner-deduction', 'surtax-on-large-incomes', 'flat-child-credit', 'worker-credit']
    const all = await Promise.all(names.map(example))
    const rich = couple(2_500_000, 500_000)
    expect(await ask(all, rich, 'large_income_surtax')).toEqual([[0, 0.05 * (3_000_000 - 3000 - 2_000_000)]])
  })
})

test('formulas of the law in their own place compute the same bits', async () => {
  const own = ['refundable_ctc', 'itemized_deductions_if_itemizing', 'eitc_scheduled', 'income_tax']
  const variables = own.map(name => {
    const [, formula] = model.catalogue.variables.get(name)!.text.match(/(formula\([\s\S]*\}),?\s*\}\)$/)!
    return [name, { formula: asArrow(formula!) }]
  })
  const same = await reformedModel(model, [
    await read(JSON.stringify({ variables: Object.fromEntries(variables) })),
  ])
  expect(same).not.toBe(model)
  const bare = ({ program }: typeof model) => program.nodes.map(({ source: _, ...node }) => node)
  expect(bare(same)).toEqual(bare(model))
  expect(same.program.variables).toEqual(model.program.variables)
  expect(same.catalogue.variables.get('income_tax')).toMatchObject({
    ...{ file: 'reform.yaml', line: 1, entity: 'tax_unit', text: expect.stringMatching(/^\(unit\) =>/) },
  })
})

test('a later formula takes the place of an earlier one, and may read what an earlier reform added', async () => {
  const about = 'entity: tax_unit, label: X, reference: y'
  const first = await read(`variables:\n  x: { ${about}, formula: u => 10 }\n  eitc: { formula: u => u.x }`)
  const second = await read('variables: { x: { formula: u => 20 + u.filer_count } }', 'second.yaml')
  expect(await ask([first], couple(0, 0), 'eitc', 'x')).toEqual([
    [0, 10],
    [0, 10],
  ])
  expect(await ask([first, second], couple(0, 0), 'eitc', 'x')).toEqual([
    [0, 22],
    [0, 22],
  ])
  await expect(reformedModel(model, [second])).rejects.toMatchObject({
    ...{ code: 'E_LAW_NAME', details: { file: 'second.yaml', line: 1, column: 14 } },
  })
  await expect(reformedModel(model, [first, first])).rejects.toMatchObject({ code: 'E_LAW_NAME' })
})

test('what is computed is explained by the reform’s formulas and the law’s', async () => {
  const reforms = [await example('surtax-on-large-incomes')]
  const { lines } = calculateHousehold(model, {
    ...{ situation: couple(2_500_000, 0), year: 2026, baseline: model.law, reform: model.law, explain: true },
    ...{ reformModel: await reformedModel(model, reforms), variables: ['income_tax'] },
  })
  expect(lines!.slice(0, 1).map(({ name }) => name)).toEqual(['income_tax'])
  expect(lines!.find(({ name }) => name === 'large_income_surtax')).toMatchObject({
    ...{ depth: 1, label: 'Surtax on large incomes', reference: 'none: this reform' },
    ...{ baseline: 0, reform: 25_000 },
  })
})

test('a model is made once, and without formulas is the law’s own', async () => {
  const reform = await example('surtax-on-large-incomes')
  const made = await reformedModel(model, [reform])
  expect(await reformedModel(model, [await example('surtax-on-large-incomes')])).toBe(made)
  expect(made.hash).not.toBe(model.hash)
  expect(made.law).toBe(model.law)
  const elsewhere = await reformedModel(model, [
    { ...reform, variables: reform.variables!.map(v => ({ ...v, line: 99 })) },
  ])
  expect(elsewhere).not.toBe(made)
  expect(elsewhere.hash).toBe(made.hash)
  expect(await reformedModel(model, [await example('top-rate')])).toBe(model)
})

test('what takes parameters alone refuses formulas, and a law whose files changed takes none', async () => {
  const reform = await example('surtax-on-large-incomes')
  expect(() => reformedLaw(model.law, [reform])).toThrow(
    expect.objectContaining({ code: 'E_REFORM_FORMULA', message: expect.stringContaining('income_tax') }),
  )
  await expect(reformedModel({ ...model, hash: 'other' }, [reform])).rejects.toMatchObject({
    code: 'E_LAW_RUN',
  })
})
