import { ServerConnection } from '@jupyterlab/services'
import { expect, test } from 'vitest'
import { EngineClient } from './engine-client.ts'

const answer = (status: number, body: unknown) => new Response(JSON.stringify(body), { status })
const error = (code: string) => ({ error: { code, message: 'm', remedy: 'r', details: {} } })

function client(answers: readonly Response[]) {
  const left = [...answers]
  const settings = ServerConnection.makeSettings({
    baseUrl: 'http://127.0.0.1/',
    fetch: async () => left.shift()!,
  })
  return { client: new EngineClient(settings), left }
}

test('an engine that is starting is asked again until it answers', async () => {
  const starting = () => answer(503, error('E_ENGINE_STARTING'))
  const { client: engine, left } = client([starting(), starting(), answer(200, { engine: '0.1.0' })])
  expect(await engine.ask('v1/version')).toEqual({ engine: '0.1.0' })
  expect(left).toEqual([])
})

test('any other refusal is told', async () => {
  const { client: engine, left } = client([answer(503, error('E_COUNTRY_MISSING')), answer(200, {})])
  await expect(engine.ask('v1/version')).rejects.toMatchObject({ code: 'E_COUNTRY_MISSING' })
  expect(left).toHaveLength(1)
})
