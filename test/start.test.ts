import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readLawFiles } from '../engine/src/model/law-files.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const reform = 'larger-child-tax-credit.reform.yaml'
const copy = `${root}notebooks/${reform}`

/** `npm start` as a terminal has it: a process group that Ctrl-C interrupts whole. */
describe('npm start', () => {
  let terminal: ChildProcess
  let printed = ''
  let address: URL
  const kept = existsSync(copy) ? readFileSync(copy, 'utf8') : undefined
  const own = 'title: Of the user\nchanges: {}\n'

  beforeAll(async () => {
    writeFileSync(copy, own)
    terminal = spawn('npm', ['start', '--', '--no-browser'], { cwd: root, detached: true })
    address = await new Promise<URL>((resolve, reject) => {
      for (const stream of [terminal.stdout!, terminal.stderr!])
        stream.on('data', part => {
          printed += part
          const found = printed.match(/http:\S+token=\w+/)
          if (found) resolve(new URL(found[0]))
        })
      terminal.once('exit', () => reject(new Error(printed)))
    })
  }, 600_000)

  afterAll(() => {
    if (terminal.exitCode === null && terminal.signalCode === null) process.kill(-terminal.pid!, 'SIGTERM')
    if (kept === undefined) rmSync(copy, { force: true })
    else writeFileSync(copy, kept)
  })

  const ask = (path: string, token = address.searchParams.get('token')) =>
    fetch(new URL(path, address), { headers: { authorization: `token ${token}` } })

  test('shows the numbers of the example before', () => {
    const shown = printed.slice(0, printed.indexOf('http:'))
    expect(shown).toContain('Change in net income by income group')
    expect(shown).toMatch(/Starting JupyterLab: \d+\.\d s/)
  })

  test('opens JupyterLab on this machine with the panels and a reform, to nobody else', async () => {
    expect(address.hostname).toBe('127.0.0.1')
    expect(address.pathname).toBe(`/lab/tree/${reform}`)
    const page = await (await ask(address.pathname)).text()
    expect(page).toContain('@reformlab/labextension')
    expect((await ask('/api/contents')).status).toBe(200)
    expect((await ask('/api/contents', 'another')).status).toBe(403)
  })

  test('leaves a reform of that name as it is', () => {
    expect(readFileSync(copy, 'utf8')).toBe(own)
  })

  test('reaches the engine of this checkout, and ends everything with Ctrl-C', async () => {
    const { law } = (await (await ask('/reformlab/api/v1/version')).json()) as { law: string }
    const { bundle, engine } = (await (await ask('/reformlab/api/handshake')).json()) as {
      bundle: { law: string }
      engine: { state: string; pid: number }
    }
    expect(engine.state).toBe('ready')
    expect(bundle.law).toBe(law)
    expect(law).toBe(readLawFiles('us').lawHash)

    process.kill(-terminal.pid!, 'SIGINT')
    await expect.poll(() => terminal.exitCode ?? terminal.signalCode, { timeout: 30_000 }).not.toBeNull()
    expect(printed).toContain('Ending JupyterLab')
    expect(() => process.kill(engine.pid, 0)).toThrow('ESRCH')
    await expect(fetch(address)).rejects.toThrow()
  })
})
