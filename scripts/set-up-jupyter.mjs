/**
 * The JupyterLab that `npm start` opens and the hub's users get: one environment, `notebooks/.venv`, with this checkout in it.
 * Beside it those that a wheel of this checkout is proved in, in `notebooks/.labs`, one for each file of `notebooks/labs`.
 */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { onceFor, root, run, setUpPython } from './set-up.mjs'

const environment = 'notebooks/.venv'
const requirements = 'notebooks/requirements.txt'
const bin = join(root, environment, 'bin')
const bundle = 'kernel-bridge/reformlab/_engine'
const panels = 'kernel-bridge/reformlab/labextension'
const registry = 'What pip says above is why. It needs the Python Package Index, and a gigabyte of disk.'

/** Its version is pinned here: no questions about news, and none about updates. */
const quietLab = {
  '@jupyterlab/apputils-extension:notification': { fetchNews: 'false', checkForUpdates: false },
}

/** Answers the folder of its programs. */
export function setUpJupyter() {
  installJupyter()
  buildPanels()
  bundleEngine()
  return bin
}

/** The same with JupyterHub. Answers the folder of its programs. */
export function setUpHub() {
  setUpJupyter()
  const more = 'notebooks/hub/requirements.txt'
  onceFor('hub', [requirements, more], `${environment}/bin/jupyterhub`, () =>
    pip('Installing JupyterHub', ['install', '-r', more], registry),
  )
  return bin
}

/** JupyterLabs of several versions, each with the wheel that `python -m build` makes and what `reformlab[lab]` asks for. */
export function setUpLabs() {
  let wheel
  const built = () => (wheel ??= buildWheel())
  for (const file of readdirSync(join(root, 'notebooks/labs'))) setUpLab(file.replace('.txt', ''), built)
}

function setUpLab(version, wheel) {
  const place = `notebooks/.labs/${version}`
  const pins = `notebooks/labs/${version}.txt`
  const programs = join(root, place, 'bin')
  const sources = [
    ...panelSources(),
    ...bundleSources(),
    ...filesBelow('kernel-bridge/reformlab').filter(isOwn),
  ]
  onceFor(`lab-${version}`, [...sources, pins], `${place}/bin/reformlab`, () => {
    run(`Creating a Python environment for JupyterLab ${version}`, 'python3', ['-m', 'venv', place])
    const words = ['install', '-c', pins, `${wheel()}[lab]`]
    pip(`Installing JupyterLab ${version} and the wheel`, words, registry, programs)
    // One of the same version that was there before would have stayed.
    pip('', ['install', '--force-reinstall', '--no-deps', wheel()], registry, programs)
    silenceNews(place)
  })
}

/** As a release is made: from a source distribution. */
function buildWheel() {
  const folder = join(root, 'kernel-bridge/dist')
  rmSync(folder, { recursive: true, force: true })
  const words = ['-m', 'build', 'kernel-bridge']
  const stdio = ['ignore', 'ignore', 'inherit']
  run('Building the wheel', setUpPython().python, words, { stdio, remedy: 'What is wrong stands above.' })
  return join(
    folder,
    readdirSync(folder).find(name => name.endsWith('.whl')),
  )
}

function installJupyter() {
  onceFor('jupyter', [requirements], `${environment}/bin/jupyter-lab`, () => {
    run('Creating a Python environment', 'python3', ['-m', 'venv', '--clear', environment], {
      remedy: 'Install venv (Debian: apt-get install python3-venv).',
    })
    pip('Installing JupyterLab', ['install', '-r', requirements], registry)
  })
  silenceNews(environment)
}

function silenceNews(place) {
  const settings = join(root, place, 'share/jupyter/lab/settings')
  mkdirSync(settings, { recursive: true })
  writeFileSync(join(settings, 'overrides.json'), `${JSON.stringify(quietLab, null, 2)}\n`)
}

function panelSources() {
  const sources = ['extension/src', 'extension/style', 'extension/settings', 'schema'].flatMap(filesBelow)
  const shared = 'engine/src/model/describe/find-by-words.ts'
  return [...sources, shared, 'extension/package.json', 'extension/rspack.config.cjs', 'package-lock.json']
}

function bundleSources() {
  const folders = ['engine/src', 'law', 'schema', 'scripts/bundle', 'kernel-bridge/jupyter-config']
  const bridge = ['hatch_build.py', 'pyproject.toml', 'reformlab/version.py'].map(
    name => `kernel-bridge/${name}`,
  )
  const files = ['scripts/bundle-engine.mjs', 'install.json', 'package-lock.json', ...bridge]
  return [...folders.flatMap(filesBelow), ...files]
}

function buildPanels() {
  onceFor('panels', panelSources(), `${panels}/package.json`, () =>
    run('Building the panels', 'npm', ['run', '--silent', 'build', '--workspace', 'extension'], {
      remedy: 'The sources in extension/ do not compile; what is wrong stands above.',
    }),
  )
}

/** Python's packages find the code in the checkout; what JupyterLab reads is copied, so it is done again when that changes. */
function bundleEngine() {
  const words = ['install', '--no-deps', '--no-build-isolation', '--editable', 'kernel-bridge']
  const remedy = 'What is wrong stands above; `npm run check` may say more.'
  onceFor(
    'bundle',
    [...bundleSources(), ...filesBelow(panels), requirements],
    `${environment}/bin/reformlab`,
    () => pip('Bundling the engine for Python', words, remedy),
    join(root, bundle, 'sources.sha256'),
  )
}

function pip(what, words, remedy, programs = bin) {
  const quiet = ['--quiet', '--disable-pip-version-check']
  run(what, join(programs, 'python'), ['-m', 'pip', ...quiet, ...words], { remedy })
}

/** Whether a file of the Python package is written by hand. */
const isOwn = path => !/__pycache__|\/_engine|\/labextension\//.test(path)

/** In the order of their names; what packages bring, and what only tests read, is left out. */
function filesBelow(folder) {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath ?? entry.path, entry.name).slice(root.length))
    .filter(path => !/node_modules\/|\.test\.ts$|\/(cases|validation|testing)\//.test(path))
    .sort()
}
