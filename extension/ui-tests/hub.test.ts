/** The panel on a hub: an analyst computes, a viewer is told in words why not. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { JupyterHub } from './jupyter-hub.ts'
import { openBrowser } from './lab-page.ts'

const name = 'hub.reform.yaml'
const reform =
  'reform: reformlab/1\ntitle: On a hub\nchanges:\n  gov.irs.credits.ctc.amount.base: { 2026: 3000 }\n'
const household = 'people: { Ann: { age: 38, employment_income: 52000 } }\n'

let hub: JupyterHub
let browser: Browser

beforeAll(async () => {
  hub = await JupyterHub.start()
  browser = await openBrowser()
})

afterAll(async () => {
  await browser?.close()
  await hub?.stop()
})

test('a viewer sees the reform with its controls disabled, and why', async () => {
  const page = await hub.open(browser, 'bob', name, reform)
  const panel = page.locator('.rl-PanelBody .rl-Panel')
  const notice = panel.getByRole('alert')
  await notice.waitFor({ timeout: 60_000 })
  expect(await notice.textContent()).toContain('This hub lets you look at laws and reforms, and not compute.')
  expect(await notice.textContent()).toContain('Ask its administrator')
  const slider = panel.getByRole('slider', { name: 'Child tax credit per child' })
  await slider.waitFor()
  const controls = panel.locator('button, input, select')
  expect(await controls.count()).toBeGreaterThan(5)
  const enabled = await controls.evaluateAll(all => all.filter(one => !one.matches(':disabled')).length)
  expect(enabled).toBe(0)
  expect(await panel.getAttribute('title')).toContain('custom:reformlab:run')
  expect(await page.locator('.rl-ImpactView').getByRole('alert').textContent()).toContain('administrator')
  await page.context().close()
})

test('a viewer sees a household with its controls disabled, and why', async () => {
  const page = await hub.open(browser, 'bob', 'hub.household.yaml', household)
  const notice = page.locator('.rl-HouseholdView').getByRole('alert')
  await notice.waitFor({ timeout: 60_000 })
  expect(await notice.textContent()).toContain('This hub lets you look at laws and reforms, and not compute.')
  const form = page.locator('.rl-HouseholdForm')
  await form.getByRole('textbox', { name: 'Ann: Wages', exact: true }).waitFor()
  const controls = form.locator('button, input, select')
  expect(await controls.count()).toBeGreaterThan(8)
  const enabled = await controls.evaluateAll(all => all.filter(one => !one.matches(':disabled')).length)
  expect(enabled).toBe(0)
  expect(await form.getAttribute('title')).toContain('custom:reformlab:run')
  await page.context().close()
})

test('an analyst drags a parameter and the budget follows', async () => {
  const page = await hub.open(browser, 'ann', name, reform)
  const budget = page.locator('.rl-ImpactView [data-headline="budget"] dd').first()
  await budget.waitFor({ timeout: 90_000 })
  const before = await budget.textContent()
  const slider = page.getByRole('slider', { name: 'Child tax credit per child' })
  await slider.waitFor()
  const box = (await slider.boundingBox())!
  const middle = box.y + box.height / 2
  await page.mouse.move(box.x + box.width / 2, middle)
  await page.mouse.down()
  for (let step = 1; step <= 20; step++) {
    await page.mouse.move(box.x + box.width / 2 + 3 * step, middle)
    await page.waitForTimeout(16)
  }
  await page.mouse.up()
  await expect.poll(() => budget.textContent(), { timeout: 15_000 }).not.toBe(before)
  expect(Number(await slider.inputValue())).toBeGreaterThan(3000)
  await page.context().close()
})
