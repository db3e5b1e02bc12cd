/** `npm test`: set-up, checks and every test, ended by a line `N passed, N failed`. Arguments go to vitest. */
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { node, root, run, setUp } from './set-up.mjs'

setUp()
const report = join(root, 'node_modules', '.cache', 'reformlab', 'tests.json')
rmSync(report, { force: true })
const keepGoing = { keepGoing: true }
const checks = run('Checking style and types', 'npm', ['run', '--silent', 'check'], keepGoing)
run('Getting the population', node, ['engine/bin/reformlab.mjs', 'datasets', 'us-cps', '--fetch'])
const tests = run(
  'Testing',
  'vitest',
  ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...process.argv.slice(2)],
  keepGoing,
)
const { numPassedTests: passed = 0, numFailedTests: failed = 0 } = existsSync(report)
  ? JSON.parse(readFileSync(report, 'utf8'))
  : {}
const broken = failed + (checks === 0 ? 0 : 1) + (tests !== 0 && failed === 0 ? 1 : 0)
console.log(`${passed} passed, ${broken} failed`)
process.exit(broken === 0 && passed > 0 ? 0 : 1)
