/** A JupyterLab with the extension and the Python package of this checkout, in folders of its own. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
/** The environment that `scripts/set-up-jupyter.mjs` makes: panels, bundle and Python package of this checkout are in it. */
const ours = join(root, 'notebooks', '.venv')
const TOKEN = 'ui-tests-0123456789'

/** What another process needs to know of a server. */
export interface RunningServer {
  /** Where its Python packages are. */
  readonly environment: string
  readonly folder: string
  readonly address: string
  readonly pid: number
}

/** What a server is told beside what tests of our own law need. */
export interface ServerSettings {
  readonly options?: readonly string[]
  readonly variables?: Readonly<Record<string, string>>
}

export class JupyterServer {
  readonly running: RunningServer

  constructor(running: RunningServer) {
    this.running = running
  }

  /** In an `environment` with a wheel of this checkout nothing else is on the path. */
  static async start(environment = ours, more: ServerSettings = {}): Promise<JupyterServer> {
    const folder = mkdtempSync(join(tmpdir(), 'reformlab-ui-'))
    const port = await freePort()
    const work = join(folder, 'work')
    mkdirSync(work)
    writeFileSync(join(folder, 'overrides.json'), JSON.stringify(overrides))
    const options = [
      `--ServerApp.port=${port}`,
      '--ServerApp.ip=127.0.0.1',
      '--ServerApp.open_browser=False',
      '--ServerApp.allow_root=True',
      '--LabApp.expose_app_in_browser=True',
      `--IdentityProvider.token=${TOKEN}`,
      `--LabApp.app_settings_dir=${folder}`,
      `--LabApp.workspaces_dir=${join(folder, 'workspaces')}`,
      `--LabApp.user_settings_dir=${join(folder, 'settings')}`,
      `--ServerApp.root_dir=${work}`,
      ...(more.options ?? []),
    ]
    const programs = join(environment, 'bin')
    const server = spawn(join(programs, 'jupyter-lab'), options, {
      env: {
        ...process.env,
        PATH: environment === ours ? `${programs}:${process.env.PATH}` : programs,
        JUPYTER_CONFIG_DIR: join(folder, 'config'),
        JUPYTER_RUNTIME_DIR: join(folder, 'runtime'),
        ...more.variables,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const lines: string[] = []
    for (const stream of [server.stdout, server.stderr]) stream.on('data', part => lines.push(String(part)))
    await answering(`http://127.0.0.1:${port}/api`, server, lines)
    return new JupyterServer({ environment, folder, address: `http://127.0.0.1:${port}`, pid: server.pid! })
  }

  /** JupyterLab with a layout of that name: a new name is a new desk. */
  url(workspace: string): string {
    return `${this.running.address}/lab/workspaces/${workspace}?token=${TOKEN}`
  }

  /** A file of the folder that the file browser shows. */
  write(name: string, text: string): void {
    writeFileSync(this.path(name), text)
  }

  read(name: string): string {
    return readFileSync(this.path(name), 'utf8')
  }

  path(name: string): string {
    return join(this.running.folder, 'work', name)
  }

  /** Ends the engine as a crash would. */
  killEngine(): void {
    process.kill(this.engine().pid, 'SIGKILL')
  }

  engine(): { readonly pid: number; readonly command: string } {
    const children = execFileSync('ps', ['-ww', '-o', 'pid=,args=', '--ppid', String(this.running.pid)], {
      encoding: 'utf8',
    })
    const line = children.split('\n').find(one => one.includes('reformlab.mjs'))
    const [, pid, command] = line?.match(/(\d+) (.*)/) ?? []
    if (pid === undefined) throw new Error(`no engine runs:\n${children}`)
    return { pid: Number(pid), command: command! }
  }

  async stop(): Promise<void> {
    process.kill(this.running.pid, 'SIGTERM')
    while (isAlive(this.running.pid)) await new Promise(resolve => setTimeout(resolve, 100))
    rmSync(this.running.folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** No pop-ups of JupyterLab's own. */
const overrides = {
  '@jupyterlab/apputils-extension:notification': { fetchNews: 'false', checkForUpdates: false },
}

export function freePort(): Promise<number> {
  return new Promise(resolve => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

export async function answering(url: string, server: ChildProcess, lines: readonly string[]): Promise<void> {
  for (let tries = 0; tries < 300 && server.exitCode === null; tries++) {
    const isUp = await fetch(url).then(
      () => true,
      () => false,
    )
    if (isUp) return
    await new Promise(resolve => setTimeout(resolve, 200))
  }
  throw new Error(`Jupyter does not start:\n${lines.join('')}`)
}
