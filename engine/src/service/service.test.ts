/** The service without populations: what it says of the law, reforms and households, and what it refuses. */
import { readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  calculateHousehold,
  earningsVariation,
  explainChange,
  openModel,
  reformedLaw,
} from '../model/index.ts'
import { readReform } from '../reforms/index.ts'
import { Api } from './api-document.ts'
import { createService } from './create-service.ts'
import type { ErrorBody } from './error-answer.ts'
import type { ServiceClient } from './testing/service-client.ts'
import { startService } from './testing/test-service.ts'

const model = await openModel()
let service: ServiceClient
beforeAll(async () => {
  service = await startService({ model })
})

/** They are asked in population-routes.test.ts. */
const populationPaths = ['/v1/impact', '/v1/impact/charts', '/v1/budget', '/v1/locks', '/v1/sessions']
const ctc = readFileSync(
  new URL('../../../law/us/reforms/larger-child-tax-credit.reform.yaml', import.meta.url),
  'utf8',
)
const family = { people: { Ann: { age: 38, employment_income: 52000 }, Tom: { age: 7 } } }

test('the document describes the routes there are, and no others', async () => {
  const routes = new Set<string>()
  const { document } = new Api()
  const described = Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.keys(operations).map(method => `${method.toUpperCase()} ${path}`),
  )
  const built = await createService({ model, onRoute: route => routes.add(route) })
  await built.close()
  expect([...routes].toSorted()).toEqual(described.toSorted())
})

test('examples in the document are as it describes, and are not refused', async () => {
  const { document } = new Api()
  const examples = Object.entries(document.paths).flatMap(([path, { post }]) =>
    Object.values(post?.requestBody?.content ?? {}).flatMap(({ example }) =>
      example === undefined || path.includes('{') || populationPaths.includes(path)
        ? []
        : [{ path, example }],
    ),
  )
  expect(examples.length).toBeGreaterThan(5)
  for (const { path, example } of examples)
    expect(await service.ask('POST', path, { body: example })).toMatchObject({ status: 200 })
})

describe('the state', () => {
  test('is alive, ready, and of a version', async () => {
    expect(await service.ask('GET', '/health')).toMatchObject({ status: 200, body: { status: 'alive' } })
    expect(await service.ask('GET', '/ready')).toMatchObject({ status: 200, body: { ready: true } })
    const { body } = await service.ask<{ law: string }>('GET', '/v1/version')
    expect(body.law).toBe(model.hash)
  })
})

describe('the law', () => {
  test('lists variables by words in their name, label or reference', async () => {
    const names = async (search: string) =>
      (await service.ask<{ name: string }[]>('GET', '/v1/variables', { query: { search } })).body.map(
        v => v.name,
      )
    expect(await names('')).toEqual([...model.catalogue.variables.keys()])
    expect(await names('Earned §32 CREDIT')).toContain('eitc')
    expect(await names('no such words')).toEqual([])
  })

  test('shows every variable there is', async () => {
    for (const name of model.catalogue.variables.keys())
      expect(await service.ask('GET', '/v1/variables/{name}', { params: { name } })).toMatchObject({
        status: 200,
        body: { name },
      })
  })

  test('shows every parameter there is, and its values of one year in lists', async () => {
    const { body } = await service.ask<{ path: string; leaves: { path: string; value: unknown }[] }[]>(
      'GET',
      '/v1/parameters',
      { query: { year: '2019' } },
    )
    expect(body.flatMap(({ leaves }) => leaves.map(({ path, value }) => [path, value]))).toEqual([
      ...model.law.at(2019),
    ])
    for (const path of model.law.files.keys())
      expect(await service.ask('GET', '/v1/parameters/{path}', { params: { path } })).toMatchObject({
        status: 200,
        body: { parameters: [{ path }] },
      })
  })

  test('finds parameters by folder, by part and by the name Tax-Calculator has for them', async () => {
    const at = async (path: string) =>
      (
        await service.ask<{ parameters: { leaves: { path: string }[] }[] }>('GET', '/v1/parameters/{path}', {
          params: { path },
        })
      ).body.parameters.flatMap(({ leaves }) => leaves.map(leaf => leaf.path))
    expect((await at('gov.irs.credits.ctc')).length).toBeGreaterThan(10)
    expect(await at('II_rt7')).toEqual(['gov.irs.income.bracket.rates.7'])
    expect(await at('gov.irs.deductions.standard.amount.joint')).toHaveLength(1)
  })
})

describe('parameters for people who look for them', () => {
  type Found = { path: string; leaves: { path: string; value: unknown }[] }[]

  test('are found likeliest first, as many as are asked for', async () => {
    const query = { search: 'child credit per child', year: '2026', limit: '2' }
    const { body } = await service.ask<Found>('GET', '/v1/parameters', { query })
    expect(body.map(({ path }) => path)[0]).toBe('gov.irs.credits.ctc.amount.base')
    expect(body).toHaveLength(2)
    const [first] = (await service.ask<Found>('GET', '/v1/parameters', { query: { limit: '1' } })).body
    expect(first!.path).toBe([...model.law.files.keys()][0])
  })

  test('are browsed folder by folder, until each has been seen once', async () => {
    type Group = { groups: { path: string; parameters: number }[]; parameters: { path: string }[] }
    const below = async (path: string): Promise<string[]> => {
      const { body } = await service.ask<Group>('GET', '/v1/parameter-groups', { query: { path } })
      const lists = await Promise.all(body.groups.map(group => below(group.path)))
      expect(lists.map(list => list.length)).toEqual(body.groups.map(({ parameters }) => parameters))
      return [...lists.flat(), ...body.parameters.map(parameter => parameter.path)]
    }
    expect((await below('')).toSorted()).toEqual([...model.law.files.keys()].toSorted())
    for (const path of ['gov.irs.credit', 'gov..irs', '.'])
      expect(await service.ask('GET', '/v1/parameter-groups', { query: { path } })).toMatchObject({
        body: { error: { code: 'E_PARAMETER_UNKNOWN' } },
      })
  })
})

describe('a reform', () => {
  const read = (body: string) =>
    service.ask<{
      format: string
      hash: string
      canonical: object
      changes: { path: string; year: number }[]
    }>('POST', '/v1/reforms', { body })

  test('is the same by whatever format it came in, and its canonical form is itself', async () => {
    const texts = [
      'changes: { gov.irs.credits.ctc.amount.base: { 2026: 3000 } }',
      '{"CTC_c": {"2026": 3000}}',
      '{"gov.irs.credits.ctc.amount.base[0].amount": {"2026-01-01.2100-12-31": 3000}}',
      'changes: { gov.irs.credits.ctc.amount.base: { 2026: { value: 3000, indexed: false } } }',
    ]
    const answers = await Promise.all(texts.map(read))
    expect(answers.map(({ body }) => body.format)).toEqual([
      'reformlab',
      'tax-calculator',
      'policyengine',
      'reformlab',
    ])
    const [ours, taxCalculators, policyEngines, unindexed] = answers.map(({ body }) => body.hash)
    expect([taxCalculators, policyEngines]).toEqual([ours, unindexed])
    expect(unindexed).not.toBe(ours)
    const { hash, canonical } = answers[1]!.body
    expect((await read(JSON.stringify(canonical))).body).toMatchObject({ hash, canonical })
  })

  test('says what it changes in which year, and nothing else', async () => {
    const { body } = await read('changes: { gov.irs.credits.ctc.amount.base: { 2026: 3000 } }')
    expect(body.changes[0]).toEqual({
      path: 'gov.irs.credits.ctc.amount.base',
      year: 2026,
      before: 2200,
      after: 3000,
    })
    expect(body.changes.map(({ year }) => year)).toEqual(Array.from({ length: 11 }, (_, i) => 2026 + i))
    expect(
      (await read('changes: { gov.irs.credits.ctc.amount.base: { 2025: { to: 2025, value: 2200 } } }')).body
        .changes,
    ).toEqual([])
  })

  test.each([
    ['E_REFORM_FILE', { line: 1, column: 13 }, '{"STD": {"x"'],
    ['E_REFORM_FILE', { line: 1, column: 1 }, ''],
    ['E_REFORM_FORMAT', {}, '{"people": {}}'],
    [
      'E_PARAMETER_UNKNOWN',
      { line: 2, column: 3 },
      'changes:\n  gov.irs.credits.ctc.amount.bse: { 2026: 1 }',
    ],
    ['E_PARAMETER_RANGE', { max: 1 }, '{"II_rt7": {"2026": 7}}'],
    ['E_DATE_RANGE', { value: '2099' }, '{"CTC_c": {"2099": 1}}'],
  ])('with a mistake is refused with %s at %j', async (code, details, text) => {
    expect(await service.ask('POST', '/v1/reforms', { body: text })).toMatchObject({
      status: 422,
      body: { error: { code, details } },
    })
  })
})

describe('a household', () => {
  test('is answered as a script is', async () => {
    const { body } = await service.ask('POST', '/v1/households', {
      body: { situation: family, reforms: [ctc], variables: ['income_tax', 'ctc'], explain: true },
    })
    const reform = reformedLaw(model.law, [await readReform(ctc, 'ctc', model.reforms)])
    const request = { situation: family, year: 2026, variables: ['income_tax', 'ctc'], explain: true }
    expect(body).toEqual(
      JSON.parse(JSON.stringify(calculateHousehold(model, { ...request, baseline: model.law, reform }))),
    )
  })

  test('may have a reform that changes formulas', async () => {
    const flatCredit = 'variables: { refundable_ctc: { formula: unit => 2000 * unit.ctc_children } }'
    const { body } = await service.ask('POST', '/v1/households', {
      body: { situation: family, reforms: [flatCredit], variables: ['refundable_ctc'] },
    })
    expect(body).toMatchObject({ variables: [{ values: [{ reform: 2000 }] }] })
    const read = await service.ask('POST', '/v1/reforms', { body: flatCredit })
    expect(read).toMatchObject({ status: 200, body: { changes: [], formulas: ['refundable_ctc'] } })
    const wrong = flatCredit.replace('ctc_children', 'ctc_childen')
    expect(await service.ask('POST', '/v1/reforms', { body: wrong })).toMatchObject({
      status: 422,
      body: { error: { code: 'E_LAW_NAME', details: { line: 1 } } },
    })
  })

  test('is compared with a baseline of reforms, several in order', async () => {
    const standard = (value: number) =>
      `changes: { gov.irs.deductions.standard.amount.single: { 2026: ${value} } }`
    const { body } = await service.ask('POST', '/v1/households', {
      body: {
        ...{ situation: { people: { Ann: {} } }, variables: ['standard_deduction'] },
        ...{ baseline: [standard(1), standard(2)], reforms: [standard(3)] },
      },
    })
    expect(body).toMatchObject({ variables: [{ values: [{ baseline: 2, reform: 3 }] }] })
  })

  test.each([
    [422, 'E_SITUATION', { situation: { people: { Ann: { employment_incme: 1 } } } }],
    [422, 'E_SITUATION', { situation: {} }],
    [422, 'E_VARIABLE_UNKNOWN', { situation: family, variables: ['etic'] }],
    [422, 'E_DATE_RANGE', { situation: family, year: 1999 }],
    [422, 'E_REFORM_FILE', { situation: family, reforms: ['{'] }],
    [400, 'E_REQUEST', {}],
    [400, 'E_REQUEST', { situation: [] }],
    [400, 'E_REQUEST', { situation: family, reform: ctc }],
    [400, 'E_REQUEST', { situation: family, explain: 'yes' }],
    [400, 'E_REQUEST', { situation: family, reforms: ctc }],
    [400, 'E_REQUEST', []],
  ])('asked wrongly is answered %i %s: %j', async (status, code, body) => {
    expect(await service.ask('POST', '/v1/households', { body })).toMatchObject({
      status,
      body: { error: { code } },
    })
  })
})

describe('a household along an income, and why its tax changes', () => {
  test('are answered as a script is', async () => {
    const reform = reformedLaw(model.law, [await readReform(ctc, 'ctc', model.reforms)])
    const laws = { year: 2026, situation: family, baseline: model.law, reform }
    const earnings = await service.ask('POST', '/v1/earnings', {
      body: { situation: family, reforms: [ctc], to: 60_000 },
    })
    expect(earnings.body).toEqual(
      JSON.parse(JSON.stringify(await earningsVariation(model, { ...laws, to: 60_000 }))),
    )
    const change = await service.ask('POST', '/v1/changes', { body: { situation: family, reforms: [ctc] } })
    expect(change.body).toEqual(
      JSON.parse(JSON.stringify(explainChange(model, { ...laws, variable: 'income_tax' }))),
    )
  })

  test.each([
    ['/v1/earnings', 422, 'E_REQUEST_ORDER', { situation: family, from: 5, to: 5 }],
    ['/v1/earnings', 422, 'E_RATE_INCOME', { situation: family, income: 'eitc' }],
    ['/v1/earnings', 422, 'E_SITUATION', { situation: family, record: 'Nobody' }],
    ['/v1/changes', 400, 'E_REQUEST', { situation: family }],
    ['/v1/changes', 422, 'E_VARIABLE_NUMBER', { situation: family, reforms: [], variable: 'age' }],
  ] as const)('%s asked wrongly is answered %i %s: %j', async (path, status, code, body) => {
    expect(await service.ask('POST', path, { body })).toMatchObject({ status, body: { error: { code } } })
  })
})

describe('what is not there or not asked rightly', () => {
  test.each([
    ['/v1/variables/{name}', { name: 'incme_tax' }, 'E_VARIABLE_UNKNOWN', 'income_tax'],
    ['/v1/parameters/{path}', { path: 'gov.irs.credit.ctc' }, 'E_PARAMETER_UNKNOWN', 'gov.irs.credits'],
    ['/v1/datasets/{name}', { name: 'us-puf' }, 'E_DATASET_UNKNOWN', 'us-cps'],
  ] as const)('%s %j is not found, with the way out', async (path, params, code, remedy) => {
    const { status, body } = await service.ask<ErrorBody>('GET', path, { params })
    expect({ status, ...body.error }).toMatchObject({
      status: 404,
      code,
      remedy: expect.stringContaining(remedy),
    })
  })

  test.each([
    ['GET', '/nothing', {}, 404, 'E_ROUTE_UNKNOWN'],
    ['PUT', '/v1/variables', {}, 405, 'E_ROUTE_METHOD'],
    ['GET', '/v1/parameters?year=soon', {}, 400, 'E_REQUEST'],
    ['GET', '/v1/parameters?yaer=2026', {}, 400, 'E_REQUEST'],
    ['GET', '/v1/variables/%E0%A4%A', {}, 400, 'E_REQUEST'],
    ['GET', '/v1/version', { host: 'rebound.example' }, 403, 'E_SERVICE_HOST'],
    ['POST', '/v1/impact', { 'content-type': 'text/plain' }, 415, 'E_REQUEST_TYPE'],
    ['POST', '/v1/impact', { 'content-type': 'application/json' }, 400, 'E_REQUEST'],
  ])('%s %s %j is answered %i %s', async (method, path, headers, status, code) => {
    const answer = await raw(
      method,
      path,
      headers as Record<string, string>,
      method === 'POST' ? '{"year":' : '',
    )
    expect(answer).toMatchObject({ status, body: { error: { code } } })
  })

  const deep = (depth: number) => `${'['.repeat(depth)}1${']'.repeat(depth)}`
  test.each([
    ['nested', '{"situation": {"people": {"Ann": {"age": ', deep(5000), '}}}}'],
    ['nested as deep as it can be', '{"situation": {"people": {"Ann": {"age": ', deep(1_000_000), '}}}}'],
    ['named as prototypes are', '{"situation": {"people": {"Ann": ', '{"__proto__": {"age": 7}}', '}}}'],
    ['larger than numbers are', '{"situation": {"people": {"Ann": {"age": ', '1e999', '}}}}'],
  ])('what is %s is refused', async (_, before, inner, after) => {
    const response = await fetch(`${service.address}/v1/households`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: `${before}${inner}${after}`,
    })
    expect(response.status).toBe(422)
    expect(await response.json()).toMatchObject({ error: { code: 'E_REQUEST_BODY' } })
  })

  test('more than 4 MiB is refused unread', async () => {
    const body = { reforms: ['#'.repeat(4 << 20)] }
    expect(await service.ask('POST', '/v1/impact', { body })).toMatchObject({
      status: 413,
      body: { error: { code: 'E_REQUEST_SIZE', details: { limit: 4 << 20 } } },
    })
  })
})

/** As `fetch` would not send it. */
function raw(method: string, path: string, headers: Record<string, string>, body: string) {
  const { hostname, port } = new URL(service.address)
  const all = { host: hostname, connection: 'close', 'content-length': String(body.length), ...headers }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`)
  return new Promise<{ status: number; body: unknown }>((resolve, reject) => {
    let text = ''
    const socket = connect(Number(port), hostname)
    socket
      .setEncoding('utf8')
      .on('data', part => (text += part))
      .on('error', reject)
    socket.on('end', () => {
      const [head, content] = text.split('\r\n\r\n')
      resolve({ status: Number(head!.split(' ')[1]), body: JSON.parse(content!) })
    })
    socket.write(`${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${body}`)
  })
}
