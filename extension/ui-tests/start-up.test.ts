/** What Reformlab adds to the start of JupyterLab, before any of its documents is open: the code of plugins, no more. */
import { gzipSync } from 'node:zlib'
import type { Browser, Response } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { JupyterServer } from './jupyter-server.ts'
import { LabPage, openBrowser } from './lab-page.ts'

const MOST = 30_000

const server = new JupyterServer(inject('server'))
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})

afterAll(() => browser.close())

test('less than 30 kB are loaded, and the engine is not asked', async () => {
  const answers: Response[] = []
  const lab = await LabPage.open(browser, server, { onResponse: answer => answers.push(answer) })
  await lab.page.locator('.jp-LauncherCard', { hasText: 'Household' }).waitFor()
  await lab.page.waitForTimeout(2000)
  const ours = answers.filter(answer => answer.url().includes('/@reformlab/labextension/static/'))
  const files = await Promise.all(ours.map(answer => answer.body()))
  const [bytes, compressed] = [files, files.map(file => gzipSync(file))].map(parts =>
    parts.reduce((sum, part) => sum + part.length, 0),
  )
  console.log(`${files.length} files, ${bytes} bytes, ${compressed} compressed`)
  expect(files.length).toBeGreaterThan(1)
  expect(bytes).toBeLessThan(MOST)
  expect(answers.filter(answer => answer.url().includes('/reformlab/api/'))).toEqual([])
  expect(lab.problems).toEqual([])
  await lab.close()
})
