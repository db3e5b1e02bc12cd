/** Controls of the panel beside the slider: terms, solving for a budget, formulas; each is written into the file. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { JupyterServer } from './jupyter-server.ts'
import { keepFailures, LabPage, openBrowser } from './lab-page.ts'

const server = new JupyterServer(inject('server'))
const credit = 'gov.irs.credits.ctc.amount.base'
const label = 'Child tax credit per child'
const reform = `# Ours.
reform: reformlab/1
title: A larger credit
changes:
  ${credit}: { 2026: 3000 } # a child
`
const formulas = `title: A surtax
variables:
  large_income_surtax:
    entity: tax_unit
    label: Surtax on large incomes
    unit: currency-USD
    reference: "none: this reform"
    formula: unit => 0.05 * Math.max(0, unit.adjusted_gross_income - 1_000_000)
  income_tax:
    formula: unit => unit.income_tax_before_fair_share_tax + unit.fair_share_tax + unit.large_income_surtax
changes:
  ${credit}: { 2026: 2500 }
`

let browser: Browser
let lab: LabPage
keepFailures(() => lab)

beforeAll(async () => {
  server.write('controls.reform.yaml', reform)
  server.write('formulas.reform.yaml', formulas)
  browser = await openBrowser()
  lab = await LabPage.open(browser, server)
})

afterAll(async () => {
  await lab.close()
  await browser.close()
})

const card = () => lab.page.getByRole('article', { name: label })
async function saved(name = 'controls.reform.yaml'): Promise<string> {
  await lab.execute('docmanager:save')
  await lab.page.waitForTimeout(500)
  return server.read(name)
}

test('a change ends and stays as it is by what is chosen, and all else in the file is as it was', async () => {
  const { page } = lab
  await lab.openReform('controls.reform.yaml')
  await card().waitFor()
  await card().getByLabel(`${label}, last year`).selectOption('2028')
  await expect.poll(() => saved()).toContain(`${credit}: { 2026: { value: 3000, to: 2028 } } # a child`)
  await card().getByLabel(`${label}, growth`).selectOption({ label: 'stays' })
  await expect.poll(() => saved()).toContain('{ 2026: { value: 3000, indexed: false, to: 2028 } }')
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect.poll(() => saved()).toBe(reform)
})

test('a change that begins later is shown, and where the year shown is the law’s', async () => {
  await card().getByLabel(`${label}, first year`).selectOption('2028')
  await expect.poll(() => saved()).toContain(`${credit}: { 2028: 3000 } # a child`)
  await card().getByText('In 2026 this is what the law says.').waitFor()
  await expect.poll(() => lab.headline('budget')).toBe('$0')
  await lab.page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect.poll(() => lab.headline('budget')).toMatch(/^−\$/)
})

test('the value that gives a budget is found by keys alone, and is one step back', async () => {
  const { page } = lab
  await card()
    .getByRole('button', { name: `Solve ${label} for a budget` })
    .press('Enter')
  const field = card().getByLabel(`${label}: change of the budget, billion USD a year`)
  await expect.poll(() => field.evaluate(node => node === document.activeElement)).toBe(true)
  await field.fill('-20')
  await field.press('Enter')
  await card().getByText('changes the budget by −$20.0 bn').waitFor({ timeout: 60_000 })
  expect(await lab.headline('budget')).toBe('−$20.0 bn')
  const found = /2026: ([\d.]+) /.exec(await saved())?.[1]
  expect(Number(found)).toBeGreaterThan(2200)
  expect(Number(found)).toBeLessThan(3000)
  await field.fill('-9000')
  await field.press('Enter')
  await card().getByText('Nothing was changed').waitFor({ timeout: 60_000 })
  await expect.poll(() => lab.headline('budget')).toBe('−$20.0 bn')
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect.poll(() => saved()).toBe(reform)
  await lab.picture('solve')
})

test('a reform that changes formulas is computed and dragged, its formulas beside the law’s', async () => {
  const { page } = lab
  await lab.execute('docmanager:open', { path: 'formulas.reform.yaml' })
  const surtax = page.getByRole('article', { name: 'Surtax on large incomes' })
  await surtax.getByText('adjusted_gross_income - 1_000_000').waitFor({ timeout: 30_000 })
  await expect.poll(() => lab.headline('budget'), { timeout: 60_000 }).toMatch(/^\+\$/)
  const tax = page.getByRole('article', { name: 'Individual income tax after refundable credits' })
  await tax.getByRole('button', { name: 'law', exact: true }).click()
  await tax.getByText('as the law has it').waitFor()
  const before = await lab.headline('budget')
  await page.getByRole('textbox', { name: `${label}, exact value` }).fill('3500')
  await page.keyboard.press('Enter')
  await expect.poll(() => lab.headline('budget'), { timeout: 30_000 }).not.toBe(before)
  expect(lab.problems).toEqual([])
  await surtax.getByRole('button', { name: 'Reset Surtax on large incomes' }).click()
  await page.locator('.rl-PanelBody [role="alert"]', { hasText: 'large_income_surtax' }).waitFor()
})
