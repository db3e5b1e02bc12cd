/** Populations: found, spread by group, read row by row; without a mouse, in both themes, and protected ones by their card alone. */
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { JupyterServer } from './jupyter-server.ts'
import { keepFailures, LabPage, openBrowser, type Theme } from './lab-page.ts'

const server = new JupyterServer(inject('server'))
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const workspace = randomUUID()
let browser: Browser
let lab: LabPage
keepFailures(() => lab)

beforeAll(async () => {
  browser = await openBrowser()
  lab = await LabPage.open(browser, server, { workspace })
  await withProtected()
})

afterAll(async () => {
  await lab.close()
  await browser.close()
})

test('a variable is found and its distribution seen by keys alone', async () => {
  const { page } = lab
  await lab.execute('reformlab:show-data')
  await page.getByText('How to cite').waitFor({ timeout: 60_000 })
  await reach(page.getByRole('tab', { name: 'Card', exact: true }))
  await page.keyboard.press('ArrowRight')
  const search = page.getByRole('searchbox', { name: 'Find a variable' })
  await search.waitFor({ timeout: 60_000 })
  await reach(search)
  await page.keyboard.type('earned income credit')
  await expect.poll(() => page.locator('.rl-Variables tbody tr').count()).toBeLessThan(40)
  await reach(
    page
      .locator('.rl-Variables tbody tr', { has: page.getByText('eitc', { exact: true }) })
      .getByRole('button'),
  )
  await page.keyboard.press('Enter')
  await page.locator('.rl-DataMain [data-headline="mean"]').waitFor()
  await expect.poll(() => page.locator('[data-chart="spread"] .bars .point').count()).toBeGreaterThan(10)
})

test('the histogram is another for each group, and its numbers are those of the engine', async () => {
  const { page } = lab
  const everybody = await bars()
  await page.getByRole('combobox', { name: 'By', exact: true }).selectOption('filing_status')
  await page.locator('[data-chart="groups"]').waitFor()
  await page.getByRole('combobox', { name: 'Group', exact: true }).selectOption('single')
  await expect.poll(bars).not.toEqual(everybody)
  const single = await bars()
  await page.getByRole('combobox', { name: 'Group', exact: true }).selectOption('joint')
  await expect.poll(bars).not.toEqual(single)
  const { columns } = (await ask('summaries?columns=eitc&by=filing_status&records=nonzero')) as {
    columns: { groups: { group: string; records: number }[] }[]
  }
  const joint = columns[0]!.groups.find(({ group }) => group === 'joint')!
  const shown = page.locator('.rl-DataMain [data-headline="weighted"] .rl-Sub')
  await expect.poll(() => shown.textContent()).toBe(`${joint.records.toLocaleString('en-US')} records`)
  const weighted = page.locator('.rl-DataMain [data-headline="weighted"] dd').first()
  await page.getByRole('checkbox', { name: 'Weighted to the population' }).uncheck()
  await expect.poll(() => weighted.textContent()).toBe(joint.records.toLocaleString('en-US'))
  await page.getByRole('checkbox', { name: 'Weighted to the population' }).check()
})

test('records are paged, and come as a file', async () => {
  const { page } = lab
  await page.getByRole('tab', { name: 'Records' }).click()
  const first = page.locator('.rl-RowTable tbody th').first()
  await expect.poll(() => first.textContent()).toBe('1')
  await page.getByRole('button', { name: 'Next' }).click()
  await expect.poll(() => first.textContent()).toBe('51')
  await page.getByRole('combobox', { name: 'Records of' }).selectOption('household')
  await expect.poll(() => first.textContent()).toBe('1')
  const states = page.locator('.rl-RowTable tbody td').first()
  await expect.poll(() => states.textContent()).toMatch(/^[A-Z][a-z]+/)
  await page.getByRole('button', { name: 'Remove household_size' }).click()
  await expect.poll(() => page.locator('.rl-RowTable thead').textContent()).not.toContain('household_size')
  const arriving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download all as CSV' }).click()
  const lines = readFileSync(await (await arriving).path(), 'utf8')
    .trimEnd()
    .split('\r\n')
  expect(lines).toHaveLength(200_577)
  expect(lines[0]).toBe(
    'state_fips,household_market_income,household_tax,household_benefits,household_net_income,weight',
  )
})

test.each<Theme>(['light', 'dark'])('every view can be read in the %s theme', async theme => {
  const { page } = lab
  await lab.setTheme(theme)
  for (const tab of ['Card', 'Variables', 'Distribution', 'Records']) {
    await page.getByRole('tab', { name: tab, exact: true }).click()
    await page.waitForTimeout(1500)
    await lab.picture(`data-${tab.toLowerCase()}-${theme}`)
    expect(await violations()).toEqual([])
    if (tab === 'Distribution') {
      await page.getByRole('combobox', { name: 'Group', exact: true }).selectOption('head_of_household')
      await page.locator('[data-chart="spread"] h3', { hasText: 'head of household' }).waitFor()
      await page.locator('[data-chart="groups"]').scrollIntoViewIfNeeded()
      await page.waitForTimeout(1500)
      await lab.picture(`data-groups-${theme}`)
      expect(await violations()).toEqual([])
    }
  }
  await page
    .getByRole('navigation', { name: 'Datasets' })
    .getByRole('button', { name: /secret/ })
    .click()
  await page.getByText('These data are protected').waitFor()
  expect(await page.locator('.rl-DataMain').getByRole('tab').allTextContents()).toEqual(['Card'])
  await lab.picture(`data-protected-${theme}`)
  expect(await violations()).toEqual([])
  await page
    .getByRole('navigation', { name: 'Datasets' })
    .getByRole('button', { name: /us-cps/ })
    .click()
})

test('a reload comes back to the same view', async () => {
  const { page } = lab
  await page.getByRole('tab', { name: 'Distribution', exact: true }).click()
  await page.locator('[data-chart="groups"]').waitFor()
  await page.waitForTimeout(2500)
  await page.reload()
  await page.locator('[data-chart="groups"] h3', { hasText: 'by filing status' }).waitFor({ timeout: 60_000 })
  expect(lab.problems).toEqual([])
})

/** Adds a protected dataset to those that the engine answers. */
async function withProtected(): Promise<void> {
  await lab.page.route('**/reformlab/api/v1/datasets', async route => {
    const response = await route.fetch()
    const cards = (await response.json()) as object[]
    const secret = { ...cards[0], name: 'secret', title: 'Tax returns of a sample', access: 'protected' }
    await route.fulfill({ response, json: [...cards, secret] })
  })
}

/** What the engine answers of the population itself. */
function ask(path: string): Promise<unknown> {
  return lab.page.evaluate(async rest => {
    const response = await fetch(`/reformlab/api/v1/datasets/us-cps/${rest}`)
    return response.json() as Promise<unknown>
  }, path)
}

function bars(): Promise<(string | null)[]> {
  return lab.page
    .locator('[data-chart="spread"] .bars .point path')
    .evaluateAll(paths => paths.map(path => path.getAttribute('d')))
}

/** Presses Tab until something has the focus. */
async function reach(wanted: Locator): Promise<void> {
  await wanted.waitFor()
  for (let tabs = 0; tabs < 90; tabs++) {
    if (await wanted.evaluate(node => node === document.activeElement)) return
    await lab.page.keyboard.press('Tab')
  }
  throw new Error('Tab does not reach it')
}

/** What axe finds serious in what is ours. */
async function violations(): Promise<string[]> {
  await lab.page.evaluate(axe)
  const found = await lab.page.evaluate(async () => {
    const { axe: checker } = window as unknown as {
      axe: {
        run(context: string): Promise<{
          violations: { id: string; impact: string; nodes: { html: string; failureSummary: string }[] }[]
        }>
      }
    }
    return (await checker.run('.rl-DataView')).violations
  })
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`))
}
