/** Jobs of users, over the wire on a running service: batches, keys, who may what, and that nothing is done twice or lost. */
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openModel } from '../../model/index.ts'
import type { ErrorBody } from '../error-answer.ts'
import { serve } from '../serve.ts'
import { ended, JobService, resultOf, submit } from '../testing/job-service.ts'
import { ServiceClient } from '../testing/service-client.ts'
import type { Batch, Job } from './job.ts'

const model = await openModel()
const service = new JobService(model)
const { data } = service
const credit = (value: number) => `changes: { gov.irs.credits.ctc.amount.base: { 2026: ${value} } }`
let ann: ServiceClient
let bob: ServiceClient
let admin: ServiceClient

async function start() {
  await service.start()
  ann = await service.client('ann', 'run')
  bob = await service.client('bob', 'run')
  admin = await service.client('root', 'admin')
}
beforeAll(start, 60_000)
afterAll(() => service.end())

describe('a batch', () => {
  test('is many jobs, each with its own', async () => {
    const items = [2000, 2600, 2000].map((value, i) => ({ name: `item ${i}`, reforms: [credit(value)] }))
    const body = { kind: 'impact', name: 'credits', items: [...items, { year: 2030 }] }
    const { body: batch, status, headers } = await ann.ask<Batch>('POST', '/v1/batches', { body })
    const params = { id: batch.id }
    expect({ status, at: headers.get('location') }).toEqual({ status: 202, at: `/v1/batches/${batch.id}` })
    for (const job of batch.jobs) await ended(ann, job)
    const { body: done } = await ann.ask<Batch>('GET', '/v1/batches/{id}', { params })
    expect(done).toMatchObject({ name: 'credits', counts: { done: 4, queued: 0, failed: 0 } })
    const [first, second, third, fourth] = done.jobs
    expect([first!.name, third!.reused, fourth!.years]).toEqual(['item 0', true, [2030]])
    expect(third!.result).toEqual(first!.result)
    expect(second!.result).not.toEqual(first!.result)
    const query = { batch: batch.id, limit: '3' }
    const { body: list } = await ann.ask<{ jobs: Job[]; next: number }>('GET', '/v1/jobs', { query })
    expect(list.jobs.map(({ id }) => id)).toEqual(
      done.jobs
        .slice(1)
        .map(({ id }) => id)
        .toReversed(),
    )
    expect(await bob.ask('GET', '/v1/batches/{id}', { params })).toMatchObject({ status: 404 })
  }, 120_000)

  test('with a mistake is refused whole, and the mistake is said', async () => {
    const items = [{}, { reforms: ['changes: { gov.irs.x: { 2026: 1 } }'] }]
    expect(await ann.ask('POST', '/v1/batches', { body: { kind: 'impact', items } })).toMatchObject({
      status: 422,
      body: { error: { code: 'E_PARAMETER_UNKNOWN', details: { item: 1 } } },
    })
    expect(await ann.ask('POST', '/v1/batches', { body: { kind: 'impact', items: [] } })).toMatchObject({
      status: 400,
    })
  })

  test('that is more than a user may have is told to come again, and can be cancelled', async () => {
    const body = { kind: 'budget', items: Array.from({ length: 110 }, () => ({})) }
    const first = await bob.ask<Batch>('POST', '/v1/batches', { body })
    const second = await bob.ask('POST', '/v1/batches', { body })
    expect(second).toMatchObject({ status: 429, body: { error: { code: 'E_JOB_LIMIT' } } })
    expect(second.headers.get('retry-after')).toBe('1')
    const params = { id: first.body.id }
    const { body: cancelled } = await bob.ask<Batch>('DELETE', '/v1/batches/{id}', { params })
    expect(cancelled.counts).toEqual({ queued: 0, running: 0, done: 0, failed: 0, cancelled: 110 })
  }, 60_000)
})

describe('an idempotency key', () => {
  const headers = (key: string) => ({ 'idempotency-key': key })

  test('sent with 100 requests at once makes one job', async () => {
    const body = { kind: 'impact', reforms: [credit(2718)] }
    const before = await admin.ask<{ jobs: Job[] }>('GET', '/v1/jobs', { query: { limit: '500' } })
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => ann.ask<Job>('POST', '/v1/jobs', { body, headers: headers('one') })),
    )
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202]))
    expect(new Set(answers.map(({ body: { id } }) => id)).size).toBe(1)
    expect(answers.filter(answer => answer.headers.get('idempotent-replayed') === null)).toHaveLength(1)
    expect(new Set(answers.map(answer => answer.headers.get('location')))).toEqual(
      new Set([`/v1/jobs/${answers[0]!.body.id}`]),
    )
    const after = await admin.ask<{ jobs: Job[] }>('GET', '/v1/jobs', { query: { limit: '500' } })
    expect(after.body.jobs.length - before.body.jobs.length).toBe(1)
  }, 60_000)

  test('is of one request of one user', async () => {
    const ask = (client: ServiceClient, value: number, path = '/v1/jobs') =>
      client.ask<Job & ErrorBody>('POST', path, {
        body: { kind: 'impact', reforms: [credit(value)], ...(path === '/v1/batches' && { items: [{}] }) },
        headers: headers('two'),
      })
    const first = await ask(ann, 2100)
    expect((await ask(ann, 2100)).body.id).toBe(first.body.id)
    for (const other of [await ask(ann, 2101), await ask(ann, 2100, '/v1/batches')])
      expect(other).toMatchObject({ status: 422, body: { error: { code: 'E_IDEMPOTENCY_KEY' } } })
    expect((await ask(bob, 2101)).status).toBe(202)
    for (const key of ['', 'with blank', 'x'.repeat(201)])
      expect(
        await ann.ask('POST', '/v1/jobs', { body: { kind: 'impact' }, headers: headers(key) }),
      ).toMatchObject({ status: 400, body: { error: { code: 'E_REQUEST' } } })
  })

  test('holds for impacts and sessions: told to come again meanwhile, then the same answer', async () => {
    const ask = (path: '/v1/impact' | '/v1/sessions', body: object) =>
      ann.ask<ErrorBody & { id: string }>('POST', path, { body, headers: headers(path) })
    const body = { reforms: [credit(2900)] }
    const both = await Promise.all([ask('/v1/impact', body), ask('/v1/impact', body)])
    const [done, busy] = both.toSorted((a, b) => a.status - b.status)
    expect(busy).toMatchObject({ status: 409, body: { error: { code: 'E_IDEMPOTENCY_BUSY' } } })
    expect(busy!.headers.get('retry-after')).toBe('1')
    const again = await ask('/v1/impact', body)
    expect({ status: again.status, body: again.body }).toEqual({ status: 200, body: done!.body })
    expect(again.headers.get('idempotent-replayed')).toBe('true')
    const session = await ask('/v1/sessions', {})
    expect(await ask('/v1/sessions', {})).toMatchObject({ status: 201, body: { id: session.body.id } })
    expect(await ask('/v1/sessions', { year: 1999 })).toMatchObject({ status: 422 })
  }, 60_000)

  test('of a request that was refused is free again', async () => {
    const ask = (year: number) => ann.ask('POST', '/v1/impact', { body: { year }, headers: headers('three') })
    expect((await ask(1999)).status).toBe(422)
    expect((await ask(2026)).status).toBe(200)
  }, 60_000)
})

describe('who may', () => {
  test('a user sees and cancels own jobs alone; an administrator all; who may read starts none', async () => {
    const job = await ended(ann, await submit(ann, { kind: 'impact', reforms: [credit(3000)] }))
    const params = { id: job.id }
    for (const [method, path] of [
      ['GET', '/v1/jobs/{id}'],
      ['GET', '/v1/jobs/{id}/result'],
      ['DELETE', '/v1/jobs/{id}'],
    ] as const)
      expect(await bob.ask(method, path, { params })).toMatchObject({
        status: 404,
        body: { error: { code: 'E_JOB_UNKNOWN' } },
      })
    expect((await admin.ask<Job>('GET', '/v1/jobs/{id}', { params })).body).toEqual(job)
    const all = await admin.ask<{ jobs: Job[] }>('GET', '/v1/jobs', { query: { limit: '500' } })
    expect(new Set(all.body.jobs.map(({ user }) => user))).toEqual(new Set(['ann', 'bob']))
    const reader = await service.client('ann', 'read')
    expect((await reader.ask<Job>('GET', '/v1/jobs/{id}', { params })).body).toEqual(job)
    for (const path of ['/v1/jobs', '/v1/batches'] as const)
      expect((await reader.ask('POST', path, { body: { kind: 'impact' } })).status).toBe(403)
    expect((await reader.ask('DELETE', '/v1/jobs/{id}', { params })).status).toBe(403)
  }, 60_000)

  test.each([
    [400, 'nothing'],
    [404, '00000000-0000-0000-0000-000000000000'],
  ])('is answered %i for a job %s', async (status, id) => {
    expect((await ann.ask('GET', '/v1/jobs/{id}', { params: { id } })).status).toBe(status)
  })
})

test('a service that never gets a job makes nothing for jobs', async () => {
  const unused = join(data, 'unused')
  const other = await serve({ host: '127.0.0.1', port: 0, model, data: unused })
  const { body } = await new ServiceClient(other.address).ask('GET', '/v1/jobs')
  await other.close()
  expect({ body, exists: existsSync(unused) }).toEqual({ body: { jobs: [], next: null }, exists: false })
})

describe('in the end', () => {
  test('a result that was damaged is not sent, and the same work is done again', async () => {
    const request = { kind: 'impact', reforms: [credit(2345)] }
    const job = await ended(ann, await submit(ann, request))
    writeFileSync(join(data, 'results', job.result!.hash), '{}')
    expect(await resultOf(ann, job)).toMatchObject({
      status: 500,
      body: { error: { code: 'E_RESULT_LOST' } },
    })
    expect(await ended(ann, await submit(ann, request))).toMatchObject({ reused: false, result: job.result })
    expect((await resultOf(ann, job)).status).toBe(200)
  }, 60_000)

  test('what is left when the service is closed is gone on with, by one engine', async () => {
    await expect(serve({ host: '127.0.0.1', port: 0, model, data })).rejects.toMatchObject({
      code: 'E_DATA_FOLDER',
    })
    const other = await serve({ host: '127.0.0.1', port: 0, model, data, dataMayBeTaken: true })
    const client = new ServiceClient(other.address)
    expect((await client.ask('GET', '/v1/version')).status).toBe(200)
    expect(await client.ask('GET', '/v1/jobs')).toMatchObject({
      status: 503,
      body: { error: { code: 'E_DATA_FOLDER' } },
    })
    await other.close()
    const long = await submit(ann, { kind: 'budget', year: 2026, to: 2031, reforms: [credit(3210)] })
    const next = await submit(ann, { kind: 'impact', reforms: [credit(3211)] })
    while ((await ann.ask<Job>('GET', '/v1/jobs/{id}', { params: { id: long.id } })).body.progress === 0)
      await new Promise(resolve => setTimeout(resolve, 20))
    await service.stop()
    await start()
    expect(await ended(ann, long)).toMatchObject({ status: 'done', attempts: 2 })
    expect(await ended(ann, next)).toMatchObject({ status: 'done', attempts: 1 })
    expect(readdirSync(join(data, 'results')).filter(name => !/^[0-9a-f]{64}$/.test(name))).toEqual([])
  }, 120_000)
})
