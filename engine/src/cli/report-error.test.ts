import { expect, test } from 'vitest'
import { ReformlabError } from '../errors/index.ts'
import { reportError } from './report-error.ts'
import type { Terminal } from './terminal.ts'

function report(error: unknown, json = false) {
  const notes: string[] = []
  const terminal: Terminal = {
    ...{ width: 100, unicode: true, isInteractive: false },
    print: () => {},
    note: text => void notes.push(text),
    paint: (_, text) => text,
  }
  return { status: reportError(error, terminal, json), text: notes.join('\n') }
}

test('a mistake of ours is owned up to, with a way to report it and no stack trace', () => {
  const { status, text } = report(new TypeError('x is not a function'))
  expect(status).toBe(1)
  expect(text).toMatch(/^error: x is not a function\n {2}This is a mistake in Reformlab\..*REFORMLAB_DEBUG=1/)
  expect(text).not.toContain('    at ')
  expect(JSON.parse(report('odd', true).text)).toMatchObject({
    error: { code: 'E_INTERNAL', message: 'odd' },
  })
})

test('what was asked wrongly has status 2 and says where', () => {
  const details = { path: 'gov.x', nearest: 'gov.y', file: 'r.yaml', line: 3, column: 5 }
  const { status, text } = report(new ReformlabError('E_PARAMETER_UNKNOWN', details))
  expect(status).toBe(2)
  expect(text).toBe(
    'error E_PARAMETER_UNKNOWN: There is no parameter "gov.x".\n  in r.yaml, line 3, column 5\n' +
      '  Nearest names: gov.y. List parameters with `reformlab parameters`.',
  )
})

test('what the machine or the network failed at has status 1', () => {
  expect(report(new ReformlabError('E_DATASET_FETCH', { what: 'x', problem: 'y', cure: 'z' })).status).toBe(1)
})
