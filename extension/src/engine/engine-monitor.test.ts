import { expect, test } from 'vitest'
import type { Handshake } from './api-types.ts'
import { stateOf } from './engine-monitor.ts'

const handshake: Handshake = {
  protocol: 1,
  distribution: '0.1.0',
  bundle: { engine: '0.1.0', law: 'd65c' },
  engine: {
    ...{ state: 'ready', model: null, doing: null, problem: null },
    ...{ remedy: null, log: null, log_tail: [] },
  },
}
const engine = (change: Partial<Handshake['engine']>) => ({
  ...handshake,
  engine: { ...handshake.engine, ...change },
})

test('a handshake is told as the state of the engine', () => {
  expect(stateOf(handshake)).toEqual({ kind: 'ready' })
  expect(stateOf(engine({ state: 'starting', doing: 'Starting …' }))).toEqual({
    kind: 'starting',
    doing: 'Starting …',
  })
  const model = { package: 'atlantis', population: 'persons.csv' }
  expect(stateOf(engine({ state: 'starting', model }))).toEqual({ kind: 'starting', model })
  const failed = stateOf(engine({ state: 'failed', remedy: 'See the log.', log: '/tmp/engine.log' }))
  expect(failed).toMatchObject({
    kind: 'failed',
    problem: { code: 'E_ENGINE_START', remedy: 'See the log.' },
  })
})

test('why an engine cannot start is told in its own words', () => {
  const problem = { code: 'E_COUNTRY_MISSING', message: 'No.', remedy: 'Install it.', details: {} }
  expect(stateOf(engine({ state: 'failed', problem }))).toEqual({ kind: 'failed', problem })
})

test('another version of the other half is a failure with its cure', () => {
  const older = stateOf({ ...handshake, protocol: 0 })
  expect(older).toMatchObject({ problem: { code: 'E_SERVER_VERSION' } })
  expect(JSON.stringify(older)).toContain('pip install --upgrade')
  expect(JSON.stringify(stateOf({ ...handshake, protocol: 2 }))).toContain('Reload this page')
})
