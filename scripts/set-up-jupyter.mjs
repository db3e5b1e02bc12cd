/** The JupyterLab that `npm start` opens and the hub's users get: one environment, `notebooks/.venv`, with this checkout in it. */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { onceFor, root, run } from './set-up.mjs'

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
    pip('Installing JupyterHub', ['-r', more], registry),
  )
  return bin
}

function installJupyter() {
  onceFor('jupyter', [requirements], `${environment}/bin/jupyter-lab`, () => {
    run('Creating a Python environment', 'python3', ['-m', 'venv', '--clear', environment], {
      remedy: 'Install venv (Debian: apt-get install python3-venv).',
    })
    pip('Installing JupyterLab', ['-r', requirements], registry)
  })
  const settings = join(root, environment, 'share/jupyter/lab/settings')
  mkdirSync(settings, { recursive: true })
  writeFileSync(join(settings, 'overrides.json'), `${JSON.stringify(quietLab, null, 2)}\n`)
}

function buildPanels() {
  const sources = ['extension/src', 'extension/style', 'extension/settings', 'schema'].flatMap(filesBelow)
  const settings = ['extension/package.json', 'extension/rspack.config.cjs', 'package-lock.json']
  onceFor('panels', [...sources, ...settings], `${panels}/package.json`, () =>
    run('Building the panels', 'npm', ['run', '--silent', 'build', '--workspace', 'extension'], {
      remedy: 'The sources in extension/ do not compile; what is wrong stands above.',
    }),
  )
}

/** Python's packages find the code in the checkout; what JupyterLab reads is copied, so it is done again when that changes. */
function bundleEngine() {
  const folders = ['engine/src', 'law', 'schema', 'scripts/bundle', 'kernel-bridge/jupyter-config', panels]
  const bridge = ['hatch_build.py', 'pyproject.toml', 'reformlab/version.py'].map(
    name => `kernel-bridge/${name}`,
  )
  const files = ['scripts/bundle-engine.mjs', 'install.json', 'package-lock.json', requirements, ...bridge]
  const words = ['--no-deps', '--no-build-isolation', '--editable', 'kernel-bridge']
  const remedy = 'What is wrong stands above; `npm run check` may say more.'
  onceFor(
    'bundle',
    [...folders.flatMap(filesBelow), ...files],
    `${environment}/bin/reformlab`,
    () => pip('Bundling the engine for Python', words, remedy),
    join(root, bundle, 'sources.sha256'),
  )
}

function pip(what, words, remedy) {
  const quiet = ['--quiet', '--disable-pip-version-check']
  run(what, join(bin, 'python'), ['-m', 'pip', 'install', ...quiet, ...words], { remedy })
}

/** In the order of their names; what packages bring, and what only tests read, is left out. */
function filesBelow(folder) {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath ?? entry.path, entry.name).slice(root.length))
    .filter(path => !/node_modules\/|\.test\.ts$|\/(cases|validation|testing)\//.test(path))
    .sort()
}
