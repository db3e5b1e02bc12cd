/** How the service listens and ends: exposure, unix sockets, signals. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { request } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { LiveSession } from './live-session.ts'
import { serve } from './serve.ts'
import { SessionList } from './session-list.ts'

const folder = mkdtempSync(join(tmpdir(), 'reformlab-serve-'))
afterAll(() => rmSync(folder, { recursive: true }))
const program = fileURLToPath(new URL('../../bin/reformlab.mjs', import.meta.url))

test.each(['0.0.0.0', '::', '192.0.2.1', 'example.org', '127.0.0.1.example.org'])(
  'listening on %s without tokens is refused',
  async host => {
    await expect(serve({ host, port: 0 })).rejects.toMatchObject({ code: 'E_SERVICE_EXPOSED' })
  },
)

test('an address that is taken is said', async () => {
  const first = await serve({ host: '127.0.0.1', port: 0 })
  const port = Number(new URL(first.address).port)
  await expect(serve({ host: '127.0.0.1', port })).rejects.toMatchObject({ code: 'E_SERVICE_LISTEN' })
  await first.close()
})

test('a unix socket is its owner’s alone, and one that was left behind is taken over', async () => {
  const socket = join(folder, 'engine.sock')
  const killed = start(['--socket', socket])
  await killed.listening
  expect(statSync(socket).mode & 0o777).toBe(0o600)
  await expect(serve({ host: '127.0.0.1', port: 0, socket })).rejects.toMatchObject({
    code: 'E_SERVICE_LISTEN',
  })
  killed.child.kill('SIGKILL')
  await killed.ended
  expect(existsSync(socket)).toBe(true)
  const service = await serve({ host: '127.0.0.1', port: 0, socket })
  const status = await new Promise(resolve =>
    request({ socketPath: socket, path: '/v1/version' }, answer => resolve(answer.statusCode)).end(),
  )
  expect(status).toBe(200)
  await service.close()
})

test.each(['SIGTERM', 'SIGINT'] as const)('%s ends the command with status 0', async signal => {
  const { child, listening, ended } = start(['--port', '0', '--json'])
  const { address } = JSON.parse(await listening) as { address: string }
  expect((await fetch(`${address}/health`)).status).toBe(200)
  child.kill(signal)
  expect(await ended).toBe(0)
})

test('a service that exits with its parent ends when its standard input does, or by a signal', async () => {
  const [orphan, killed] = [1, 2].map(() => start(['--port', '0', '--json', '--exit-with-parent']))
  await orphan!.listening
  orphan!.child.stdin.end()
  expect(await orphan!.ended).toBe(0)
  await killed!.listening
  killed!.child.kill('SIGTERM')
  expect(await killed!.ended).toBe(0)
})

test('a service that cannot start ends, although its parent holds its standard input', async () => {
  const { ended } = start(['--socket', join(folder, 'nowhere', 'engine.sock'), '--exit-with-parent'])
  expect(await ended).toBe(1)
})

test('connections that ask nothing do not keep it from ending, and what was asked is answered', async () => {
  const service = await serve({ host: '127.0.0.1', port: 0 })
  const silent = connect(Number(new URL(service.address).port), '127.0.0.1')
  await once(silent, 'connect')
  const asked = fetch(`${service.address}/v1/impact`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  })
  await new Promise(resolve => setTimeout(resolve, 300))
  const began = performance.now()
  await service.close()
  expect((await asked).status).toBe(200)
  expect(performance.now() - began).toBeLessThan(15_000)
  silent.destroy()
})

test('a session is another’s secret, and is closed when nobody uses it', async () => {
  const sessions = new SessionList({ perUser: 1, idleMilliseconds: 60 })
  const live = new LiveSession({ answer: () => new Promise(() => {}) })
  const { id } = sessions.add('ann', { dataset: 'us-cps', year: 2026, convention: 'default' }, live)
  expect(() => sessions.get('bob', id)).toThrow(expect.objectContaining({ code: 'E_SESSION_UNKNOWN' }))
  const release = sessions.hold(id)
  await new Promise(resolve => setTimeout(resolve, 150))
  expect(live.ended.aborted).toBe(false)
  release()
  await new Promise(resolve => setTimeout(resolve, 150))
  expect(live.ended.aborted).toBe(true)
  expect(() => sessions.get('ann', id)).toThrow(expect.objectContaining({ code: 'E_SESSION_UNKNOWN' }))
})

function start(words: readonly string[]) {
  const child = spawn(process.execPath, [program, 'serve', '--data', folder, ...words])
  const ended = new Promise<number | null>(resolve => child.on('close', resolve))
  const listening = new Promise<string>(resolve => child.stdout.once('data', data => resolve(String(data))))
  return { child, ended, listening }
}
