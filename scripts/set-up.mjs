/**
 * Brings a fresh checkout to the point where everything runs: packages, nothing else. Quick when there is nothing to do.
 *
 * Runs on Node 20, before any dependency exists; what it starts runs on the Node 24 that the packages bring.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
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
    run(
      'Installing packages',
      process.platform === 'win32' ? 'npm.cmd' : 'npm',
      ['ci', '--no-audit', '--no-fund', '--loglevel=error'],
      { remedy: 'What npm says above is why. It needs the npm registry, and a gigabyte of disk.' },
    ),
  )
}

/** The Python environment that holds the peers we are compared with. Answers the path of its interpreter. */
export function setUpPeers() {
  const python = join(root, '.venv', 'bin', 'python')
  onceFor('peers', ['test/prove/requirements.txt'], '.venv', () => {
    run('Creating a Python environment', 'python3', ['-m', 'venv', '.venv'])
    run('Installing Tax-Calculator and Schemathesis', python, [
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

/** The Python environment that the distribution is checked and tested in. Answers paths of its programs. */
export function setUpPython() {
  const bin = join(root, 'kernel-bridge', '.venv', 'bin')
  const requirements = 'kernel-bridge/requirements.txt'
  onceFor('python', [requirements], 'kernel-bridge/.venv', () => {
    run('Creating a Python environment', 'python3', ['-m', 'venv', 'kernel-bridge/.venv'])
    const quiet = ['--quiet', '--disable-pip-version-check']
    const pip = ['-m', 'pip', 'install', ...quiet, '-r', requirements]
    run('Installing Python packages', join(bin, 'python'), pip)
  })
  return { python: join(bin, 'python'), ruff: join(bin, 'ruff'), mypy: join(bin, 'mypy') }
}

/** A PostgreSQL that tests can start; installed with apt-get where we may. */
export function setUpPostgres() {
  if (hasPostgres()) return
  const remedy = 'Install PostgreSQL (Debian: apt-get install postgresql; macOS: brew install postgresql).'
  installWithApt('PostgreSQL', 'postgresql')
  if (hasPostgres()) return
  process.stderr.write(`✗ There is no PostgreSQL to test the service with. ${remedy}\n`)
  process.exit(1)
}

/** Where `engine/src/service/testing/test-postgres.ts` looks for it. */
function hasPostgres() {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).map(version => join(debian, version, 'bin')) : []
  const folders = [...(process.env.PATH ?? '').split(delimiter), ...versions]
  return ['initdb', 'postgres'].every(name => folders.some(folder => existsSync(join(folder, name))))
}

/** The browser that the extension is tested in. */
export function setUpBrowser() {
  const hasChromium = () => existsSync(process.env.CHROMIUM ?? '/usr/bin/chromium')
  if (hasChromium()) return
  installWithApt('Chromium', 'chromium')
  if (hasChromium()) return
  process.stderr.write(
    '✗ There is no Chromium to test the extension with. Install it (Debian: apt-get install chromium), or say in CHROMIUM where one is.\n',
  )
  process.exit(1)
}

/** Installs a package of Debian where we may; says nothing where we may not. */
function installWithApt(what, name) {
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).error) return
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const keepGoing = { env, keepGoing: true, stdio: ['ignore', 'ignore', 'inherit'] }
  run('Looking for packages', 'apt-get', ['update', '--quiet'], keepGoing)
  const packages = ['install', '--quiet', '--yes', '--no-install-recommends', name]
  run(`Installing ${what}`, 'apt-get', packages, keepGoing)
}

/** Runs a command with its output visible; ends the process with its status, and `remedy`, when it fails. */
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
    const remedy = options.remedy ? ` ${options.remedy}` : ''
    process.stderr.write(
      `✗ ${what || command} failed${done.error ? `: ${done.error.message}` : ''}.${remedy}\n`,
    )
    if (!options.keepGoing) process.exit(done.status || 1)
  } else if (what) process.stderr.write(`  ${what}: ${((Date.now() - begun) / 1000).toFixed(1)} s\n`)
  return done.status ?? 1
}

/**
 * Runs `action` unless it has run before with the same content of `files` and its product still exists. `stamp` is where that
 * is noted: in the product itself, where something else makes it too.
 */
export function onceFor(name, files, product, action, stamp = stampOf(name)) {
  const hash = createHash('sha256')
  for (const file of files) hash.update(readFileSync(join(root, file)))
  const wanted = hash.digest('hex')
  if (existsSync(join(root, product)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  action()
  mkdirSync(join(stamp, '..'), { recursive: true })
  writeFileSync(stamp, wanted)
}

const stampOf = name => join(root, 'node_modules', '.cache', 'reformlab', `${name}.sha256`)

function requireVersion(name, found, wanted, remedy) {
  const [major = 0, minor = 0] = found.split('.').map(Number)
  if (major > wanted[0] || (major === wanted[0] && minor >= wanted[1])) return
  process.stderr.write(
    `✗ ${name} ${wanted.join('.')} or newer is needed; ${found ? `found ${found}` : 'none was found'}. ${remedy}\n`,
  )
  process.exit(1)
}
