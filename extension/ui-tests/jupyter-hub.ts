/** A JupyterHub of the configuration in `notebooks/hub`, with folders of its own. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { answering, freePort } from './jupyter-server.ts'

const notebooks = fileURLToPath(new URL('../../notebooks', import.meta.url))
const PASSWORD = 'of-tests-0123456789'

export class JupyterHub {
  readonly #process: ChildProcess
  readonly #folder: string
  readonly #address: string

  private constructor(process: ChildProcess, folder: string, address: string) {
    this.#process = process
    this.#folder = folder
    this.#address = address
  }

  static async start(): Promise<JupyterHub> {
    const folder = mkdtempSync(join(tmpdir(), 'reformlab-hub-'))
    const [site, own, proxy] = await Promise.all(
      [1, 2, 3].map(async () => `http://127.0.0.1:${await freePort()}`),
    )
    const options = [
      `--config=${join(notebooks, 'hub/jupyterhub_config.py')}`,
      `--JupyterHub.bind_url=${site}`,
      `--JupyterHub.hub_bind_url=${own}`,
      `--ConfigurableHTTPProxy.api_url=${proxy}`,
    ]
    const hub = spawn(join(notebooks, '.venv/bin/jupyterhub'), options, {
      cwd: folder,
      env: { ...process.env, REFORMLAB_HUB: folder, REFORMLAB_HUB_PASSWORD: PASSWORD },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const lines: string[] = []
    for (const stream of [hub.stdout, hub.stderr]) stream.on('data', part => lines.push(String(part)))
    await answering(`${site}/hub/api/`, hub, lines)
    return new JupyterHub(hub, folder, site!)
  }

  /** Puts a file into the home of `user`, logs in as them and opens it. */
  async open(browser: Browser, user: string, name: string, text: string): Promise<Page> {
    const home = join(this.#folder, 'homes', user)
    mkdirSync(home, { recursive: true })
    writeFileSync(join(home, name), text)
    const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage()
    await page.goto(`${this.#address}/hub/login?next=/hub/spawn/${user}`)
    await page.locator('#username_input').fill(user)
    await page.locator('#password_input').fill(PASSWORD)
    await page.locator('#login_submit').click()
    await page.waitForURL(`**/user/${user}/lab**`, { timeout: 90_000 })
    await page.goto(`${this.#address}/user/${user}/lab/tree/${name}`)
    await page.getByRole('menuitem', { name: 'File', exact: true }).waitFor({ timeout: 60_000 })
    return page
  }

  /** Ends it and every server of a user. */
  async stop(): Promise<void> {
    const ended = new Promise(resolve => this.#process.once('exit', resolve))
    this.#process.kill('SIGTERM')
    await ended
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5 })
  }
}
