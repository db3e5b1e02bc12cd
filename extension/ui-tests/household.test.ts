/** A household: typed and dragged, its kinks and its change explained, and the same numbers as on the command line. */
import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import type { Browser, Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { JupyterServer } from './jupyter-server.ts'
import { keepFailures, LabPage, openBrowser, type Theme } from './lab-page.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const server = new JupyterServer(inject('server'))
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const FILE = 'untitled.household.yaml'
const workspace = randomUUID()

const reform = `reform: reformlab/1
title: Larger child credit, lower second rate
changes:
  gov.irs.credits.ctc.amount.base: { 2026: 3000 }
  gov.irs.income.bracket.rates.2: { 2026: 0.1 }
`

let browser: Browser
let lab: LabPage
keepFailures(() => lab)

beforeAll(async () => {
  server.write('credit.reform.yaml', reform)
  rmSync(server.path(FILE), { force: true })
  browser = await openBrowser()
  lab = await LabPage.open(browser, server, { workspace })
})

afterAll(async () => {
  await lab.close()
  await browser.close()
})

test('an income that is typed gives the net income of the command line, while it is typed', async () => {
  const { page } = lab
  await lab.execute('reformlab:new-household')
  await page.locator('.rl-HouseholdView [data-headline="household_net_income"]').waitFor({ timeout: 60_000 })
  const before = await netIncome()
  const wages = page.getByRole('textbox', { name: 'Ann: Wages', exact: true })
  await wages.fill('61500')
  await expect.poll(netIncome).not.toBe(before)
  await wages.press('Enter')
  await save()
  await expect.poll(() => server.read(FILE)).toContain('employment_income: 61500')
  await expect.poll(netIncome).toBe(dollars(commandLine().law))
  expect(await sumOfParts()).toBeCloseTo(commandLine().law, -1)
  await lab.picture('household-first')
})

test('a slider is dragged and the curve stays; undo brings the income back', async () => {
  const { page } = lab
  const slider = page.getByRole('slider', { name: 'Ann: Wages, slider' })
  const before = await netIncome()
  const requests: string[] = []
  page.on('request', request => requests.push(request.url()))
  const box = (await slider.boundingBox())!
  const middle = box.y + box.height / 2
  const seen = new Set<string | null>()
  await page.mouse.move(box.x + box.width * 0.31, middle)
  await page.mouse.down()
  for (let step = 0; step < 30; step++) {
    await page.mouse.move(box.x + box.width * (0.31 + step / 100), middle)
    seen.add(await netIncome())
  }
  await page.mouse.up()
  await save()
  const income = await slider.inputValue()
  await expect.poll(() => server.read(FILE)).toContain(`employment_income: ${income}`)
  await expect.poll(netIncome).toBe(dollars(commandLine().law))
  expect(seen.size).toBeGreaterThan(5)
  expect(requests.filter(url => url.includes('v1/earnings')).length).toBeLessThanOrEqual(1)
  await lab.execute('reformlab:undo-household')
  await expect.poll(() => slider.inputValue()).toBe('61500')
  await expect.poll(netIncome).toBe(before)
})

test('a person is added with a wage of their own, and removed again', async () => {
  const { page } = lab
  const before = await netIncome()
  await page.getByRole('button', { name: 'Add a person' }).click()
  await page.getByRole('article', { name: 'Person 5' }).waitFor()
  await expect.poll(netIncome).not.toBe(before)
  await page.getByRole('combobox', { name: 'Role of Person 5 in the tax unit' }).selectOption('files alone')
  await page.getByRole('combobox', { name: 'Find an income' }).fill('person 5 wages')
  await page.getByRole('listbox', { name: 'Inputs' }).getByRole('option', { name: 'Wages, salaries' }).click()
  const wages = page.getByRole('textbox', { name: 'Person 5: Wages', exact: true })
  await wages.fill('20000')
  await wages.press('Enter')
  await save()
  await expect.poll(netIncome).toBe(dollars(commandLine().law))
  await page.getByRole('button', { name: 'Remove Person 5', exact: true }).click()
  await expect.poll(netIncome).toBe(before)
})

test('a kink tells the rule behind it, as the command line does', async () => {
  const { page } = lab
  await save()
  await tab('Marginal rates')
  const kinks = page.locator('.rl-Kinks tbody tr')
  await kinks.first().waitFor()
  const [told] = earnings().baseline.kinks
  const text = await kinks.first().textContent()
  expect(text).toContain(told!.rules[0]!.label)
  expect(text).toContain(told!.rules[0]!.reference)
  expect(text).toContain(`$${told!.income.toLocaleString('en-US')}`)
  expect(await kinks.count()).toBe(earnings().baseline.kinks.length)
  expect(await kinks.first().getByRole('link').getAttribute('href')).toContain('uscode.house.gov')
})

test('under a reform the change is explained by lines that add up', async () => {
  const { page } = lab
  await lab.openReform('credit.reform.yaml')
  await page.getByRole('tab', { name: FILE }).click()
  await expect
    .poll(() => page.locator('.rl-HouseholdView h2').first().textContent())
    .toContain('Larger child credit')
  await save()
  await tab('Net income')
  await expect.poll(netIncome).toBe(dollars(commandLine(server.path('credit.reform.yaml')).reform!))
  await tab('Why it changes')
  const contributions = page.locator('.rl-ChangeLines [data-line] [data-contribution]')
  await contributions.first().waitFor()
  const lines = await amounts(contributions)
  const [total] = await amounts(page.locator('.rl-ChangeLines [data-kind="total"] [data-contribution]'))
  expect(lines).toHaveLength(2)
  expect(total).toBeLessThan(0)
  expect(lines.reduce((sum, line) => sum + line, 0)).toBeCloseTo(total!, 6)
})

test.each<Theme>(['light', 'dark'])('every view in the %s theme', async theme => {
  const { page } = lab
  await lab.setTheme(theme)
  for (const [label, name] of [
    ['Net income', 'income'],
    ['Marginal rates', 'rates'],
    ['Why it changes', 'why'],
    ['Two incomes', 'grid'],
  ] as const) {
    await tab(label)
    if (name === 'grid' && theme === 'light') await page.getByRole('button', { name: 'Compute' }).click()
    if (name === 'grid')
      await page.locator('[data-chart="grid"] .heatmaplayer image').waitFor({ timeout: 60_000 })
    await page.waitForTimeout(1500)
    await lab.picture(`household-${name}-${theme}`)
    expect(await violations()).toEqual([])
  }
})

test('an engine that ends comes back, and computes what has been typed meanwhile', async () => {
  const { page } = lab
  await tab('Net income')
  server.killEngine()
  const wages = page.getByRole('textbox', { name: 'Ben: Wages', exact: true })
  await wages.fill('25000')
  await wages.press('Enter')
  await save()
  const { reform: expected } = commandLine(server.path('credit.reform.yaml'))
  await expect.poll(netIncome, { timeout: 30_000 }).toBe(dollars(expected!))
  await expect.poll(() => page.locator('.rl-HouseholdView .rl-Notice').count()).toBe(0)
})

test('what cannot be computed is said in words that tell what to do', async () => {
  server.write('wrong.household.yaml', 'people: { Ann: { age: 40, emplyment_income: 5 } }\n')
  await lab.execute('docmanager:open', { path: 'wrong.household.yaml' })
  const notice = lab.page.locator('.rl-Notice', { hasText: 'emplyment_income' })
  expect(await notice.textContent()).toContain('Did you mean employment_income')
  await lab.execute('application:close')
})

test('a layout that is restored shows the household again, and nothing went wrong', async () => {
  await lab.page.waitForTimeout(2000)
  const again = await LabPage.open(browser, server, { workspace })
  await again.page
    .locator('.rl-HouseholdView [data-headline="household_net_income"]')
    .waitFor({ timeout: 30_000 })
  const problems = [...lab.problems, ...again.problems]
  await again.close()
  // The browser itself tells of the answers that were refused, and of those that ended with the engine.
  expect(problems.filter(problem => !problem.startsWith('Failed to load resource'))).toEqual([])
})

const netIncome = () =>
  lab.page.locator('.rl-HouseholdView [data-headline="household_net_income"] dd').first().textContent()

const tab = (name: string) =>
  lab.page.locator('.rl-HouseholdView').getByRole('tab', { name, exact: true }).click()

async function save(): Promise<void> {
  await lab.execute('docmanager:save')
}

const dollars = (amount: number) => `$${Math.round(amount).toLocaleString('en-US')}`

/** Of the table, without its total. */
async function sumOfParts(): Promise<number> {
  const cells = lab.page.locator('.rl-Parts [data-depth="0"]:not([data-kind]) td:nth-child(2)')
  const texts = await cells.allTextContents()
  return texts.reduce((sum, text) => sum + Number(text.replace(/[$,]/g, '').replace('−', '-')), 0)
}

async function amounts(cells: Locator): Promise<number[]> {
  const all = await cells.all()
  return Promise.all(all.map(async cell => Number(await cell.getAttribute('data-contribution'))))
}

function reformlab(...words: string[]): string {
  return execFileSync(process.execPath, ['engine/bin/reformlab.mjs', ...words, '--json', '--year', '2026'], {
    cwd: root,
    encoding: 'utf8',
  })
}

function commandLine(file?: string): { readonly law: number; readonly reform?: number } {
  const more = file === undefined ? [] : ['--reform', file]
  const answer = JSON.parse(
    reformlab('household', server.path(FILE), '--variables', 'household_net_income', ...more),
  )
  const { baseline, reform } = answer.variables[0].values[0]
  return { law: baseline, reform }
}

interface Told {
  readonly baseline: {
    readonly kinks: readonly {
      readonly income: number
      readonly rules: readonly { readonly label: string; readonly reference: string }[]
    }[]
  }
}

const earnings = () => JSON.parse(reformlab('earnings', server.path(FILE))) as Told

/** What axe finds serious in what is ours. */
async function violations(): Promise<string[]> {
  await lab.page.evaluate(axe)
  const found = await lab.page.evaluate(async () => {
    const { axe: checker } = window as unknown as {
      axe: {
        run(context: unknown): Promise<{
          violations: { id: string; impact: string; nodes: { html: string; failureSummary: string }[] }[]
        }>
      }
    }
    return (await checker.run({ include: ['.rl-HouseholdView'] })).violations
  })
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`))
}
