/** Reforms are documents: they come back with the layout, tell what is wrong in them, and give cells to notebooks. */
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { JupyterServer } from './jupyter-server.ts'
import { keepFailures, LabPage, openBrowser } from './lab-page.ts'

const server = new JupyterServer(inject('server'))
const workspace = randomUUID()
let browser: Browser
let lab: LabPage
keepFailures(() => lab)

beforeAll(async () => {
  server.write(
    'documents.reform.yaml',
    '# ours\nreform: reformlab/1\ntitle: Top rate\nchanges:\n  gov.irs.income.bracket.rates: { 2027: { 7: 0.4 } }\n',
  )
  server.write(
    'spans.reform.yaml',
    'from: 2026\nto: 2028\nchanges:\n  gov.irs.credits.ctc.amount.base: 3000\n',
  )
  server.write(
    'broken.reform.yaml',
    'title: Broken\nchanges:\n  gov.irs.credits.ctc.amount.bas: { 2026: 1 }\n',
  )
  const formula = new URL('../../law/us/reforms/flat-child-credit.reform.yaml', import.meta.url)
  server.write('formula.reform.yaml', readFileSync(formula, 'utf8'))
  browser = await openBrowser()
  lab = await LabPage.open(browser, server, { workspace })
})

afterAll(async () => {
  await lab.close()
  await browser.close()
})

test('a file opens in its own year, and a row of its table is changed where it stands', async () => {
  const { page } = lab
  await lab.openReform('documents.reform.yaml')
  await page.getByRole('heading', { name: 'Impact in 2027 against current law' }).waitFor()
  const field = page.getByRole('textbox', { name: 'Income tax rates, bracket 7' })
  await field.fill('41.5 %')
  await field.press('Enter')
  await lab.execute('docmanager:save')
  await expect
    .poll(() => server.read('documents.reform.yaml'))
    .toBe(
      '# ours\nreform: reformlab/1\ntitle: Top rate\nchanges:\n  gov.irs.income.bracket.rates: { 2027: { 7: 0.415 } }\n',
    )
})

test('its cell is dragged into a notebook', async () => {
  const { page } = lab
  await lab.execute('notebook:create-new', { kernelName: 'python3' })
  const cells = page.locator('.jp-Notebook .jp-CodeCell')
  await cells.first().waitFor()
  const from = (await page.getByRole('button', { name: 'Insert as cell' }).boundingBox())!
  const to = (await cells.first().boundingBox())!
  await page.mouse.move(from.x + 10, from.y + 10)
  await page.mouse.down()
  await page.mouse.move(from.x + 60, from.y + 60, { steps: 5 })
  await page.mouse.move(to.x + 200, to.y + 12, { steps: 10 })
  await page.waitForTimeout(300)
  await page.mouse.up()
  await expect.poll(() => cells.count()).toBe(2)
  const texts = await cells.allTextContents()
  expect(texts.join('')).toContain('gov.irs.income.bracket.rates: { 2027: { 7: 0.415 } }')
})

test('the reform is there again when the page is', async () => {
  await lab.page.waitForTimeout(2000)
  await lab.close()
  lab = await LabPage.open(browser, server, { workspace })
  await lab.page.getByRole('tab', { name: 'documents.reform.yaml' }).click()
  await lab.settled()
  expect(await lab.headline('budget')).toMatch(/^\+\$/)
})

test('its session is closed with it', async () => {
  const closed = lab.page.waitForResponse(answer => answer.request().method() === 'DELETE')
  await lab.execute('application:close')
  expect((await closed).status()).toBe(204)
  expect(lab.problems).toEqual([])
})

test('a form that is not edited where it stands is put into the one that is', async () => {
  const { page } = lab
  await page.getByRole('tab', { name: /File Browser/ }).click()
  await lab.openReform('spans.reform.yaml')
  const field = page.getByRole('textbox', { name: 'Child tax credit per child, exact value' })
  await field.fill('3100')
  await field.press('Enter')
  await expect.poll(() => field.inputValue()).toBe('3,100')
  await lab.execute('docmanager:save')
  await expect
    .poll(() => server.read('spans.reform.yaml'))
    .toContain('gov.irs.credits.ctc.amount.base: { 2026: { value: 3100, to: 2028 } }')
})

test('a reform that changes formulas is shown with them from the first number on', async () => {
  const { page } = lab
  await page.getByRole('tab', { name: /File Browser/ }).click()
  await page.locator('.jp-DirListing-item', { hasText: 'formula.reform.yaml' }).dblclick()
  await inView('.rl-Headlines').waitFor({ timeout: 60_000 })
  expect(await lab.headline('budget')).toMatch(/^−\$\d/)
  await page.getByRole('region', { name: 'Formulas' }).getByText('2000 * unit.ctc_children').waitFor()
})

test('a mistake in a file is told with its place and what to do', async () => {
  const { page } = lab
  await page.getByRole('tab', { name: /File Browser/ }).click()
  await page.locator('.jp-DirListing-item', { hasText: 'broken.reform.yaml' }).dblclick()
  const notice = page.locator('.rl-PanelBody .rl-Notice', { hasText: 'Line 3' })
  await notice.waitFor({ timeout: 30_000 })
  expect(await notice.textContent()).toContain('gov.irs.credits.ctc.amount.base')
  await inView('.rl-Notice', { hasText: 'Line 3' }).waitFor()
  await inView('.rl-Notice', { hasText: 'Opening' }).waitFor({ state: 'detached', timeout: 60_000 })
  expect(await inView('.rl-Headlines').count()).toBe(0)
  await lab.picture('mistake')
})

/** In the impact of the reform that is seen. */
const inView = (selector: string, options: { readonly hasText?: string } = {}) =>
  lab.page.locator(`.rl-ReformDocument:not(.lm-mod-hidden) .rl-ImpactView ${selector}`, options)
