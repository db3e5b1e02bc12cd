/**
 * Brings a fresh checkout to the point where everything runs: packages, nothing else. Quick when there is nothing to do.
 *
 * Runs on Node 20, before any dependency exists; what it starts runs on the Node 24 that the packages bring.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))
/** The Node every command of the project runs on, whatever the system's is. */
export const node = join(root, 'node_modules', '.bin', 'node')

export function setUp() {
  requireVersion('Node.js', process.versions.node, [20, 0], 'Install Node.js 20 or newer.')
  const python = spawnSync('python3', ['-c', 'import platform; print(platform.python_version())'], {
    encoding: 'utf8',
  })
  requireVersion(
    'Python',
    python.stdout?.trim() ?? '',
    [3, 11],
    'Install Python 3.11 or newer with pip and venv (Debian: apt-get install python3 python3-pip python3-venv).',
  )
  onceFor('packages', ['package-lock.json'], 'node_modules', () =>
    run('Installing packages', process.platform === 'win32' ? 'npm.cmd' : 'npm', [
      'ci',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
    ]),
  )
}

/** The Python environment that holds the peers we are compared with. Answers the path of its interpreter. */
export function setUpPeers() {
  const python = join(root, '.venv', 'bin', 'python')
  onceFor('peers', ['test/prove/requirements.txt'], '.venv', () => {
    run('Creating a Python environment', 'python3', ['-m', 'venv', '.venv'])
    run('Installing Tax-Calculator', python, [
      '-m',
      'pip',
      'install',
      '--quiet',
      '--disable-pip-version-check',
      '-r',
      'test/prove/requirements.txt',
    ])
  })
  return python
}

/** Runs a command with its output visible; ends the process with its status when it fails. */
export function run(what, command, args, options = {}) {
  const begun = Date.now()
  if (what) process.stderr.write(`▸ ${what} …\n`)
  const path = `${join(root, 'node_modules', '.bin')}:${process.env.PATH}`
  const done = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PATH: path },
    ...options,
  })
  if (done.error || done.status !== 0) {
    process.stderr.write(`✗ ${what || command} failed${done.error ? `: ${done.error.message}` : ''}.\n`)
    if (!options.keepGoing) process.exit(done.status || 1)
  } else if (what) process.stderr.write(`  ${what}: ${((Date.now() - begun) / 1000).toFixed(1)} s\n`)
  return done.status ?? 1
}

/** Runs `action` unless it has run before with the same content of `files` and its product still exists. */
function onceFor(name, files, product, action) {
  const stamp = join(root, 'node_modules', '.cache', 'reformlab', `${name}.sha256`)
  const hash = createHash('sha256')
  for (const file of files) hash.update(readFileSync(join(root, file)))
  const wanted = hash.digest('hex')
  if (existsSync(join(root, product)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  action()
  mkdirSync(join(stamp, '..'), { recursive: true })
  writeFileSync(stamp, wanted)
}

function requireVersion(name, found, wanted, remedy) {
  const [major = 0, minor = 0] = found.split('.').map(Number)
  if (major > wanted[0] || (major === wanted[0] && minor >= wanted[1])) return
  process.stderr.write(
    `✗ ${name} ${wanted.join('.')} or newer is needed; ${found ? `found ${found}` : 'none was found'}. ${remedy}\n`,
  )
  process.exit(1)
}
