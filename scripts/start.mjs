/**
 * `npm start`: sets everything up, shows what an example reform does to the whole population, and opens it in JupyterLab.
 *
 * `--once` ends after the numbers; `--no-browser` leaves it to you to open the address.
 */
import { serveLab } from './serve-lab.mjs'
import { node, run, setUp } from './set-up.mjs'
import { setUpJupyter } from './set-up-jupyter.mjs'

const reform = 'law/us/reforms/larger-child-tax-credit.reform.yaml'
const isOnce = process.argv.includes('--once')

setUp()
const programs = isOnce ? undefined : setUpJupyter()
if (programs)
  engine('Getting the population', ['datasets', 'us-cps', '--fetch'], ['ignore', 'ignore', 'inherit'])
engine('', ['impact', '--year', '2026', '--reform', reform], 'inherit')
if (programs) await serveLab(programs, reform, !process.argv.includes('--no-browser'))

function engine(what, words, stdio) {
  run(what, node, ['engine/bin/reformlab.mjs', ...words], { stdio })
}
