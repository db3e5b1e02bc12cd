/** Reforms that change formulas, of the whole population and on the command line. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { asArrow } from '../engine/src/compiler/testing/formula-changes.ts'
import {
  openModel,
  openPopulation,
  openPopulationOfModels,
  readReformFile,
  reformedModel,
  reformedParameters,
  structuralImpact,
} from '../engine/src/model/index.ts'
import type { Impact } from '../engine/src/outcomes/index.ts'
import { runCommand } from './testing/run-command.ts'

const folder = mkdtempSync(join(tmpdir(), 'reformlab-structural-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = (name: string, content: string) => {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}
const [surtax, childCredit, ctc] = [
  'surtax-on-large-incomes',
  'flat-child-credit',
  'larger-child-tax-credit',
].map(name => `law/us/reforms/${name}.reform.yaml`) as [string, string, string]

/** All numbers of an answer in their order, and the answer without them. */
function numbersOf(value: unknown): number[] {
  if (typeof value === 'number') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersOf) : []
}
const wordsOf = (value: unknown) =>
  JSON.stringify(value, (_, part) => (typeof part === 'number' ? 'number' : part))

test('two programs say of a reform of parameters what one says', async () => {
  const model = await openModel()
  const own = (name: string) =>
    asArrow(model.catalogue.variables.get(name)!.text.match(/formula\([\s\S]*\}(?=,?\s*\}\)$)/)![0])
  const same = file('same.json', JSON.stringify({ variables: { eitc: { formula: own('eitc') } } }))
  const law = reformedParameters(model.law, [await readReformFile(model, ctc)])
  const population = await openPopulation(model, 'us-cps', 2026)
  const { impact } = await population.impact(model.law, law)
  await population.close()
  const populations = await openPopulationOfModels('us-cps', 2026)
  const before = { model, law: model.law }
  const after = { model: await reformedModel(model, [await readReformFile(model, same)]), law }
  const unchanged = await structuralImpact(populations, before, { ...after, law: model.law })
  const reformed = await structuralImpact(populations, before, after)
  await populations.close()
  expect(unchanged.budget.total).toBe(0)
  expect(unchanged.programmes.every(({ winners, losers }) => !winners && !losers)).toBe(true)
  expect(impact.budget.total).toBeLessThan(-1e9)
  expect(wordsOf(reformed)).toEqual(wordsOf(impact))
  const numbers = numbersOf(impact)
  expect(numbers.length).toBeGreaterThan(500)
  const far = numbersOf(reformed).filter(
    (number, i) => Math.abs(number - numbers[i]!) > 1e-9 * Math.abs(numbers[i]!) + 1e-6,
  )
  expect(far).toEqual([])
})

test('impact compares laws of different formulas, stacked in order and as a baseline', async () => {
  const impactOf = async (...words: string[]) =>
    JSON.parse((await runCommand(['impact', '--json', ...words])).stdout) as Impact
  const alone = await impactOf('--reform', surtax)
  expect(alone.budget.total).toBeGreaterThan(1e9)
  expect(alone.programmes.find(({ name }) => name === 'income_tax')!.budgetaryImpact).toBe(alone.budget.total)
  const both = await impactOf('--reform', surtax, '--reform', childCredit)
  const onTop = await impactOf('--baseline', surtax, '--reform', childCredit)
  expect(both.budget.total).toBeCloseTo(alone.budget.total + onTop.budget.total, -3)
  const parameters = await impactOf('--baseline', surtax, '--reform', ctc)
  expect(parameters.budget.total).toBeLessThan(-1e9)
})

test('columns and household answer what a reform adds', async () => {
  const out = join(folder, 'columns.csv')
  const asked = ['columns', 'large_income_surtax,adjusted_gross_income,filing_status', '--out', out]
  expect(await runCommand(asked)).toMatchObject({ status: 2 })
  expect(await runCommand([...asked, '--reform', surtax])).toMatchObject({ status: 0 })
  const rows = readFileSync(out, 'utf8').trim().split(/\r?\n/).slice(1)
  const wrong = rows.filter(row => {
    const [, tax, income, status] = row.split(',')
    return Number(tax) !== 0.05 * Math.max(0, Number(income) - (status === 'joint' ? 2e6 : 1e6))
  })
  expect(wrong).toEqual([])
  expect(rows.filter(row => Number(row.split(',')[1]) > 0).length).toBeGreaterThan(10)
  const rich = file('rich.json', '{"people": {"Ann": {"age": 50, "employment_income": 1400000}}}')
  const words = ['household', rich, '--reform', surtax, '--variables', 'income_tax', '--explain']
  expect((await runCommand(words)).stdout).toMatch(/Surtax on large incomes +\$0 +\$20,000 +\+\$20,000/)
})

test('a mistake is told with its place, and what takes parameters alone says so', async () => {
  const wrong = file(
    'wrong.yaml',
    'variables:\n  eitc:\n    formula: |\n      unit =>\n        unit.incme_tax\n',
  )
  const told = await runCommand(['impact', '--reform', wrong])
  expect(told).toMatchObject({ status: 2, stdout: '' })
  expect(told.stderr).toContain(`${wrong}:5:14: a tax_unit has no "incme_tax"`)
  expect(told.stderr).toContain('Did you mean income_tax')
  const moderate = 'law/us/assumptions/moderate-responses.yaml'
  for (const words of [['impact', '--assume', moderate], ['rates'], ['budget'], ['parameters']]) {
    const { status, stderr } = await runCommand([...words, '--reform', surtax])
    expect(status, words[0]).toBe(2)
    expect(stderr).toContain('changes formulas (income_tax, large_income_surtax)')
  }
})
