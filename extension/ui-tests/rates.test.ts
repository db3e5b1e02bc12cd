/** Marginal rates of all who earn: those of the command line, computed while their tab is open and the reform rests. */
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { JupyterServer } from './jupyter-server.ts'
import { keepFailures, LabPage, openBrowser } from './lab-page.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const server = new JupyterServer(inject('server'))
const rate = 'gov.irs.income.bracket.rates.3'
const reform = `reform: reformlab/1\ntitle: A higher rate\nchanges:\n  ${rate}: { 2026: 0.25 }\n`

let browser: Browser
let lab: LabPage
const asked: string[] = []
keepFailures(() => lab)

beforeAll(async () => {
  server.write('rates-tab.reform.yaml', reform)
  browser = await openBrowser()
  lab = await LabPage.open(browser, server)
  lab.page.on('request', request => request.url().endsWith('v1/incentives') && asked.push(request.url()))
})

afterAll(async () => {
  await lab.close()
  await browser.close()
})

const row = async (name: string) => {
  const table = lab.page.getByRole('table', { name: 'High rates and cliffs' })
  return table.getByRole('row').filter({ hasText: name }).getByRole('cell').allTextContents()
}

test('nothing is asked before somebody looks; then rates are those of the command line', async () => {
  const { page } = lab
  await lab.openReform('rates-tab.reform.yaml')
  await page.waitForTimeout(1500)
  expect(asked).toEqual([])
  await page.getByRole('tab', { name: 'Marginal rates' }).click()
  await page.getByRole('table', { name: 'High rates and cliffs' }).waitFor({ timeout: 60_000 })
  const command = ['engine/bin/reformlab.mjs', 'incentives', '--json', '--year', '2026', '--reform']
  const words = [...command, server.path('rates-tab.reform.yaml')]
  const options = { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 } as const
  const { overall } = JSON.parse(execFileSync(process.execPath, words, options))
  const { mean, aboveHalf } = overall.marginalRates.next
  const percent = (share: number) => `${(100 * share).toFixed(2)} %`
  expect((await row('Mean rate')).slice(0, 2)).toEqual([percent(mean.baseline), percent(mean.reform)])
  expect((await row('Rate above 50 %')).slice(0, 2)).toEqual([
    percent(aboveHalf.baseline),
    percent(aboveHalf.reform),
  ])
  await page.getByLabel('What is taken of').selectOption({ label: 'all that is earned' })
  const all = overall.participationRates.mean
  expect((await row('Mean rate')).slice(0, 2)).toEqual([percent(all.baseline), percent(all.reform)])
})

test('while the reform moves they wait, then follow; another tab asks nothing', async () => {
  const { page } = lab
  const before = await row('Mean rate')
  const count = asked.length
  const field = page.getByRole('textbox', { name: 'Income tax rates, bracket 3' })
  for (const typed of ['26', '27', '28']) {
    await field.fill(typed)
    await field.press('Enter')
  }
  await page.getByText('What is shown is of the reform before').waitFor()
  await expect.poll(() => row('Mean rate'), { timeout: 30_000 }).not.toEqual(before)
  await page.getByText(/^The rate rises for/).waitFor()
  expect(asked.length - count).toBeLessThanOrEqual(2)
  await page.getByRole('tab', { name: 'Overview' }).click()
  const still = asked.length
  await field.fill('29')
  await field.press('Enter')
  await page.waitForTimeout(2000)
  expect(asked).toHaveLength(still)
  expect(lab.problems).toEqual([])
})
