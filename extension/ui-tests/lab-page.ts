/** A browser with JupyterLab in it, and what tests do there. */
import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium, type Page, type Response } from 'playwright-core'
import { afterEach } from 'vitest'
import type { JupyterServer } from './jupyter-server.ts'

/** Pictures of every view, for people to look at; not kept. */
const pictures = fileURLToPath(new URL('./pictures', import.meta.url))

/** The impact of the reform that is seen. */
const IN_FRONT = '.rl-ReformDocument:not(.lm-mod-hidden) .rl-ImpactView'

export type Theme = 'light' | 'dark'
const themeNames = { light: 'JupyterLab Light', dark: 'JupyterLab Dark' } as const

export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  })
}

declare global {
  interface Window {
    readonly jupyterapp: {
      readonly restored: Promise<void>
      readonly commands: { execute(id: string, args: Readonly<Record<string, string>>): Promise<unknown> }
      readonly serviceManager: {
        readonly contents: { save(path: string, file: Readonly<Record<string, string>>): Promise<unknown> }
      }
    }
  }
}

/** What is seen when a test fails is kept as a picture, with the text of the page's notebook. */
export function keepFailures(lab: () => LabPage): void {
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail') return
    await lab().picture(`failed ${task.name}`)
    const outputs = await lab().page.locator('.jp-Notebook .jp-OutputArea').allTextContents()
    console.error([`Failed: ${task.name}`, ...outputs, ...lab().problems].join('\n'))
  })
}

export interface LabPageOptions {
  readonly workspace?: string
  readonly script?: () => void
  /** Told of every answer, the page's own among them. */
  readonly onResponse?: (response: Response) => void
}

export class LabPage {
  readonly page: Page
  /** Errors of the page's console. */
  readonly problems: string[] = []

  private constructor(page: Page) {
    this.page = page
  }

  /** A page with its own cookies and, unless `workspace` is known, its own layout; `script` runs before anything of the page. */
  static async open(
    browser: Browser,
    server: JupyterServer,
    { workspace = randomUUID(), script, onResponse }: LabPageOptions = {},
  ): Promise<LabPage> {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
    const page = await context.newPage()
    const lab = new LabPage(page)
    page.on('console', message => message.type() === 'error' && lab.problems.push(message.text()))
    page.on('pageerror', error => lab.problems.push(String(error)))
    if (script) await page.addInitScript(script)
    if (onResponse) page.on('response', onResponse)
    await page.goto(server.url(workspace))
    await page.getByRole('menuitem', { name: 'File', exact: true }).waitFor({ timeout: 60_000 })
    await page.evaluate(() => window.jupyterapp.restored.then(() => {}))
    return lab
  }

  /** Opens a file of the file browser and waits until its impact is there. */
  async openReform(name: string): Promise<void> {
    await this.page.locator('.jp-DirListing-item', { hasText: name }).dblclick({ timeout: 20_000 })
    await this.settled()
  }

  /** Until the engine is ready and an impact is shown. */
  async settled(): Promise<void> {
    await this.page.locator(`${IN_FRONT} .rl-Headlines`).waitFor({ timeout: 30_000 })
    await this.page.locator('.rl-StatusText', { hasText: 'engine ready' }).waitFor({ timeout: 60_000 })
    // JupyterLab moves the focus once more after it has opened a document.
    await this.page.waitForTimeout(1000)
  }

  headline(name: string): Promise<string | null> {
    return this.page.locator(`${IN_FRONT} [data-headline="${name}"] dd`).first().textContent()
  }

  /** Runs one of JupyterLab's commands. */
  async execute(command: string, args: Readonly<Record<string, string>> = {}): Promise<void> {
    await this.page.evaluate(([id, given]) => window.jupyterapp.commands.execute(id, given).then(() => {}), [
      command,
      args,
    ] as const)
  }

  async setTheme(theme: Theme): Promise<void> {
    await this.execute('apputils:change-theme', { theme: themeNames[theme] })
    await this.page.locator(`body[data-jp-theme-light="${theme === 'light'}"]`).waitFor({ state: 'attached' })
    await this.page.waitForTimeout(600)
  }

  async picture(name: string): Promise<void> {
    mkdirSync(pictures, { recursive: true })
    await this.page.screenshot({ path: join(pictures, `${name}.png`) })
  }

  /** Leaves as people do: what is left behind is closed. */
  async close(): Promise<void> {
    await this.page.goto('about:blank')
    await this.page.context().close()
  }
}
