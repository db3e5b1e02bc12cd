/** The budget over several years: each year is what `impact` answers for it, and moving between years leaves nothing behind. */
import { expect, test } from 'vitest'
import { budgetWindow, openModel, openPopulation } from '../engine/src/model/index.ts'
import { runCommand } from './testing/run-command.ts'
import { lawOf } from './validation/validation-runs.ts'

test('every year is that of a population of its own, and the sum is their sum', async () => {
  const model = await openModel()
  const laws = { baseline: model.law, reform: await lawOf(model, 'larger-credits') }
  const moving = await openPopulation(model, 'us-cps', 2020)
  const window = await budgetWindow(moving, laws, [2018, 2030, 2020])
  await moving.close()
  for (const { year, budget, programmes } of window.years) {
    const population = await openPopulation(model, 'us-cps', year)
    const { impact } = await population.impact(laws.baseline, laws.reform)
    await population.close()
    expect(budget).toEqual(impact.budget)
    expect(programmes.income_tax).toBe(impact.programmes[0]!.budgetaryImpact)
  }
  expect(window.total.budget.total).toBe(window.years.reduce((sum, { budget }) => sum + budget.total, 0))
  expect(window.labels).toEqual({ income_tax: 'Individual income tax' })
})

test('reformlab budget shows a line a year and their sum', async () => {
  const words = ['budget', '--to', '2027', '--reform', 'law/us/reforms/top-rate.reform.yaml']
  const { status, stdout } = await runCommand(words)
  expect(status).toBe(0)
  expect(stdout.match(/^ {2}20\d\d +[+-]\d+\.\d/gm)).toHaveLength(2)
  expect(stdout).toMatch(/^ {2}2026–2027 +\+\d+\.\d +\+\d+\.\d/m)
})

test.each([
  [['--from', '2030', '--to', '2029'], 'E_USAGE', '2029 comes before 2030'],
  [['--from', '2035', '--to', '2037'], 'E_DATASET_YEAR', '2037'],
  [['--from', 'soon'], 'E_USAGE', 'Write --from 2026'],
])('%j is refused', async (words, code, part) => {
  const { status, stdout, stderr } = await runCommand(['budget', ...words])
  expect([status, stdout]).toEqual([2, ''])
  expect(stderr).toContain(code)
  expect(stderr).toContain(part)
})
