/** What runs and what is waited for, as JupyterLab shows them: the list of sessions, and notifications of what takes long. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { emptyReform } from '../src/reform/empty-reform.ts'
import { JupyterServer } from './jupyter-server.ts'
import { keepFailures, LabPage, openBrowser } from './lab-page.ts'

const server = new JupyterServer(inject('server'))
const names = ['live-one.reform.yaml', 'live-two.reform.yaml'] as const

let browser: Browser
let lab: LabPage
keepFailures(() => lab)

beforeAll(async () => {
  for (const name of names) server.write(name, emptyReform(name))
  browser = await openBrowser()
  lab = await LabPage.open(browser, server)
  await lab.openReform(names[0])
  await lab.execute('docmanager:open', { path: names[1] })
  await lab.settled()
})

afterAll(async () => {
  await lab.close()
  await browser.close()
})

const ended = () => lab.page.locator('.rl-ImpactView').getByText('Nothing is computed now.')

test('live sessions are listed among what runs, to go to and to end', async () => {
  const { page } = lab
  await lab.execute('running:show-panel')
  // Tabs that are open are listed too, and have no year.
  const items = page.locator('.jp-RunningSessions-item', { hasText: '2026' })
  await expect.poll(() => items.count()).toBe(2)
  await lab.picture('running')

  await items.filter({ hasText: names[0] }).locator('.jp-RunningSessions-itemLabel').click()
  await page.locator('.lm-TabBar-tab.lm-mod-current', { hasText: names[0] }).waitFor()
  await items.filter({ hasText: names[0] }).hover()
  await items.filter({ hasText: names[0] }).getByTitle('End computing; the document stays open').click()
  await ended().waitFor()
  await expect.poll(() => items.count()).toBe(1)

  await page.locator('.rl-ImpactView').getByRole('button', { name: 'Compute' }).click()
  await expect.poll(() => items.count()).toBe(2)
  await lab.settled()
})

test('what takes longer than two seconds is said, and can be given up', async () => {
  const { page } = lab
  await page.route('**/reformlab/api/v1/sessions', async route => {
    await new Promise(resolve => setTimeout(resolve, 5000))
    await route.continue().catch(() => {})
  })
  await lab.execute('reformlab:show-panel')
  await page.getByRole('region', { name: 'Reform' }).getByLabel('Year').selectOption('2027')
  const notice = page.locator('.Toastify__toast', { hasText: 'opening the population of 2027' })
  await notice.waitFor()
  await lab.picture('notice')
  await notice.getByRole('button', { name: 'Cancel' }).click()
  await ended().waitFor()
  await notice.waitFor({ state: 'detached' })
  await page.unroute('**/reformlab/api/v1/sessions')
  await page.locator('.rl-ImpactView').getByRole('button', { name: 'Compute' }).click()
  await lab.settled()
  expect(await notice.count()).toBe(0)
  expect(lab.problems).toEqual([])
})
