/** The engine dies under the hand: the panel says so, goes on, and nothing that was set is lost. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { JupyterServer } from './jupyter-server.ts'
import { keepFailures, LabPage, openBrowser } from './lab-page.ts'

const server = new JupyterServer(inject('server'))
let browser: Browser
let lab: LabPage
keepFailures(() => lab)

beforeAll(async () => {
  server.write(
    'crash.reform.yaml',
    'reform: reformlab/1\ntitle: Crash\nchanges:\n  gov.irs.credits.ctc.amount.base: { 2026: 3000 }\n',
  )
  browser = await openBrowser()
  lab = await LabPage.open(browser, server)
  await lab.openReform('crash.reform.yaml')
})

afterAll(async () => {
  await lab.close()
  await browser.close()
})

test('an engine that is killed in mid-drag comes back with what the hand has set', async () => {
  const { page } = lab
  const slider = page.getByRole('slider', { name: 'Child tax credit per child' })
  await slider.waitFor()
  const before = await lab.headline('budget')
  const box = (await slider.boundingBox())!
  const middle = box.y + box.height / 2
  await page.mouse.move(box.x + box.width / 2, middle)
  await page.mouse.down()
  for (let step = 0; step < 10; step++) await page.mouse.move(box.x + box.width / 2 + 2 * step, middle)
  server.killEngine()
  await page.locator('.rl-Notice', { hasText: 'The engine ended' }).first().waitFor()
  await page.locator('.rl-StatusText', { hasText: 'starting again' }).waitFor()
  for (let step = 10; step < 20; step++) await page.mouse.move(box.x + box.width / 2 + 2 * step, middle)
  const set = await slider.inputValue()
  await page.mouse.up()
  await lab.settled()
  await expect.poll(() => page.locator('.rl-Notice').count()).toBe(0)
  expect(await slider.inputValue()).toBe(set)
  await expect.poll(() => lab.headline('budget'), { timeout: 30_000 }).not.toBe(before)
  await page.keyboard.press('Control+s')
  await expect.poll(() => server.read('crash.reform.yaml')).toContain(`{ 2026: ${set} }`)
})
