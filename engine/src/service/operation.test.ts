/** How the service is operated: metrics, its log, and answers held to the document. */
import { PassThrough } from 'node:stream'
import { beforeEach, describe, expect, test } from 'vitest'
import { openModel } from '../model/index.ts'
import { AnswerCheck } from './answer-check.ts'
import { Api } from './api-document.ts'
import { FrameReader } from './frame-reader.ts'
import { startService } from './testing/test-service.ts'

const model = await openModel()
const lines: string[] = []
const log = new PassThrough().on('data', chunk => lines.push(...String(chunk).trim().split('\n')))
const secret = 'a secret that is long enough to be one'
const canary = 'Quetzalcoatl'
beforeEach(() => {
  lines.length = 0
})

/** Values by name and labels. */
async function metricsOf(address: string): Promise<Map<string, number>> {
  const response = await fetch(`${address}/metrics`)
  expect(response.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/)
  const samples = (await response.text()).split('\n').filter(line => line && !line.startsWith('#'))
  return new Map(samples.map(line => [line.split(' ')[0]!, Number(line.split(' ')[1])]))
}

describe('metrics', () => {
  test('count requests by operation and status, also those of no operation', async () => {
    const service = await startService({ model })
    await service.ask('GET', '/v1/version')
    await service.ask('GET', '/v1/variables/{name}', { params: { name: 'eitc' } })
    await service.ask('GET', '/v1/variables/{name}', { params: { name: canary } })
    await fetch(`${service.address}/${canary}`)
    const metrics = await metricsOf(service.address)
    const requests = (operation: string, status: number) =>
      metrics.get(`reformlab_requests_total{operation="${operation}",status="${status}"}`)
    expect([requests('getVersion', 200), requests('getVariable', 200)]).toEqual([1, 1])
    expect([requests('getVariable', 404), requests('unknown', 404)]).toEqual([1, 1])
    expect(metrics.get('reformlab_request_seconds_count{operation="getVariable"}')).toBe(2)
    expect(metrics.get('reformlab_resident_memory_bytes')).toBeGreaterThan(1e7)
    expect(metrics.get('reformlab_event_loop_delay_seconds')).toBeGreaterThan(0)
    expect([...metrics.keys()].join()).not.toContain(canary)
  })

  test('count frames, and what is open', async () => {
    const service = await startService({ model })
    const { body, status } = await service.ask<{ id: string }>('POST', '/v1/sessions', { body: {} })
    expect({ status, body }).toMatchObject({ status: 201 })
    const reader = await FrameReader.open(service.url('/v1/sessions/{id}/frames', body))
    const patches = 12
    for (let sequence = 1; sequence <= patches; sequence++)
      await service.ask('POST', '/v1/sessions/{id}/patches', {
        params: { id: body.id },
        body: { sequence, changes: { 'gov.irs.credits.ctc.amount.base': 2200 + sequence } },
      })
    await reader.frame(patches)
    const metrics = await metricsOf(service.address)
    const outcome = (name: string) => metrics.get(`reformlab_patches_total{outcome="${name}"}`)!
    expect(outcome('sent')).toBe(reader.frames.length)
    expect([outcome('sent') + outcome('superseded'), outcome('failed')]).toEqual([patches, 0])
    expect(metrics.get('reformlab_frame_seconds_count')).toBe(reader.frames.length)
    expect(metrics.get('reformlab_live_sessions')).toBe(1)
    expect(metrics.get('reformlab_populations_open')).toBe(1)
    expect(metrics.get('reformlab_population_work')).toBe(0)
    await service.ask('DELETE', '/v1/sessions/{id}', { params: { id: body.id } })
    expect((await metricsOf(service.address)).get('reformlab_live_sessions')).toBe(0)
  }, 60_000)

  test('count jobs by their status', async () => {
    const service = await startService({ model })
    const jobs = async (status: string) =>
      (await metricsOf(service.address)).get(`reformlab_jobs{status="${status}"}`)
    expect(await jobs('done')).toBeUndefined()
    const { body } = await service.ask<{ id: string }>('POST', '/v1/jobs', { body: { kind: 'impact' } })
    const ask = () =>
      service.ask<{ status: string }>('GET', '/v1/jobs/{id}', {
        params: { id: body.id },
        query: { wait: '20' },
      })
    while (['queued', 'running'].includes((await ask()).body.status));
    expect([await jobs('done'), await jobs('queued'), await jobs('failed')]).toEqual([1, 0, 0])
  }, 120_000)

  test('are read with a token where there are tokens', async () => {
    const service = await startService({ model, tokenSecret: secret })
    expect((await fetch(`${service.address}/metrics`)).status).toBe(401)
  })
})

describe('the log', () => {
  test('has one line a request with id, operation, user, status and time, and nothing of what was sent', async () => {
    const service = await startService({ model, log })
    const situation = { people: { [canary]: { age: 40, employment_income: 98_765_432 } } }
    const headers = { authorization: `Bearer ${canary}`, 'user-agent': canary, cookie: canary }
    const variables = ['income_tax', canary]
    const good = await service.ask('POST', '/v1/households', { body: { situation }, headers })
    const bad = await service.ask('POST', '/v1/households', { body: { situation, variables }, headers })
    const found = await service.ask('GET', '/v1/variables', { query: { search: canary }, headers })
    const lost = await fetch(`${service.address}/v1/variables/${canary}`, {
      headers: { 'x-request-id': 'mine-1' },
    })
    const entries = lines.map(line => JSON.parse(line) as Record<string, unknown>).filter(e => e.operation)
    const facts = entries.map(({ request, operation, user, status }) => [request, operation, user, status])
    expect(facts).toEqual([
      [good.headers.get('x-request-id'), 'calculateHousehold', 'local', 200],
      [bad.headers.get('x-request-id'), 'calculateHousehold', 'local', 422],
      [found.headers.get('x-request-id'), 'listVariables', 'local', 200],
      ['mine-1', 'getVariable', 'local', 404],
    ])
    expect(lost.headers.get('x-request-id')).toBe('mine-1')
    for (const { ms } of entries) expect(ms).toBeGreaterThan(0)
    expect(lines.join()).not.toMatch(new RegExp(`${canary}|98.?765.?432`))
  })

  test.each(['', 'a b', '{"a":1}', 'x'.repeat(65)])('takes no "%s" for a request’s id', async given => {
    const service = await startService({ model })
    const answer = await service.ask('GET', '/v1/version', { headers: { 'x-request-id': given } })
    expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
  })

  test('says where a mistake of ours was made, and not what it says', async () => {
    const catalogue = {
      ...model.catalogue,
      get variables(): never {
        throw new Error(canary)
      },
    }
    const service = await startService({ model: { ...model, catalogue }, log })
    const answer = await service.ask('GET', '/v1/variables')
    expect(answer).toMatchObject({ status: 500, body: { error: { code: 'E_INTERNAL' } } })
    const entry = JSON.parse(lines.at(-1)!) as Record<string, unknown>
    expect(entry).toMatchObject({ level: 50, operation: 'listVariables', user: 'local', status: 500 })
    expect(entry.error).toMatchObject({
      name: 'Error',
      at: expect.arrayContaining([expect.stringContaining('law-routes.ts')]),
    })
    expect(lines.join()).not.toContain(canary)
  })
})

describe('an answer', () => {
  const check = new AnswerCheck(new Api())
  const version = { engine: '0.1.0', country: 'us', law: 'a'.repeat(64), program: 'b'.repeat(64) }
  const ask =
    (answer: unknown, status = 200) =>
    () =>
      check.check('GET', '/v1/version', status, answer)

  test('as the document says is let through', () => {
    expect(ask(version)).not.toThrow()
  })

  test.each([
    ['more', { ...version, [canary]: canary }],
    ['less', { ...version, law: undefined }],
    ['another type', { ...version, engine: 1 }],
    ['another form', { ...version, law: canary }],
    ['nothing', null],
  ])('with %s is withheld, and nothing of it is said', (_, answer) => {
    expect(ask(answer)).toThrow(
      expect.objectContaining({
        code: 'E_ANSWER',
        message: expect.not.stringContaining(canary),
        details: { operation: 'getVersion', rule: expect.stringMatching(/^[#\w/.]+$/) },
      }),
    )
  })

  test('of a status that the document does not know is withheld', () => {
    expect(ask(version, 203)).toThrow(expect.objectContaining({ code: 'E_ANSWER' }))
  })

  test('is withheld by the service too, and the log names the rule', async () => {
    const service = await startService({ model: { ...model, hash: canary }, log })
    expect(await service.ask('GET', '/v1/version')).toMatchObject({
      status: 500,
      body: { error: { code: 'E_ANSWER', details: { operation: 'getVersion' } } },
    })
    expect(JSON.parse(lines.at(-1)!)).toMatchObject({
      ...{ operation: 'getVersion', status: 500 },
      error: { code: 'E_ANSWER', message: expect.stringContaining('pattern') },
    })
    expect(lines.join()).not.toContain(canary)
  })
})
