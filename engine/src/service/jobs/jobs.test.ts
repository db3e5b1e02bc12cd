/** What jobs compute, over the wire on a running service, is what a script computes. */
import { createHash } from 'node:crypto'
import { tableFromIPC } from 'apache-arrow'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  budgetWindow,
  type Model,
  openModel,
  openPopulation,
  openPopulationOfModels,
  reformedLaw,
  reformedModel,
  structuralImpact,
} from '../../model/index.ts'
import { asJson, canonicalHash } from '../../model/lock/canonical-json.ts'
import { readReform } from '../../reforms/index.ts'
import { ended, JobService, resultOf, submit } from '../testing/job-service.ts'
import type { ServiceClient } from '../testing/service-client.ts'
import type { Job } from './job.ts'

const model = await openModel()
const service = new JobService(model)
const credit = (value: number) => `changes: { gov.irs.credits.ctc.amount.base: { 2026: ${value} } }`
const flat = 'variables: { refundable_ctc: { formula: unit => 2000 * unit.ctc_children } }'
const arrow = 'application/vnd.apache.arrow.file'
let ann: ServiceClient
let bob: ServiceClient

beforeAll(async () => {
  await service.start()
  ann = await service.client('ann', 'run')
  bob = await service.client('bob', 'run')
}, 60_000)
afterAll(() => service.end())

async function bytesOf({ id }: Pick<Job, 'id'>, headers = {}) {
  const address = ann.url('/v1/jobs/{id}/result', { id })
  const response = await fetch(address, { headers: { ...ann.headers, ...headers } })
  return { response, bytes: new Uint8Array(await response.arrayBuffer()) }
}

const lawOf = async (text: string) =>
  reformedLaw(model.law, [await readReform(text, 'reform', model.reforms)])

describe('a job', () => {
  test('computes an impact as a script does, and its hash is that of a lockfile', async () => {
    const job = await submit(ann, { kind: 'impact', reforms: [credit(3000)], name: 'mine' })
    expect(job).toMatchObject({ status: 'queued', name: 'mine', user: 'ann', years: [2026], result: null })
    const done = await ended(ann, job)
    const population = await openPopulation(model, 'us-cps', 2026, { workers: 2 })
    const { impact } = await population.impact(model.law, await lawOf(credit(3000)))
    await population.close()
    expect(done).toMatchObject({ status: 'done', progress: 1, attempts: 1, reused: false })
    expect(done).not.toHaveProperty('error')
    expect(done.result).toMatchObject({ hash: canonicalHash(asJson(impact)), type: 'application/json' })
    const { body, headers } = await resultOf(ann, job)
    expect(body).toEqual(asJson(impact))
    const tag = headers.get('etag')!
    expect(tag).toBe(`"${done.result!.hash}"`)
    expect((await resultOf(ann, job, { 'if-none-match': `"x", ${tag}` })).status).toBe(304)
    expect(await resultOf(ann, job, { accept: arrow })).toMatchObject({ status: 415 })
  }, 120_000)

  test('whose work was done before takes its result, whoever asks and whatever it is called', async () => {
    const first = await ended(ann, await submit(ann, { kind: 'impact', reforms: [credit(3100)] }))
    const again = {
      kind: 'impact',
      reforms: [JSON.stringify({ CTC_c: { 2026: 3100 } })],
      convention: 'default',
    }
    const second = await ended(bob, await submit(bob, { ...again, name: 'again' }))
    expect(second).toMatchObject({ reused: true, result: first.result, status: 'done' })
    const other = await ended(ann, await submit(ann, { ...again, convention: 'tax-calculator' }))
    expect(other).toMatchObject({ reused: false, status: 'done' })
    expect(other.result!.hash).not.toBe(first.result!.hash)
  }, 120_000)

  test('takes reforms that change formulas', async () => {
    const done = await ended(ann, await submit(ann, { kind: 'impact', reforms: [flat] }))
    const reform = await readReform(flat, 'reform', model.reforms)
    const reformed: Model = await reformedModel(model, [reform])
    const populations = await openPopulationOfModels('us-cps', 2026, { workers: 2 })
    const impact = await structuralImpact(
      populations,
      { model, law: model.law },
      { model: reformed, law: model.law },
    )
    await populations.close()
    expect(done).toMatchObject({ status: 'done', result: { hash: canonicalHash(asJson(impact)) } })
    const wrong = await ended(
      ann,
      await submit(ann, { kind: 'impact', reforms: [flat.replace('children', 'childen')] }),
    )
    expect(wrong).toMatchObject({
      status: 'failed',
      result: null,
      error: { code: 'E_LAW_NAME', details: { line: 1 }, remedy: expect.stringContaining('ctc_children') },
    })
    expect(await resultOf(ann, wrong)).toMatchObject({
      status: 409,
      body: { error: { code: 'E_JOB_RESULT' } },
    })
  }, 120_000)

  test('computes columns as an Arrow file, the same bytes each time', async () => {
    const variables = ['income_tax', 'filing_status', 'head.age']
    const done = await ended(ann, await submit(ann, { kind: 'columns', variables, reforms: [credit(3000)] }))
    const { response, bytes } = await bytesOf(done, { accept: arrow })
    expect(response.headers.get('content-type')).toBe(arrow)
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(done.result!.hash)
    const table = tableFromIPC(bytes)
    expect(table.schema.fields.map(({ name }) => name)).toEqual(['RECID', ...variables])
    const population = await openPopulation(model, 'us-cps', 2026, { workers: 2 })
    const columns = await population.columnsUnder(await lawOf(credit(3000)), ['income_tax'])
    await population.close()
    const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0)
    expect(table.numRows).toBe(columns.get('income_tax')!.length)
    expect(sum(table.getChild('income_tax')!)).toBeCloseTo(sum(columns.get('income_tax')!), 3)
    const named = await submit(ann, { kind: 'columns', variables: ['iitax'], names: 'tax-calculator' })
    expect(tableFromIPC((await bytesOf(await ended(ann, named))).bytes).getChild('iitax')).not.toBeNull()
  }, 120_000)

  test('computes the budget of several years, and says how far it is', async () => {
    const job = await submit(ann, { kind: 'budget', year: 2026, to: 2028, reforms: [credit(3000)] })
    const done = await ended(ann, job)
    const population = await openPopulation(model, 'us-cps', 2026, { workers: 2 })
    const laws = { baseline: model.law, reform: await lawOf(credit(3000)) }
    const window = await budgetWindow(population, laws, [2026, 2027, 2028])
    await population.close()
    expect(done).toMatchObject({ years: [2026, 2027, 2028], result: { hash: canonicalHash(asJson(window)) } })
    expect((await resultOf(ann, job)).body).toEqual(asJson(window))
  }, 120_000)

  test.each([
    [422, 'E_DATE_RANGE', { kind: 'impact', year: 1999 }],
    [422, 'E_DATASET_UNKNOWN', { kind: 'impact', dataset: 'us-puf' }],
    [422, 'E_DATASET_YEAR', { kind: 'impact', year: 2013 }],
    [422, 'E_CONVENTION_UNKNOWN', { kind: 'impact', convention: 'mine' }],
    [422, 'E_PARAMETER_UNKNOWN', { kind: 'impact', reforms: ['changes: { gov.irs.x: { 2026: 1 } }'] }],
    [422, 'E_VARIABLE_UNKNOWN', { kind: 'columns', variables: ['incme_tax'] }],
    [422, 'E_VARIABLE_UNKNOWN', { kind: 'columns', variables: ['income_tax'], names: 'tax-calculator' }],
    [422, 'E_JOB_REQUEST', { kind: 'columns' }],
    [422, 'E_JOB_REQUEST', { kind: 'impact', variables: ['income_tax'] }],
    [422, 'E_JOB_REQUEST', { kind: 'budget', to: 2025 }],
    [422, 'E_JOB_REQUEST', { kind: 'budget', convention: 'default' }],
    [422, 'E_REFORM_FORMULA', { kind: 'budget', reforms: [flat] }],
    [400, 'E_REQUEST', { kind: 'all' }],
    [400, 'E_REQUEST', {}],
    [400, 'E_REQUEST', { kind: 'impact', name: 'a\u0000b' }],
  ])('asked wrongly is answered %i %s: %j', async (status, code, body) => {
    expect(await ann.ask('POST', '/v1/jobs', { body })).toMatchObject({ status, body: { error: { code } } })
  })

  test('is cancelled while it runs, and stays as it ended', async () => {
    const long = await submit(ann, { kind: 'budget', year: 2024, to: 2034, reforms: [credit(2999)] })
    const queued = await submit(ann, { kind: 'impact', reforms: [credit(2998)] })
    const cancel = ({ id }: Job) => ann.ask<Job>('DELETE', '/v1/jobs/{id}', { params: { id } })
    expect((await cancel(queued)).body).toMatchObject({ status: 'cancelled', attempts: 0, started: null })
    while ((await ann.ask<Job>('GET', '/v1/jobs/{id}', { params: { id: long.id } })).body.progress === 0)
      await new Promise(resolve => setTimeout(resolve, 20))
    const { body } = await cancel(long)
    expect(body).toMatchObject({ status: 'cancelled', note: 'cancelled', result: null })
    const next = await ended(ann, await submit(ann, { kind: 'impact', reforms: [credit(2997)] }))
    expect(next.status).toBe('done')
    expect(await ended(ann, long)).toEqual(body)
    expect((await cancel(next)).body).toEqual(next)
  }, 120_000)
})
