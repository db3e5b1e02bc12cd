import { Writable } from 'node:stream'
import { expect, test } from 'vitest'
import { openTerminal } from './terminal.ts'

const stream = (isTTY: boolean, columns = 80) =>
  Object.assign(new Writable({ write: (_chunk, _encoding, done) => done() }), { isTTY, columns })
const open = (isTTY: boolean, environment: NodeJS.ProcessEnv, columns?: number) =>
  openTerminal({ stdout: stream(isTTY, columns), stderr: stream(isTTY), environment })

test('colours appear on a terminal only, and not where they are unwanted', () => {
  expect(open(true, {}).paint('red', 'x')).toBe('\u001b[31mx\u001b[39m')
  expect(open(false, {}).paint('red', 'x')).toBe('x')
  expect(open(true, { NO_COLOR: '1' }).paint('red', 'x')).toBe('x')
  expect(open(true, { TERM: 'dumb' }).paint('red', 'x')).toBe('x')
})

test('Unicode is left out where it cannot be shown or is not wanted', () => {
  expect(open(false, {}).unicode).toBe(true)
  expect(open(true, { LANG: 'C.UTF-8' }).unicode).toBe(true)
  expect(open(true, { LC_ALL: 'C', LANG: 'C.UTF-8' }).unicode).toBe(false)
  expect(open(false, { REFORMLAB_ASCII: '1' }).unicode).toBe(false)
})

test('no line is planned wider than 100 characters', () => {
  expect([open(true, {}, 80).width, open(true, {}, 240).width, open(false, {}).width]).toEqual([80, 100, 100])
})
