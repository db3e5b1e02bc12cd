/** The service on a country package: what it answers of it, and what it refuses. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { writeSmallCountry } from '../country/testing/small-country.ts'
import { smallOutcomes } from '../model/country/testing/small-outcomes.ts'
import { openCountryModel } from '../model/index.ts'
import type { Impact } from '../outcomes/index.ts'
import { FrameReader } from './frame-reader.ts'
import type { ServiceClient } from './testing/service-client.ts'
import { startService } from './testing/test-service.ts'

const PERSONS = 301
const folder = mkdtempSync(join(tmpdir(), 'reformlab-country-service-'))
let service: ServiceClient

beforeAll(async () => {
  const country = writeSmallCountry(folder, PERSONS)
  vi.stubEnv('REFORMLAB_PYTHON', country.python)
  const [file, outcomes] = ['persons.csv', 'outcomes.yaml'].map(name => join(folder, name))
  writeFileSync(file!, 'person_id\n')
  writeFileSync(outcomes!, smallOutcomes)
  const model = await openCountryModel({ package: 'smallland', population: file!, year: 2026, outcomes })
  service = await startService({ model, opensPopulation: true, population: { workers: 1 } })
})
afterAll(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})

const rate = (value: number) => `{"tax.rate": {"2026-01-01.2026-12-31": ${value}}}`
const total = (share: number) =>
  Array.from({ length: PERSONS }, (_, row) => Math.max(100 * row - 100, 0) * share).reduce(
    (sum, one) => sum + one,
    0,
  )

describe('answers', () => {
  test('which law it is, and what is meant where nothing is said', async () => {
    const { body } = await service.ask<Record<string, unknown>[]>('GET', '/v1/models')
    expect(body).toHaveLength(1)
    expect(body[0]).toMatchObject({
      ...{ country: 'smallland', kind: 'package', currency: 'EUR', datasets: ['persons'] },
      defaults: { dataset: 'persons', year: 2026 },
      years: { first: 2016, last: 2036 },
      conventions: [{ name: 'default', label: 'Households by tax' }],
    })
    const version = await service.ask<{ country: string }>('GET', '/v1/version')
    expect(version.body.country).toBe('smallland')
  })

  test('its variables and parameters', async () => {
    const { body: found } = await service.ask<{ name: string }[]>('GET', '/v1/variables', {
      query: { search: 'household' },
    })
    expect(found.map(({ name }) => name)).toEqual(['household_tax'])
    const one = await service.ask<{ reads: string[] }>('GET', '/v1/variables/{name}', {
      params: { name: 'tax' },
    })
    expect(one.body.reads).toEqual(['wage'])
    const listed = await service.ask<{ path: string; year: number; leaves: { value: number }[] }[]>(
      'GET',
      '/v1/parameters',
      {
        query: { search: 'scale' },
      },
    )
    expect(listed.body).toMatchObject([
      { path: 'tax.scale[0].threshold', year: 2026, leaves: [{ value: 1000 }] },
    ])
    const path = 'tax.scale[0].threshold'
    const whole = await service.ask<{ parameters: unknown[] }>('GET', '/v1/parameters/{path}', {
      params: { path },
    })
    expect(whole.body.parameters).toHaveLength(1)
    const below = await service.ask<{ parameters: { path: string }[] }>('GET', '/v1/parameters/{path}', {
      params: { path: 'tax.scale' },
    })
    expect(below.body.parameters.map(one => one.path)).toEqual([path])
    const top = await service.ask<{ parameters: unknown[] }>('GET', '/v1/parameters/{path}', {
      params: { path: 'tax' },
    })
    expect(top.body.parameters).toHaveLength(5)
    const unknown = await service.ask('GET', '/v1/parameters/{path}', { params: { path: 'taxes' } })
    expect(unknown).toMatchObject({ status: 404, body: { error: { code: 'E_PARAMETER_UNKNOWN' } } })
  })

  test('the card of the file', async () => {
    const { body } = await service.ask<object[]>('GET', '/v1/datasets')
    expect(body).toMatchObject([
      { name: 'persons', years: { first: 2026, last: 2026 }, counts: { person: PERSONS } },
    ])
    const card = await service.ask('GET', '/v1/datasets/{name}', { params: { name: 'persons' } })
    expect(card.body).toEqual(body[0])
  })

  test('what a reform of either form changes, to the day', async () => {
    const { body } = await service.ask<{
      format: string
      hash: string
      changes: object[]
      canonical: object
    }>('POST', '/v1/reforms', {
      body: rate(0.3),
    })
    expect(body.format).toBe('policyengine')
    expect(body.changes).toEqual([{ path: 'tax.rate', year: 2026, before: 0.2, after: 0.3 }])
    const own = await service.ask<{ hash: string }>('POST', '/v1/reforms', {
      body: JSON.stringify(body.canonical),
    })
    expect(own.body.hash).toBe(body.hash)
    const dated = await service.ask<{ hash: string; canonical: object }>('POST', '/v1/reforms', {
      body: '{"tax.rate": {"2026-02-01.2026-12-31": 0.3}}',
    })
    expect(dated.body.hash).not.toBe(body.hash)
    expect(dated.body.canonical).toMatchObject({
      changes: { 'tax.rate': { '2026-02-01': { value: 0.3, to: '2026-12-31' } } },
    })
  })

  test('impacts, and their charts', async () => {
    const { body } = await service.ask<Impact>('POST', '/v1/impact', { body: { reforms: [rate(0.3)] } })
    expect(body.dataset.name).toBe('persons')
    expect(body.budget.total).toBeCloseTo(total(0.1), 6)
    const charts = await service.ask<{ charts: { y: { unit: string } }[] }>('POST', '/v1/impact/charts', {
      body: { reforms: [rate(0.3)], baseline: [rate(0.1)] },
    })
    expect(charts.body.charts[0]!.y.unit).toBe('currency-EUR')
  })

  test('live sessions', async () => {
    const opened = await service.ask<{ id: string }>('POST', '/v1/sessions', { body: {} })
    expect(opened.body).toMatchObject({ dataset: 'persons', year: 2026 })
    const params = { id: opened.body.id }
    const frames = await FrameReader.open(service.url('/v1/sessions/{id}/frames', params))
    const patch = (sequence: number, value: number) =>
      service.ask('POST', '/v1/sessions/{id}/patches', {
        params,
        body: { sequence, changes: { 'tax.rate': value } },
      })
    await patch(1, 0.25)
    expect((await frames.frame(1)).impact!.budget.total).toBeCloseTo(total(0.05), 6)
    await patch(2, 0.4)
    expect((await frames.frame(2)).impact!.budget.total).toBeCloseTo(total(0.2), 6)
    frames.leave()
    await service.ask('DELETE', '/v1/sessions/{id}', { params })
  })

  test('jobs of impacts', async () => {
    const job = { kind: 'impact', reforms: [rate(0.3)] }
    const { body } = await service.ask<{ id: string }>('POST', '/v1/jobs', { body: job })
    const params = { id: body.id }
    const ended = await service.ask<{ status: string }>('GET', '/v1/jobs/{id}', {
      params,
      query: { wait: '30' },
    })
    expect(ended.body.status).toBe('done')
    const result = await fetch(service.url('/v1/jobs/{id}/result', params))
    expect(((await result.json()) as Impact).budget.total).toBeCloseTo(total(0.1), 6)
  })

  test('the budget of its year, and of no other', async () => {
    const { body } = await service.ask<{ total: { budget: { total: number } } }>('POST', '/v1/budget', {
      body: { from: 2026, to: 2026, reforms: [rate(0.3)] },
    })
    expect(body.total.budget.total).toBeCloseTo(total(0.1), 6)
    const window = await service.ask<{ error: { code: string } }>('POST', '/v1/budget', {
      body: { to: 2027 },
    })
    expect(window).toMatchObject({ status: 422, body: { error: { code: 'E_DATASET_YEAR' } } })
  })
})

test.each([
  ['/v1/households', { situation: { people: { Ann: {} } } }, 'a household'],
  ['/v1/earnings', { situation: { people: { Ann: {} } }, to: 80000 }, 'a household along an income'],
  [
    '/v1/earnings/grid',
    { situation: { people: { Ann: {} } }, second: { income: 'wage' } },
    'a household along two incomes',
  ],
  ['/v1/changes', { situation: { people: { Ann: {} } }, reforms: [rate(0.3)] }, 'why a household changes'],
  ['/v1/rates', { income: 'wage' }, 'marginal rates'],
  ['/v1/incentives', {}, 'work incentives'],
  ['/v1/locks', {}, 'a lockfile'],
  ['/v1/impact', { reforms: ['variables: { tax: { formula: "p => p.wage" } }'] }, 'a reform of formulas'],
  ['/v1/jobs', { kind: 'columns', variables: ['tax'] }, 'a job of columns'],
])('%s is refused, and says why', async (path, body, what) => {
  const { status, body: answer } = await service.ask<{ error: { code: string; message: string } }>(
    'POST',
    path,
    { body },
  )
  expect(answer.error.message).toContain(what)
  expect({ status, code: answer.error.code }).toEqual({ status: 422, code: 'E_COUNTRY_MODEL' })
})

test.each(['schema', 'totals', 'summaries?columns=tax', 'rows?entity=person&columns=tax'])(
  'records are not shown: %s',
  async path => {
    const response = await fetch(`${service.address}/v1/datasets/persons/${path}`)
    expect(response.status).toBe(422)
    expect(await response.json()).toMatchObject({ error: { code: 'E_COUNTRY_MODEL' } })
  },
)
