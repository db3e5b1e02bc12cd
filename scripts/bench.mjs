/** `npm run bench`: the speed of a whole population run, as ratios against Tax-Calculator in the same run. */
import { node, run, setUp, setUpPeers } from './set-up.mjs'

setUp()
const python = setUpPeers()
run('', node, [
  'engine/bin/reformlab.mjs',
  'bench',
  'population',
  '--against',
  'tax-calculator',
  '--python',
  python,
  ...process.argv.slice(2),
])
