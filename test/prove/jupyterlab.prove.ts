/**
 * Proves that the wheel of `python -m build` works in each JupyterLab it says it does: `pip install` into an environment that has
 * nothing else, no Node.js on the path, and the tests in which a hand drags a reform and sessions are listed.
 *
 * usage: node test/prove/jupyterlab.prove.ts, after `setUpLabs` of scripts/set-up-jupyter.mjs
 */
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const versions = readdirSync(join(root, 'notebooks/labs')).map(file => file.replace('.txt', ''))
const tests = ['run', '--config', 'extension/ui-tests/vitest.config.ts', 'drag', 'sessions']

const failed = versions.filter(version => {
  console.log(`JupyterLab ${version}`)
  const environment = join(root, 'notebooks/.labs', version)
  const listed = spawnSync(join(environment, 'bin/jupyter'), ['labextension', 'list'], {
    env: { PATH: join(environment, 'bin') },
    encoding: 'utf8',
  })
  const isListed = /@reformlab.*enabled.*OK/.test(listed.stderr)
  if (!isListed) console.log(listed.stderr)
  const { status } = spawnSync(join(root, 'node_modules/.bin/vitest'), tests, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, LAB_ENVIRONMENT: environment },
  })
  return status !== 0 || !isListed
})
console.log(
  failed.length === 0 ? `works in JupyterLab ${versions.join(', ')}` : `fails in ${failed.join(', ')}`,
)
process.exit(failed.length === 0 ? 0 : 1)
