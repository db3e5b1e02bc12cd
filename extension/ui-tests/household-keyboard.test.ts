/** A household by keys alone: made, changed, read, taken back and saved. */
import { rmSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { JupyterServer } from './jupyter-server.ts'
import { runFromPalette, tabTo } from './keys.ts'
import { keepFailures, LabPage, openBrowser } from './lab-page.ts'

const server = new JupyterServer(inject('server'))
let browser: Browser
let lab: LabPage
keepFailures(() => lab)

beforeAll(async () => {
  rmSync(server.path('untitled.household.yaml'), { force: true })
  browser = await openBrowser()
  lab = await LabPage.open(browser, server)
})

afterAll(async () => {
  await lab.close()
  await browser.close()
})

test('age and income are changed, the net income is read, and both are taken back', async () => {
  const { page } = lab
  await runFromPalette(page, 'New Household')
  await headline().waitFor({ timeout: 60_000 })
  // JupyterLab moves the focus once more after it has opened a document.
  await page.waitForTimeout(1000)
  const first = await headline().textContent()
  await enter('Age of Mia', '19')
  await expect.poll(() => headline().textContent()).not.toBe(first)
  const older = await headline().textContent()
  await enter('Ann: Wages', '61500')
  await expect.poll(() => headline().textContent()).not.toBe(older)
  expect(dollars(await headline().textContent())).toBeGreaterThan(dollars(older))
  await page.keyboard.press('Control+s')
  await expect
    .poll(() => server.read('untitled.household.yaml'))
    .toContain('Ann: { age: 38, employment_income: 61500')
  expect(server.read('untitled.household.yaml')).toContain('Mia: { age: 19')
  await runFromPalette(page, 'Undo Change of Household')
  await expect.poll(() => headline().textContent()).toBe(older)
  await runFromPalette(page, 'Undo Change of Household')
  await expect.poll(() => headline().textContent()).toBe(first)
})

test('every view is reached by arrow keys', async () => {
  const { page } = lab
  const views = page.locator('.rl-HouseholdView').getByRole('tab')
  await tabTo(views.first())
  for (const view of ['Marginal rates', 'Why it changes', 'Two incomes', 'Net income']) {
    await page.keyboard.press('ArrowRight')
    await page.locator('.rl-HouseholdView').getByRole('tab', { name: view, selected: true }).waitFor()
  }
  await page.locator('.rl-Parts').waitFor()
  expect(lab.problems).toEqual([])
})

const headline = () => lab.page.locator('.rl-HouseholdView [data-headline="household_net_income"] dd').first()

const dollars = (text: string | null) => Number(text?.replace(/[$,]/g, ''))

async function enter(field: string, value: string): Promise<void> {
  const { page } = lab
  await tabTo(page.getByRole('textbox', { name: field, exact: true }))
  await page.keyboard.press('Control+a')
  await page.keyboard.type(value)
  await page.keyboard.press('Enter')
}
