/** The heart of it: a hand moves a slider, and every number follows and is the command line's at the end. */
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Browser, Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { emptyReform } from '../src/reform/empty-reform.ts'
import { JupyterServer } from './jupyter-server.ts'
import { keepFailures, LabPage, openBrowser } from './lab-page.ts'
import { quantile, recordTimes, repaintTimes } from './repaint-times.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const server = new JupyterServer(inject('server'))
const POSITIONS = 60

let browser: Browser
let lab: LabPage
keepFailures(() => lab)

beforeAll(async () => {
  server.write('drag.reform.yaml', emptyReform('A larger credit'))
  browser = await openBrowser()
  lab = await LabPage.open(browser, server, { script: recordTimes })
  await lab.openReform('drag.reform.yaml')
})

afterAll(async () => {
  await lab.close()
  await browser.close()
})

test('a parameter is found by its name and dragged through 60 positions while outcomes follow', async () => {
  const { page } = lab
  await page.getByRole('combobox', { name: 'Find a parameter' }).fill('child credit per child')
  const found = page.getByRole('listbox', { name: 'Parameters' }).getByRole('option').first()
  expect(await found.getAttribute('title')).toBe('gov.irs.credits.ctc.amount.base')
  await found.click()
  const slider = page.getByRole('slider', { name: 'Child tax credit per child' })
  await slider.waitFor()
  expect(await lab.headline('budget')).toBe('$0')

  const from = await page.evaluate(() => performance.now())
  const budgets = new Set<string | null>()
  await drag(slider, POSITIONS, async () => budgets.add(await lab.headline('budget')))
  await page.locator('.rl-StatusText', { hasText: 'reform ' }).waitFor()
  await page.waitForTimeout(1500)

  const { times, inputs, patches, paints, bars, sequences } = await repaintTimes(page, from)
  const [middle, most] = [quantile(times, 0.5), quantile(times, 0.95)].map(time => time.toFixed(0))
  console.log(
    `${inputs} positions, ${patches} patches, ${paints} repaints; input to repainted chart: ${middle} ms in the middle, ${most} ms for 95 of 100`,
  )
  expect(inputs).toBeGreaterThanOrEqual(POSITIONS)
  expect(times).toHaveLength(inputs)
  expect(patches).toBeLessThanOrEqual(inputs + 2)
  expect(new Set(bars).size).toBeGreaterThan(10)
  expect(budgets.size).toBeGreaterThan(10)
  expect(sequences).toEqual([...sequences].sort((a, b) => a - b))
})

test('the engine runs on the Node.js that the package brings', () => {
  expect(server.engine().command).toContain(`${server.running.environment}/lib/`)
})

test('charts that followed are those drawn anew', async () => {
  const { page } = lab
  const chart = (name: string) => page.locator(`[data-chart="${name}"]`)
  const paths = (name: string) =>
    chart(name)
      .locator('.bars path, .errorbar path')
      .evaluateAll(all => all.map(path => path.getAttribute('d')))
  const before = await paths('averageChange')
  await page.getByRole('slider', { name: 'Child tax credit per child' }).press('ArrowLeft')
  await expect.poll(() => paths('averageChange')).not.toEqual(before)
  await page.waitForTimeout(1500)
  for (const name of ['averageChange', 'winnersAndLosers', 'budget']) {
    const followed = await paths(name)
    expect(followed.length).toBeGreaterThan(5)
    await chart(name).getByRole('button', { name: 'table' }).click()
    await chart(name).getByRole('button', { name: 'chart' }).click()
    await expect.poll(() => paths(name)).toEqual(followed)
  }
})

test('what is saved computes the same on the command line', async () => {
  const { page } = lab
  await page.locator('.rl-ImpactView').click({ position: { x: 5, y: 5 } })
  await page.keyboard.press('Control+s')
  await expect
    .poll(() => server.read('drag.reform.yaml'))
    .toContain('gov.irs.credits.ctc.amount.base: { 2026:')
  const downloads = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download Impact as JSON' }).click()
  const shown = JSON.parse(await text(await (await downloads).createReadStream()))
  const command = ['engine/bin/reformlab.mjs', 'impact', '--json', '--year', '2026', '--reform']
  const computed = execFileSync(process.execPath, [...command, server.path('drag.reform.yaml')], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  })
  const answer = JSON.parse(computed)
  expect(shown).toEqual(answer.impact ?? answer)
  expect(lab.problems).toEqual([])
})

/** By mouse from where the slider is to its end, with a look at the page at each step. */
async function drag(slider: Locator, steps: number, look: () => Promise<unknown>): Promise<void> {
  const { page } = lab
  const box = (await slider.boundingBox())!
  const value = Number(await slider.inputValue())
  const most = Number(await slider.getAttribute('max'))
  const thumb = 8
  const x = (share: number) => box.x + thumb + share * (box.width - 2 * thumb)
  const y = box.y + box.height / 2
  await page.mouse.move(x(value / most), y)
  await page.mouse.down()
  for (let step = 1; step <= steps; step++) {
    await page.mouse.move(x(value / most + (step / steps) * (1 - value / most)), y)
    await page.waitForTimeout(16)
    await look()
  }
  await page.mouse.up()
}

async function text(stream: AsyncIterable<Buffer>): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of stream) parts.push(part)
  return Buffer.concat(parts).toString('utf8')
}
