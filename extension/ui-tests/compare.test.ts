/** Several reforms side by side: open ones as they are dragged, others from their files. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { JupyterServer } from './jupyter-server.ts'
import { keepFailures, LabPage, openBrowser } from './lab-page.ts'

const server = new JupyterServer(inject('server'))
const credit = 'gov.irs.credits.ctc.amount.base'
const reformOf = (title: string, changes: string) =>
  `reform: reformlab/1\ntitle: ${title}\nchanges: { ${changes} }\n`

let browser: Browser
let lab: LabPage
keepFailures(() => lab)

beforeAll(async () => {
  server.write('dragged.reform.yaml', reformOf('A dragged credit', `${credit}: { 2026: 3000 }`))
  server.write('asleep.reform.yaml', reformOf('The same from its file', `${credit}: { 2026: 3000 }`))
  server.write('rates.reform.yaml', reformOf('A top rate', 'gov.irs.income.bracket.rates.7: { 2026: 0.42 }'))
  browser = await openBrowser()
  lab = await LabPage.open(browser, server)
})

afterAll(async () => {
  await lab.close()
  await browser.close()
})

const view = () => lab.page.locator('.rl-CompareView')
const row = (name: string) =>
  view()
    .locator('.rl-CompareTable')
    .getByRole('row')
    .filter({ has: lab.page.getByRole('rowheader', { name, exact: true }) })
const cells = (name: string) => row(name).getByRole('cell').allTextContents()
const add = async (name: string) => {
  await view().getByLabel('Add a reform').focus()
  await view().locator('option', { hasText: name }).waitFor({ state: 'attached' })
  await view().getByLabel('Add a reform').selectOption({ label: name })
}

test('the open reform stands in a column; files of the folder are added and give the same numbers', async () => {
  await lab.openReform('dragged.reform.yaml')
  await lab.page.getByRole('button', { name: 'Compare' }).click()
  await row('Net').waitFor()
  await add('asleep.reform.yaml')
  await add('rates.reform.yaml')
  await expect.poll(async () => (await cells('Net'))[2], { timeout: 30_000 }).toMatch(/^\+\$.* ± \$/)
  const [open, file] = await cells('Net')
  expect(open).toBe(file)
  expect(open).toContain((await budgetOfDocument())!)
  expect(await cells('Better off')).toHaveLength(3)
  expect(await cells('90–100%')).toHaveLength(3)
  await view().locator('[data-chart="netBudget"] .bars').first().waitFor({ state: 'attached' })
  await view().locator('[data-chart="compared-averageChange"]').scrollIntoViewIfNeeded()
  await view()
    .locator('[data-chart="compared-averageChange"] .scatterlayer .trace')
    .nth(2)
    .waitFor({ state: 'attached' })
})

test('it follows a reform that is changed, and a file that is saved', async () => {
  const { page } = lab
  await lab.execute('docmanager:open', { path: 'dragged.reform.yaml' })
  await page.getByRole('textbox', { name: 'Child tax credit per child, exact value' }).fill('3500')
  await page.keyboard.press('Enter')
  await page.getByRole('tab', { name: 'Compare Reforms' }).click()
  await expect.poll(async () => (await cells('Net'))[0]).not.toBe((await cells('Net'))[1])
  await page.evaluate(
    async text => {
      const { contents } = window.jupyterapp.serviceManager
      await contents.save('asleep.reform.yaml', { type: 'file', format: 'text', content: text })
    },
    reformOf('The same from its file', `${credit}: { 2026: 3500 }`),
  )
  await expect.poll(async () => (await cells('Net'))[1]).toBe((await cells('Net'))[0])
})

test('another year is that of all columns, a column is taken out, and all numbers are downloaded', async () => {
  const { page } = lab
  const before = await cells('Net')
  await view().getByLabel('Year').selectOption('2027')
  await expect.poll(async () => (await cells('Net'))[2], { timeout: 60_000 }).not.toBe(before[2])
  await expect.poll(async () => (await cells('Net')).join(), { timeout: 60_000 }).not.toContain('–,')
  await view().getByRole('button', { name: 'Take The same from its file out' }).click()
  expect(await cells('Net')).toHaveLength(2)
  const downloads = page.waitForEvent('download')
  await view().getByRole('button', { name: 'Download as CSV' }).click()
  const stream = await (await downloads).createReadStream()
  const parts: Buffer[] = []
  for await (const part of stream) parts.push(part as Buffer)
  const [head, ...lines] = Buffer.concat(parts).toString('utf8').trim().split('\n')
  expect(head).toBe(
    'block,of,measure,A dragged credit,A dragged credit: standard error,A top rate,A top rate: standard error',
  )
  expect(lines.length).toBeGreaterThan(200)
  expect(lines[0]).toMatch(/^budget,total,change,-\d.*,\d.*,\d.*,\d/)
})

test('a reload brings the comparison back', async () => {
  const { page } = lab
  await page.waitForTimeout(2000)
  await page.reload()
  await page.getByRole('menuitem', { name: 'File', exact: true }).waitFor({ timeout: 60_000 })
  await page.evaluate(() => window.jupyterapp.restored.then(() => {}))
  await page.getByRole('tab', { name: 'Compare Reforms' }).click()
  await row('Net').waitFor({ timeout: 60_000 })
  expect(await cells('Net')).toHaveLength(2)
  await expect.poll(() => view().getByLabel('Year').inputValue()).toBe('2027')
  expect(lab.problems).toEqual([])
})

const budgetOfDocument = async () =>
  lab.page.locator('.rl-ReformDocument [data-headline="budget"] dd').first().textContent()
