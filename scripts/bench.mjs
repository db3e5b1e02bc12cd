/** `npm run bench`: the speed of a population run against Tax-Calculator in the same run, then that of a live session. */
import { node, run, setUp, setUpPeers } from './set-up.mjs'

setUp()
const python = setUpPeers()
const bench = (...words) =>
  run('', node, ['engine/bin/reformlab.mjs', 'bench', ...words, ...process.argv.slice(2)])
bench('population', '--against', 'tax-calculator', '--python', python)
bench('live')
