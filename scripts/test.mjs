/** `npm test`: set-up, checks and every test, ended by a line `N passed, N failed`. Arguments go to vitest. */
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { node, root, run, setUp, setUpBrowser, setUpPostgres, setUpPython } from './set-up.mjs'
import { setUpHub } from './set-up-jupyter.mjs'

setUp()
setUpPostgres()
const { python } = setUpPython()
const reports = join(root, 'node_modules', '.cache', 'reformlab')
const report = join(reports, 'tests.json')
const pythonReport = join(reports, 'python-tests.xml')
const browserReport = join(reports, 'browser-tests.json')
for (const file of [report, pythonReport, browserReport]) rmSync(file, { force: true })
const keepGoing = { keepGoing: true }
const checks = run('Checking style and types', 'npm', ['run', '--silent', 'check'], keepGoing)
run('Getting the population', node, ['engine/bin/reformlab.mjs', 'datasets', 'us-cps', '--fetch'])
const tests = run(
  'Testing',
  'vitest',
  ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...process.argv.slice(2)],
  keepGoing,
)
const { numPassedTests, numFailedTests } = countsOf(report)
const broken = (status, failed) => failed + (status !== 0 && failed === 0 ? 1 : 0)
const isWhole = process.argv.length === 2
const inPython = isWhole ? testPython() : { passed: 0, failed: 0 }
const inBrowser = isWhole ? testInBrowser() : { passed: 0, failed: 0 }
const passed = numPassedTests + inPython.passed + inBrowser.passed
const failed = broken(checks, 0) + broken(tests, numFailedTests) + inPython.failed + inBrowser.failed
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed === 0 && passed > 0 ? 0 : 1)

/** The distribution, notebooks among it; left out where arguments name tests of vitest. */
function testPython() {
  setUpHub()
  const options = ['--quiet', `--junit-xml=${pythonReport}`]
  const cwd = join(root, 'kernel-bridge')
  const status = run('Testing the Python distribution', python, ['-m', 'pytest', ...options], {
    ...keepGoing,
    cwd,
  })
  const text = existsSync(pythonReport) ? readFileSync(pythonReport, 'utf8') : ''
  const count = name => Number(text.match(new RegExp(`<testsuite [^>]*\\b${name}="(\\d+)"`))?.[1] ?? 0)
  const failed = count('failures') + count('errors')
  return { passed: count('tests') - failed - count('skipped'), failed: broken(status, failed) }
}

/** JupyterLab's panels in a browser, with the engine and the population. */
function testInBrowser() {
  setUpBrowser()
  setUpHub()
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${browserReport}`]
  const config = ['--config', 'extension/ui-tests/vitest.config.ts']
  const status = run('Testing in a browser', 'vitest', ['run', ...reporters, ...config], keepGoing)
  const { numPassedTests: passed, numFailedTests } = countsOf(browserReport)
  return { passed, failed: broken(status, numFailedTests) }
}

/** What a report of vitest counted; nothing where it did not come to write one. */
function countsOf(path) {
  const { numPassedTests = 0, numFailedTests = 0 } = existsSync(path)
    ? JSON.parse(readFileSync(path, 'utf8'))
    : {}
  return { numPassedTests, numFailedTests }
}
