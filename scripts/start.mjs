/** `npm start`: sets everything up, fetches the population and shows what an example reform does to it. */
import { node, root, run, setUp } from './set-up.mjs'

setUp()
const once = process.argv.includes('--once')
const reform = 'law/us/reforms/larger-child-tax-credit.reform.yaml'
process.exit(
  run(
    '',
    node,
    [
      'engine/bin/reformlab.mjs',
      'impact',
      '--year',
      '2026',
      '--reform',
      reform,
      ...(once ? [] : ['--watch']),
    ],
    {
      cwd: root,
    },
  ),
)
