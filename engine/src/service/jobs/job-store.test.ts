/** The store on both databases: what is handed in, leased, fenced, kept under keys, and forgotten. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startPostgres, type TestPostgres } from '../testing/test-postgres.ts'
import type { Database } from './database.ts'
import { IdempotencyKeys } from './idempotency-keys.ts'
import type { JobRequest, JobResult } from './job.ts'
import { JobDesk } from './job-desk.ts'
import { JobQueue, type LeasedJob } from './job-queue.ts'
import { migrate } from './migrations.ts'
import { openPglite } from './open-pglite.ts'
import { openPostgres } from './open-postgres.ts'
import { ResultStore } from './result-store.ts'
import { sweep } from './sweep.ts'

const folder = mkdtempSync(join(tmpdir(), 'reformlab-store-'))
let postgres: TestPostgres
beforeAll(async () => {
  postgres = await startPostgres()
}, 60_000)
afterAll(async () => {
  await postgres.stop()
  rmSync(folder, { recursive: true })
})

const desk = new JobDesk({ perUser: 200, days: 7 })
const keys = new IdempotencyKeys({ hours: 24, lostMilliseconds: 60_000 })
const [ann, bob] = ['"ann"', '"bob"']
const request = (more: Partial<JobRequest> = {}): JobRequest => ({
  ...{ kind: 'impact', dataset: 'us-cps', year: 2026, reforms: [], baseline: [], ...more },
})
const result = (letter = 'a'): JobResult => ({ hash: letter.repeat(64), type: 'application/json', bytes: 2 })
const error = { code: 'E_DATE_RANGE', message: 'No.', remedy: 'None.', details: {} }
const submit = (database: Database, owner: string, more?: Partial<JobRequest>) =>
  database.transaction(on => desk.submit(on, owner, request(more)))

test('a server that is not reached, or is gone, is said in words', async () => {
  await expect(openPostgres('postgresql://127.0.0.1:1/none')).rejects.toMatchObject({ code: 'E_DATABASE' })
  const server = await startPostgres()
  const database = await openPostgres(await server.database())
  await server.stop()
  await expect(database.query('SELECT 1')).rejects.toMatchObject({ code: 'E_DATABASE' })
  await expect(database.transaction(on => on.query('SELECT 1'))).rejects.toMatchObject({ code: 'E_DATABASE' })
  await database.close()
})

describe.each(['PGlite', 'PostgreSQL'])('%s', kind => {
  let database: Database
  let other: Database
  let queue: JobQueue
  let results: ResultStore

  beforeAll(async () => {
    const url = kind === 'PostgreSQL' ? await postgres.database() : undefined
    database = url === undefined ? await openPglite(folder) : await openPostgres(url)
    other = url === undefined ? database : await openPostgres(url)
    await migrate(database)
    queue = new JobQueue(database, { leaseMilliseconds: 60_000 })
    results = new ResultStore(join(folder, kind), database)
  }, 60_000)
  afterAll(async () => {
    await database.close()
    if (other !== database) await other.close()
  })
  /** Nothing is left for the next test. */
  const clear = () => database.query('DELETE FROM engine_jobs')

  test('is brought to the newest version once, and one of a newer engine is not touched', async () => {
    const before = await submit(database, ann)
    await Promise.all([migrate(database), migrate(other)])
    expect(await desk.job(database, ann, before.id)).toEqual(before)
    await database.query('UPDATE engine_schema SET version = 99')
    await expect(migrate(database)).rejects.toMatchObject({ code: 'E_DATABASE' })
    await database.query('UPDATE engine_schema SET version = 1')
    await clear()
  })

  test('shows a user the own jobs, whatever the user is called', async () => {
    const strange = JSON.stringify('o’Brien\u0000"\ud800')
    const mine = await submit(database, ann, { name: 'first\ud800', kind: 'budget', year: 2026, to: 2028 })
    const hers = await submit(database, strange)
    expect(mine).toMatchObject({
      ...{ kind: 'budget', name: 'first\ufffd', user: 'ann', years: [2026, 2027, 2028], status: 'queued' },
      ...{ attempts: 0, batch: null, result: null, started: null },
    })
    expect(hers.user).toBe('o’Brien\u0000"\ud800')
    expect((await desk.list(database, strange, { limit: 10 })).jobs).toEqual([hers])
    expect((await desk.list(database, undefined, { limit: 10 })).jobs).toEqual([hers, mine])
    await expect(desk.job(database, ann, hers.id)).rejects.toMatchObject({ code: 'E_JOB_UNKNOWN' })
    expect(await desk.job(database, undefined, hers.id)).toEqual(hers)
    await clear()
  })

  test('lists page by page, the newest first, and by status', async () => {
    const made: string[] = []
    for (let i = 0; i < 5; i++) made.unshift((await submit(database, ann)).id)
    const first = await desk.list(database, ann, { limit: 2 })
    const second = await desk.list(database, ann, { limit: 3, before: first.next! })
    expect([...first.jobs, ...second.jobs].map(({ id }) => id)).toEqual(made)
    expect(second.next).toBeNull()
    await desk.cancel(database, { job: made[2]! })
    const cancelled = await desk.list(database, ann, { limit: 9, status: 'cancelled' })
    expect(cancelled.jobs.map(({ id }) => id)).toEqual([made[2]])
    await clear()
  })

  test('takes a batch whole or not at all, and each of its jobs is the shared with its own', async () => {
    const items = Array.from({ length: 150 }, (_, i) => ({ name: `job ${i}`, reforms: [`${i}\u0000`] }))
    const shared = request({ baseline: ['base'] })
    const made = items.map(own => ({ request: { ...shared, ...own }, own }))
    const hand = () => database.transaction(on => desk.submitBatch(on, ann, 'many', shared, made))
    const batch = await hand()
    expect(batch.jobs.map(({ name }) => name)).toEqual(items.map(({ name }) => name))
    expect(batch.counts).toEqual({ queued: 150, running: 0, done: 0, failed: 0, cancelled: 0 })
    const refused = expect.objectContaining({
      code: 'E_JOB_LIMIT',
      details: { open: 150, more: 150, limit: 200 },
    })
    await expect(hand()).rejects.toEqual(refused)
    expect(await database.query('SELECT id FROM engine_batches')).toHaveLength(1)
    for (const item of items.slice(0, 3))
      expect((await queue.lease())!.request).toEqual({ ...shared, ...item })
    await expect(desk.batch(database, bob, batch.id)).rejects.toMatchObject({ code: 'E_BATCH_UNKNOWN' })
    expect(await desk.cancel(database, { batch: batch.id })).toHaveLength(150)
    await clear()
  })

  test('lets users take turns, each in order', async () => {
    for (const owner of [ann, ann, ann, bob, bob]) await submit(database, owner)
    const owners: string[] = []
    for (let job = await queue.lease(); job; job = await queue.lease()) {
      owners.push((await desk.job(database, undefined, job.id)).user)
      await queue.commit(job, 'work', result(), false)
    }
    expect(owners).toEqual(['ann', 'bob', 'ann', 'bob', 'ann'])
    await clear()
  })

  test('leases each job once, to whoever asks at once', async () => {
    for (let i = 0; i < 64; i++) await submit(database, i % 2 ? ann : bob)
    const queues = [queue, new JobQueue(other, { leaseMilliseconds: 60_000 })]
    const leased = await Promise.all(Array.from({ length: 80 }, (_, i) => queues[i % 2]!.lease()))
    const ids = leased.flatMap(job => job?.id ?? [])
    expect(new Set(ids).size).toBe(64)
    expect(ids).toHaveLength(64)
    await clear()
  })

  test('refuses 1,000 of 1,000 commits of attempts that have lost their lease', async () => {
    const [jobs, rounds] = [50, 20]
    for (let i = 0; i < jobs; i++) await submit(database, ann)
    const leaseAll = () => Promise.all(Array.from({ length: jobs }, async () => (await queue.lease())!))
    const zombies: LeasedJob[] = []
    for (let round = 0; round < rounds; round++) {
      zombies.push(...(await leaseAll()))
      await database.query(`UPDATE engine_jobs SET lease = now() - interval '1 second', lost = 0`)
      expect(await queue.reclaim({ all: false })).toBe(jobs)
    }
    const rise = (some: readonly LeasedJob[]) =>
      Promise.all(some.map(zombie => queue.commit(zombie, 'zombie', result('f'), false)))
    const early = await rise(zombies.slice(0, 500))
    const owners = await leaseAll()
    const [ours, late] = await Promise.all([
      Promise.all(owners.map(owner => queue.commit(owner, 'ours', result(), false))),
      rise(zombies.slice(500)),
    ])
    expect([...early, ...late]).toEqual(Array(1000).fill(false))
    expect(ours).toEqual(Array(jobs).fill(true))
    const kept = await database.query('SELECT DISTINCT status, commits, result, attempt FROM engine_jobs')
    expect(kept).toEqual([{ status: 'done', commits: 1, result: result().hash, attempt: rounds + 1 }])
    expect(await database.query(`SELECT work FROM engine_results WHERE work = 'zombie'`)).toEqual([])
    await clear()
  })

  test('takes nothing of a job that was cancelled or given back meanwhile', async () => {
    await submit(database, ann)
    const cancelled = (await queue.lease())!
    await desk.cancel(database, { job: cancelled.id })
    expect(await queue.keep(cancelled, { done: 0.5, note: 'half' })).toBe(false)
    expect(await queue.commit(cancelled, 'work', result(), false)).toBe(false)
    expect(await queue.fail(cancelled, error)).toBe(false)
    expect(await queue.handBack(cancelled)).toBe(false)
    await submit(database, ann)
    const given = (await queue.lease())!
    expect(await queue.handBack(given)).toBe(true)
    expect(await queue.commit(given, 'work', result(), false)).toBe(false)
    expect(await desk.counts(database)).toMatchObject({ queued: 1, cancelled: 1, done: 0 })
    await clear()
  })

  test('gives up a job that three attempts did not survive, and does others before it', async () => {
    const deadly = await submit(database, ann, { name: 'deadly' })
    const good = await submit(database, ann, { name: 'good' })
    for (const expected of [deadly, good, deadly, deadly]) {
      const job = (await queue.lease())!
      expect(job.id).toBe(expected.id)
      if (expected === good) await queue.commit(job, 'work', result(), false)
      else await queue.reclaim({ all: true })
    }
    expect(await queue.lease()).toBeUndefined()
    expect(await desk.job(database, ann, deadly.id)).toMatchObject({
      ...{ status: 'failed', attempts: 3, error: { code: 'E_JOB_ABANDONED', details: { attempts: 3 } } },
    })
    await clear()
  })

  test('reclaims only leases that have run out, and says how far a job is', async () => {
    const { id } = await submit(database, ann)
    const job = (await queue.lease())!
    expect(await queue.reclaim({ all: false })).toBe(0)
    expect(await queue.keep(job, { done: 0.5, note: 'computes 2027' })).toBe(true)
    expect(await queue.keep(job)).toBe(true)
    expect(await desk.job(database, ann, id)).toMatchObject({
      ...{ status: 'running', progress: 0.5, note: 'computes 2027', attempts: 1 },
    })
    expect(await queue.fail(job, error)).toBe(true)
    expect(await desk.job(database, ann, id)).toMatchObject({ status: 'failed', error })
    await clear()
  })

  test('answers a key once, to the same request of the same user', async () => {
    const keyed = { owner: ann, key: 'k', fingerprint: 'one' }
    const answer = { status: 202, body: { id: '\u0000' }, location: '/v1/jobs/1' }
    expect(await keys.claim(database, keyed)).toBeUndefined()
    await expect(keys.claim(database, keyed)).rejects.toMatchObject({ code: 'E_IDEMPOTENCY_BUSY' })
    await keys.answer(database, keyed, answer)
    expect(await keys.claim(database, keyed)).toEqual(answer)
    await expect(keys.claim(database, { ...keyed, fingerprint: 'two' })).rejects.toMatchObject({
      code: 'E_IDEMPOTENCY_KEY',
    })
    expect(await keys.claim(database, { ...keyed, owner: bob })).toBeUndefined()
    await keys.release(database, { ...keyed, owner: bob })
    expect(await keys.claim(database, { ...keyed, owner: bob, fingerprint: 'two' })).toBeUndefined()
    await database.query(`UPDATE engine_keys SET expires = now() - interval '1 second'`)
    expect(await keys.claim(database, { ...keyed, fingerprint: 'two' })).toBeUndefined()
    await database.query('DELETE FROM engine_keys')
  })

  test('makes one job of 100 requests at once with one key', async () => {
    const keyed = { owner: ann, key: 'k', fingerprint: 'one' }
    const ask = () =>
      database.transaction(async on => {
        const known = await keys.claim(on, keyed)
        if (known) return known.body
        const { id } = await desk.submit(on, ann, request())
        await keys.answer(on, keyed, { status: 202, body: id })
        return id
      })
    const ids = await Promise.all(Array.from({ length: 100 }, ask))
    expect(new Set(ids).size).toBe(1)
    expect(await database.query('SELECT id FROM engine_jobs')).toEqual([{ id: ids[0] }])
    await database.query('DELETE FROM engine_keys')
    await clear()
  })

  test('a transaction that throws leaves no trace', async () => {
    const failing = database.transaction(async on => {
      await keys.claim(on, { owner: ann, key: 'k', fingerprint: 'one' })
      await desk.submit(on, ann, request())
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(await database.query('SELECT key FROM engine_keys')).toEqual([])
    expect((await desk.list(database, ann, { limit: 9 })).jobs).toEqual([])
  })

  test('forgets what is old, and no result that somebody names', async () => {
    const bytes = (text: string) => new TextEncoder().encode(text)
    const [old, young] = [await results.put(bytes('old')), await results.put(bytes('young'))]
    for (const hash of [old, young]) {
      await submit(database, ann)
      await queue.commit((await queue.lease())!, hash, { ...result(), hash }, false)
    }
    await database.query(`UPDATE engine_results SET used = now() - interval '8 days'`)
    await database.query(`UPDATE engine_jobs SET finished = now() - interval '8 days' WHERE result = $1`, [
      old,
    ])
    await sweep(database, results, 7)
    expect((await desk.list(database, ann, { limit: 9 })).jobs.map(job => job.result?.hash)).toEqual([young])
    expect(await results.known(young)).toMatchObject({ hash: young })
    expect(await results.known(old)).toBeUndefined()
    await results.sweep(new Date(Date.now() + 1000))
    await expect(results.read(old)).rejects.toMatchObject({ code: 'E_RESULT_LOST' })
    expect(await results.read(young)).toBeDefined()
    await clear()
  })
})
