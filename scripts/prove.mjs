/**
 * `npm run prove`: the long proofs, one after the other; ends with a line `N passed, N failed`.
 *
 * A name runs that proof alone: `npm run prove -- random-programs`.
 */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { node, root, run, setUp, setUpBrowser, setUpPeers, setUpPostgres } from './set-up.mjs'
import { setUpLabs } from './set-up-jupyter.mjs'

setUp()
const python = setUpPeers()
const wanted = process.argv.slice(2)
const isWanted = name => wanted.length === 0 || wanted.includes(name)
if (isWanted('jobs')) setUpPostgres()
if (isWanted('jupyterlab')) {
  setUpBrowser()
  setUpLabs()
}
const proofs = readdirSync(join(root, 'test/prove'))
  .filter(file => file.endsWith('.prove.ts'))
  .map(file => file.replace('.prove.ts', ''))
  .filter(isWanted)
const results = proofs.map(name =>
  run(`Proof: ${name}`, node, [`test/prove/${name}.prove.ts`, python], { keepGoing: true }),
)
const failed = results.filter(status => status !== 0).length
console.log(`${results.length - failed} passed, ${failed} failed`)
process.exit(failed === 0 && results.length > 0 ? 0 : 1)
