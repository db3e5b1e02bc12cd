import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCommand } from '../../../test/testing/run-command.ts'

const folder = mkdtempSync(join(tmpdir(), 'reformlab-country-'))
const heard = join(folder, 'heard.txt')
const standIn = join(folder, 'python')

beforeAll(() => {
  writeFileSync(standIn, `#!/bin/sh\nprintf '%s\\n' "$@" > '${heard}'\necho said\nexit 3\n`)
  chmodSync(standIn, 0o755)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const words = () => readFileSync(heard, 'utf8').trim().split('\n')

test('a trace is asked of the Python of the package, whose answer and status are passed on', async () => {
  const asked = ['trace', 'openfisca_france', 'irpp', '--year', '2024', '--json']
  const { status, stdout } = await runCommand(asked, { REFORMLAB_PYTHON: standIn })
  expect([status, stdout]).toEqual([3, 'said\n'])
  expect(words()).toEqual('-m reformlab.country trace openfisca_france irpp --year 2024 --json'.split(' '))
})

test.for([
  ['', 'REFORMLAB_PYTHON is not set'],
  ['/nowhere/python', '/nowhere/python does not start'],
])('with the Python "%s" it says what to install', async ([python = '', problem]) => {
  const { status, stderr } = await runCommand(['trace', 'openfisca_france', 'irpp'], {
    REFORMLAB_PYTHON: python,
  })
  expect(status).toBe(2)
  expect(stderr).toContain(
    `E_COUNTRY_PYTHON: It is not known which Python has the country package: ${problem}`,
  )
  expect(stderr).toContain('pip install reformlab PACKAGE')
})
