/** What a reform and a household are shown under is there again after a reload, and is not written into their files. */
import { randomUUID } from 'node:crypto'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { exampleHousehold } from '../src/household/example-household.ts'
import { JupyterServer } from './jupyter-server.ts'
import { keepFailures, LabPage, openBrowser } from './lab-page.ts'

const server = new JupyterServer(inject('server'))
const workspace = randomUUID()
const reform =
  'reform: reformlab/1\ntitle: Remembered\nchanges:\n  gov.irs.credits.ctc.amount.base: { 2026: 3000 }\n'
let browser: Browser
let lab: LabPage
keepFailures(() => lab)

beforeAll(async () => {
  server.write('remembered.reform.yaml', reform)
  server.write('remembered.household.yaml', exampleHousehold)
  browser = await openBrowser()
  lab = await LabPage.open(browser, server, { workspace })
})

afterAll(async () => {
  await lab.close()
  await browser.close()
})

test('year, convention and reform that were chosen come back', async () => {
  await lab.openReform('remembered.reform.yaml')
  await chooser('.rl-PanelBody', 'Year').selectOption('2028')
  await chooser('.rl-PanelBody', 'Compared').selectOption('tax-calculator')
  await heading('Impact in 2028').waitFor()
  await lab.execute('docmanager:open', { path: 'remembered.household.yaml' })
  await chooser('.rl-HouseholdForm', 'Year').selectOption('2027')
  await chooser('.rl-HouseholdForm', 'Reform').selectOption({ label: 'Remembered' })
  await heading('Household in 2027: “Remembered”').waitFor()
  await lab.page.waitForTimeout(3000)
  await again()
  await heading('Household in 2027: “Remembered”').waitFor({ timeout: 30_000 })
  expect(await chooser('.rl-HouseholdForm', 'Reform').inputValue()).toBe('remembered.reform.yaml')
  await lab.page.getByRole('tab', { name: 'remembered.reform.yaml' }).click()
  await heading('Impact in 2028').waitFor({ timeout: 30_000 })
  await expect.poll(() => chooser('.rl-PanelBody', 'Compared').inputValue()).toBe('tax-calculator')
  expect(server.read('remembered.reform.yaml')).toBe(reform)
  expect(server.read('remembered.household.yaml')).toBe(exampleHousehold)
})

test('what is closed is opened as its file says', async () => {
  await lab.execute('application:close-all')
  await lab.execute('docmanager:open', { path: 'remembered.reform.yaml' })
  await heading('Impact in 2026').waitFor({ timeout: 30_000 })
  expect(lab.problems).toEqual([])
})

async function again(): Promise<void> {
  await lab.close()
  lab = await LabPage.open(browser, server, { workspace })
}

const heading = (name: string) => lab.page.getByRole('heading', { name })

const chooser = (place: string, name: string) =>
  lab.page.locator(place).getByRole('combobox', { name, exact: true })
