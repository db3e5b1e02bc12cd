/** A country package in JupyterLab: the server is set to it, it is prepared while one looks, and its law is found, browsed and dragged. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { emptyReform } from '../src/reform/empty-reform.ts'
import { JupyterServer } from './jupyter-server.ts'
import { keepFailures, LabPage, openBrowser, type Theme } from './lab-page.ts'

const bridge = fileURLToPath(new URL('../../kernel-bridge', import.meta.url))
const cache = mkdtempSync(join(tmpdir(), 'reformlab-ui-country-'))
const PEOPLE = 240

let browser: Browser
let server: JupyterServer
let lab: LabPage
keepFailures(() => lab)

beforeAll(async () => {
  server = await startOn('openfisca_country_template')
  server.write('persons.csv', persons())
  server.write('rate.reform.yaml', emptyReform('A higher income tax'))
  browser = await openBrowser()
  lab = await LabPage.open(browser, server)
})

afterAll(async () => {
  await lab.close()
  await browser.close()
  await server.stop()
  rmSync(cache, { recursive: true, force: true })
})

test('what the server prepares is said while it is done, and what it is of stands in the panel', async () => {
  const { page } = lab
  await page.locator('.jp-DirListing-item', { hasText: 'rate.reform.yaml' }).dblclick()
  const notice = page.locator('.rl-Panel .rl-Notice', {
    hasText: 'Preparing openfisca_country_template on persons.csv',
  })
  await notice.waitFor()
  await lab.picture('country-preparing')
  await lab.settled()
  const choosers = page.locator('.rl-Panel .rl-Choosers')
  expect(await choosers.textContent()).toMatch(/^Lawopenfisca_country_templateYear2026Populationpersons/)
  expect(await choosers.locator('select').count()).toBe(0)
  const impact = page.locator('.rl-ImpactView')
  expect(await impact.locator('h2').textContent()).toBe(
    'Impact in 2026 against openfisca_country_template as it stands',
  )
  expect(await impact.getByRole('tab', { name: 'Marginal rates' }).count()).toBe(0)
  expect(await page.getByRole('button', { name: 'Insert as cell' }).count()).toBe(0)
})

test('a parameter is found by words, dragged, and outcomes follow in its currency', async () => {
  const { page } = lab
  const search = page.getByRole('combobox', { name: 'Find a parameter' })
  await search.fill('income tax rate')
  const found = page.getByRole('listbox', { name: 'Parameters' }).getByRole('option')
  await found.first().waitFor()
  expect(await found.first().getAttribute('title')).toBe('taxes.income_tax_rate')
  await search.press('Enter')
  const slider = page.getByRole('slider', { name: 'Income tax rate' })
  await slider.waitFor()
  expect(await lab.headline('budget')).toBe('€0')
  expect(await slider.getAttribute('aria-valuetext')).toBe('15 %')
  for (let steps = 0; steps < 10; steps++) await slider.press('ArrowRight')
  await expect.poll(() => lab.headline('budget')).toMatch(/^\+€[1-9]/)
  expect(Number(await slider.inputValue())).toBeGreaterThan(0.15)
  const chart = page.locator('[data-chart="averageChange"]')
  await expect.poll(() => chart.locator('.bars path').count()).toBeGreaterThan(5)
  const budget = page.locator('[data-chart="budget"]')
  await budget.getByRole('button', { name: 'table' }).click()
  await expect.poll(() => budget.locator('table').textContent()).toMatch(/[Ii]ncome tax.*€.*\+€/)
  await budget.getByRole('button', { name: 'chart' }).click()
})

test('the law is browsed folder by folder', async () => {
  const { page } = lab
  await page.getByRole('button', { name: 'browse by folder' }).click()
  const folders = page.getByRole('region', { name: 'Parameters by folder' })
  await folders.getByRole('button', { name: /^benefits/ }).click()
  await folders.getByRole('button', { name: 'Social benefits (basic_income)' }).click()
  await page.getByRole('article', { name: 'Social benefits (basic_income)' }).waitFor()
  await page.getByRole('button', { name: 'close the folders' }).click()
  expect(await folders.count()).toBe(0)
})

test.each<Theme>(['light', 'dark'])('it can be read in the %s theme', async theme => {
  await lab.setTheme(theme)
  await lab.page.getByRole('button', { name: 'browse by folder' }).click()
  await lab.page.getByRole('region', { name: 'Parameters by folder' }).getByRole('button').nth(1).waitFor()
  await lab.page.waitForTimeout(1500)
  await lab.picture(`country-${theme}`)
  await lab.page.getByRole('button', { name: 'close the folders' }).click()
})

test('what is saved says what was dragged', async () => {
  const { page } = lab
  await page.locator('.rl-ImpactView').click({ position: { x: 5, y: 5 } })
  await page.keyboard.press('Control+s')
  await expect
    .poll(() => server.read('rate.reform.yaml'))
    .toMatch(/taxes.income_tax_rate: \{ 2026: 0\.\d+ \}/)
  // An engine that takes long to start is answered 503 meanwhile.
  expect(lab.problems.filter(problem => !problem.includes('status of 503'))).toEqual([])
})

test('reforms are compared on its population, in its currency', async () => {
  const { page } = lab
  await lab.execute('reformlab:compare')
  const compared = page.locator('.rl-CompareView')
  await expect.poll(() => compared.locator('table').first().textContent()).toMatch(/Net\+€[1-9]/)
  expect(await compared.locator('.rl-Choosers').textContent()).toContain('Populationpersons')
  await lab.picture('country-compare')
})

test('of its population the card is shown, and of households why there are none', async () => {
  const { page } = lab
  await lab.execute('reformlab:show-data')
  const data = page.locator('.rl-DataView')
  await data.locator('dd', { hasText: `${PEOPLE} people` }).waitFor()
  expect(await data.getByRole('tab').allTextContents()).toEqual(['Card'])
  await lab.execute('reformlab:new-household')
  await page.getByText('Households are not shown under the law of openfisca_country_template').waitFor()
  await lab.picture('country-household')
})

test('a package that is not there is named, with what to do', async () => {
  const other = await startOn('openfisca_atlantis')
  other.write('rate.reform.yaml', emptyReform('Nowhere'))
  const page = await LabPage.open(browser, other)
  try {
    await page.page.locator('.jp-DirListing-item', { hasText: 'rate.reform.yaml' }).dblclick()
    await page.page
      .getByRole('alert')
      .filter({ hasText: 'openfisca_atlantis' })
      .first()
      .waitFor({ timeout: 60_000 })
    await page.picture('country-missing')
  } finally {
    await page.close()
    await other.stop()
  }
})

/** A server of that package and of `persons.csv`; another Python than the server's has the package. */
function startOn(model: string): Promise<JupyterServer> {
  const python = join(cache, 'python')
  writeFileSync(python, `#!/bin/sh\nPYTHONPATH='${bridge}' exec '${bridge}/.venv/bin/python' "$@"\n`, {
    mode: 0o755,
  })
  return JupyterServer.start(process.env.LAB_ENVIRONMENT, {
    options: [`--Reformlab.model=${model}`, '--Reformlab.population=persons.csv', '--Reformlab.year=2026'],
    variables: { REFORMLAB_PYTHON: python, REFORMLAB_CACHE: cache },
  })
}

/** Households of an adult or two, with children in every other one. */
function persons(): string {
  const months = Array.from({ length: 12 }, (_, month) => `2026-${String(month + 1).padStart(2, '0')}`)
  const head = [
    'person_id',
    'person_household_id',
    'person_household_role',
    'birth',
    'accommodation_size__2026-01',
  ]
  const rows = Array.from({ length: PEOPLE }, (_, index) => {
    const isChild = index % 4 === 3
    const birth = `${isChild ? 2015 : 1950 + (index % 40)}-06-15`
    const salary = isChild ? 0 : 900 + ((index * 137) % 6000)
    const role = isChild ? 'child' : 'adult'
    return [index, Math.floor(index / 2), role, birth, 30 + (index % 120), ...months.map(() => salary)]
  })
  const columns = [...head, ...months.map(month => `salary__${month}`)]
  return [columns, ...rows].map(row => row.join(',')).join('\n')
}
