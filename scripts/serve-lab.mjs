/** JupyterLab on this machine alone, with a reform open in it, until Ctrl-C ends it and everything it started. */
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { constants, copyFileSync, mkdirSync, openSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { basename, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { root } from './set-up.mjs'

const folder = join(root, 'notebooks')
/** Layouts of what is open here, and the log; the layouts of your other JupyterLabs stay as they are. */
const state = join(folder, '.jupyter')
const log = join(state, 'jupyterlab.log')
/** JupyterLab's own, where it is free. */
const USUAL_PORT = 8888
const START_SECONDS = 90
const END_SECONDS = 15

/** `programs` is the folder of Jupyter's; ends this process. */
export async function serveLab(programs, reform, isBrowserWanted) {
  const begun = Date.now()
  process.stderr.write('▸ Starting JupyterLab …\n')
  const path = `/lab/tree/${basename(reform)}`
  copyWhereMissing(join(root, reform), join(folder, basename(reform)))
  mkdirSync(state, { recursive: true })
  const port = (await freePort(USUAL_PORT)) || (await freePort(0))
  const token = randomBytes(24).toString('hex')
  const address = `http://127.0.0.1:${port}`
  const server = startServer(programs, { port, path, token, isBrowserWanted })
  const ended = new Promise(resolve => server.once('exit', resolve))
  server.once('error', error => fail(error.message))
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => end(server, ended))
  ended.then(status => fail(`it ended with status ${status}`))
  while (!(await answers(`${address}/api`))) {
    if (Date.now() - begun > START_SECONDS * 1000) {
      killAll(server)
      fail(`it is silent after ${START_SECONDS} s`)
    }
    await pause(200)
  }
  process.stderr.write(`  Starting JupyterLab: ${((Date.now() - begun) / 1000).toFixed(1)} s\n`)
  console.log(
    `\nThe reform is open in JupyterLab, to drag. Ctrl-C ends it.\n\n  ${address}${path}?token=${token}\n`,
  )
}

/** A process group of its own, so that Ctrl-C comes here first and is passed on in order. */
function startServer(programs, { port, path, token, isBrowserWanted }) {
  const hasScreen = process.platform === 'darwin' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY
  const options = [
    '--ServerApp.ip=127.0.0.1',
    `--ServerApp.port=${port}`,
    '--ServerApp.port_retries=0',
    `--ServerApp.root_dir=${folder}`,
    `--ServerApp.open_browser=${isBrowserWanted && hasScreen ? 'True' : 'False'}`,
    `--LabApp.default_url=${path}`,
    `--LabApp.workspaces_dir=${join(state, 'workspaces')}`,
    ...(process.getuid?.() === 0 ? ['--ServerApp.allow_root=True'] : []),
  ]
  const file = openSync(log, 'w', 0o600)
  return spawn(join(programs, 'jupyter-lab'), options, {
    cwd: folder,
    detached: true,
    stdio: ['ignore', file, file],
    env: { ...process.env, PATH: `${programs}:${process.env.PATH}`, JUPYTER_TOKEN: token },
  })
}

let isEnding = false

/** The first time in order: JupyterLab ends its kernels, and with it ends the engine. The second time at once. */
async function end(server, ended) {
  if (isEnding) killAll(server)
  else {
    isEnding = true
    process.stderr.write('\n▸ Ending JupyterLab …\n')
    server.kill('SIGTERM')
  }
  await Promise.race([ended, pause(END_SECONDS * 1000)])
  killAll(server)
  process.exit(0)
}

function killAll(server) {
  try {
    process.kill(-server.pid, 'SIGKILL')
  } catch {
    // All of them have ended.
  }
}

function fail(problem) {
  if (isEnding) return
  const said = readFileSync(log, 'utf8').trimEnd().split('\n').slice(-15).join('\n')
  process.stderr.write(
    `${said}\n✗ JupyterLab does not run: ${problem}. Its log says more: ${log}\n` +
      '  To install it anew, remove notebooks/.venv and run `npm start` again.\n',
  )
  process.exit(1)
}

function copyWhereMissing(from, to) {
  try {
    copyFileSync(from, to, constants.COPYFILE_EXCL)
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
  }
}

/** `port` where it is free, or any for 0; 0 where it is not. */
function freePort(port) {
  return new Promise(resolve => {
    const probe = createServer().once('error', () => resolve(0))
    probe.listen(port, '127.0.0.1', () => {
      const found = probe.address().port
      probe.close(() => resolve(found))
    })
  })
}

async function answers(url) {
  try {
    return (await fetch(url)).ok
  } catch {
    return false
  }
}
