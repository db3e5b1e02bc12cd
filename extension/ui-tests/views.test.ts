/** Every view in both themes: nothing serious that axe finds, and a picture for people. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { JupyterServer } from './jupyter-server.ts'
import { keepFailures, LabPage, openBrowser, type Theme } from './lab-page.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const server = new JupyterServer(inject('server'))
const reform = `reform: reformlab/1
title: A larger child credit, paid by the top
changes:
  gov.irs.credits.ctc.amount.base: { 2026: 3000 }
  gov.irs.credits.ctc.refundable.fully_refundable: { 2026: true }
  gov.irs.income.bracket.rates.7: { 2026: 0.42 }
`

const formulas = `title: A surtax of 5 % on incomes above $1 million
variables:
  large_income_surtax:
    entity: tax_unit
    label: Surtax on large incomes
    unit: currency-USD
    reference: "none: this reform"
    formula: |
      unit => {
        const threshold = unit.filing_status === 'joint' ? 2_000_000 : 1_000_000
        return 0.05 * Math.max(0, unit.adjusted_gross_income - threshold)
      }
  income_tax:
    formula: unit => unit.income_tax_before_fair_share_tax + unit.fair_share_tax + unit.large_income_surtax
changes:
  gov.irs.credits.ctc.amount.base: { 2026: 2500 }
`

interface Violation {
  readonly id: string
  readonly impact: string
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[]
}

let browser: Browser
let lab: LabPage
keepFailures(() => lab)

beforeAll(async () => {
  server.write('views.reform.yaml', reform)
  server.write('formulas-view.reform.yaml', formulas)
  browser = await openBrowser()
})

afterAll(() => browser.close())

describe.each<Theme>(['light', 'dark'])('in the %s theme', theme => {
  beforeAll(async () => {
    lab = await LabPage.open(browser, server)
    await lab.setTheme(theme)
  })

  afterAll(() => lab.close())

  test('the panel without a reform', async () => {
    await lab.page.getByRole('tab', { name: 'Reform', exact: true }).click()
    await lab.page.getByRole('button', { name: 'New reform' }).waitFor()
    await look('empty')
    await lab.page.getByRole('tab', { name: /File Browser/ }).click()
  })

  test('opening, and the overview with its cards', async () => {
    await lab.openReform('views.reform.yaml')
    await lab.page.locator('.rl-Card').nth(2).waitFor()
    await lab.page.waitForTimeout(4000)
    await look('overview')
  })

  test.each(['Budget', 'Incomes', 'Poverty', 'Inequality', 'Definitions'])('the tab %s', async name => {
    await lab.page.getByRole('tab', { name, exact: true }).click()
    await look(name.toLowerCase())
    await lab.page.getByRole('tab', { name: 'Overview' }).click()
  })

  test('the tab Marginal rates, when the reform has rested', async () => {
    const { page } = lab
    await page.getByRole('tab', { name: 'Marginal rates' }).click()
    await page.locator('[data-chart="rateSpread"] .bars').first().waitFor({ timeout: 60_000 })
    await page.locator('[data-chart="rateByGroup"] .scatterlayer').waitFor()
    await page.waitForTimeout(500)
    await look('rates')
    const table = page.getByRole('table', { name: 'High rates and cliffs' })
    await table.scrollIntoViewIfNeeded()
    await look('rates-tables')
    await page.getByRole('tab', { name: 'Overview' }).click()
  })

  test('a chart as its table', async () => {
    const chart = lab.page.locator('[data-chart="winnersAndLosers"]')
    await chart.getByRole('button', { name: 'table' }).click()
    await look('chart-table')
    await chart.getByRole('button', { name: 'chart' }).click()
  })

  test('searching', async () => {
    await lab.page.getByRole('combobox', { name: 'Find a parameter' }).fill('standard deduction')
    await lab.page.getByRole('listbox', { name: 'Parameters' }).getByRole('option').first().waitFor()
    await look('search')
    await lab.page.keyboard.press('Escape')
  })

  test('terms of a change, and solving for a budget', async () => {
    const solve = lab.page.getByRole('button', { name: /^Solve Child tax credit per child/ })
    await solve.click()
    await look('solve')
    await solve.click()
  })

  test('a reform that changes formulas', async () => {
    await lab.execute('docmanager:open', { path: 'formulas-view.reform.yaml' })
    await lab.page.locator('.rl-Formula').first().waitFor()
    await lab.settled()
    await look('formulas')
  })

  test('reforms compared', async () => {
    await lab.execute('reformlab:compare')
    const view = lab.page.locator('.rl-CompareView')
    await view.locator('[data-chart="netBudget"] .bars').first().waitFor({ state: 'attached' })
    await lab.page.waitForTimeout(1500)
    await look('compare')
    await view.locator('.rl-Charts').scrollIntoViewIfNeeded()
    await lab.page.waitForTimeout(1500)
    await look('compare-charts')
  })

  const look = async (view: string) => {
    await lab.picture(`${view}-${theme}`)
    expect(await violations()).toEqual([])
  }
})

/** What axe finds serious in what is ours. */
async function violations(): Promise<string[]> {
  await lab.page.evaluate(axe)
  const found = await lab.page.evaluate(async () => {
    const ours = ['.rl-PanelBody', '.rl-ImpactView', '.rl-CompareView', '.rl-Status'].filter(one =>
      document.querySelector(one),
    )
    const { axe: checker } = window as unknown as {
      axe: { run(context: unknown): Promise<{ violations: Violation[] }> }
    }
    return (await checker.run({ include: ours })).violations
  })
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`))
}
