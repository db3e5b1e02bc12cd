/** A reform from nothing to a cell in a notebook without a mouse, and the outcome the cell shows. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { JupyterServer } from './jupyter-server.ts'
import { runFromPalette, tabTo } from './keys.ts'
import { keepFailures, LabPage, openBrowser } from './lab-page.ts'

const server = new JupyterServer(inject('server'))
let browser: Browser
let lab: LabPage
keepFailures(() => lab)
const command = (label: string) => runFromPalette(lab.page, label)

beforeAll(async () => {
  browser = await openBrowser()
  lab = await LabPage.open(browser, server)
})

afterAll(async () => {
  await lab.close()
  await browser.close()
})

test('a reform is made, changed, taken back and saved by keys alone', async () => {
  const { page } = lab
  await command('New Reform')
  await lab.settled()
  await reach('combobox', 'Find a parameter of the law')
  await page.keyboard.type('fully refundable')
  await page.getByRole('listbox', { name: 'Parameters' }).getByRole('option').first().waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  const toggle = page.getByRole('switch', { name: 'Child tax credit fully refundable' })
  await expect.poll(() => toggle.evaluate(node => node === document.activeElement)).toBe(true)
  await page.keyboard.press('Space')
  await expect.poll(() => lab.headline('budget')).toMatch(/^−\$/)
  await reach('combobox', 'Find a parameter of the law')
  await page.keyboard.type('child credit per child')
  await page.keyboard.press('Enter')
  const slider = page.getByRole('slider', { name: 'Child tax credit per child' })
  await expect.poll(() => slider.evaluate(node => node === document.activeElement)).toBe(true)
  const before = await slider.inputValue()
  for (let step = 0; step < 5; step++) await page.keyboard.press('ArrowRight')
  expect(Number(await slider.inputValue())).toBeGreaterThan(Number(before))
  await command('Undo Change of Reform')
  await expect.poll(() => slider.inputValue()).toBe(before)
  await command('Redo Change of Reform')
  await expect.poll(() => slider.inputValue()).not.toBe(before)
  await command('Save')
  const name = await page.locator('.jp-mod-current .lm-TabBar-tabLabel').first().textContent()
  await expect.poll(() => server.read(name!)).toContain('fully_refundable: { 2026: true }')
})

test('its cell is put into the notebook, and shows the same outcome', async () => {
  const { page } = lab
  const budget = await lab.headline('budget')
  await lab.execute('notebook:create-new', { kernelName: 'python3' })
  const cells = page.locator('.jp-Notebook .jp-CodeCell')
  await cells.first().waitFor()
  await page.locator('.jp-Notebook-ExecutionIndicator[data-status="idle"]').waitFor()
  await lab.execute('reformlab:insert-cell')
  await expect.poll(() => cells.count()).toBe(2)
  expect(await cells.last().textContent()).toContain('import reformlab as rl')
  const prompt = cells.last().locator('.jp-InputPrompt')
  // JupyterLab drops what a kernel is given that has only just come up.
  const begun = async () => {
    if ((await prompt.textContent()) === '[ ]:') await lab.execute('notebook:run-cell')
    return prompt.textContent()
  }
  await expect.poll(begun, { interval: 1000, timeout: 60_000 }).not.toBe('[ ]:')
  const outcome = page.locator('.jp-Notebook .rl-Outcome')
  await outcome.locator('.rl-Headlines').waitFor({ timeout: 90_000 })
  expect(await outcome.locator('[data-headline="budget"] dd').first().textContent()).toBe(budget)
  await outcome.locator('.jp-RenderedPlotly .bars').first().waitFor()
  await lab.picture('notebook')
  expect(lab.problems).toEqual([])
})

/** Goes to a field of the panel. */
async function reach(role: 'combobox', name: string): Promise<void> {
  await command('Show Reform Panel')
  await tabTo(lab.page.getByRole(role, { name }))
}
