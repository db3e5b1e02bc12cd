/** Budgets, charts, locks, columns and compared reforms over the wire: the same as a script gets. */
import { beforeAll, describe, expect, test } from 'vitest'
import {
  budgetWindow,
  type Chart,
  computeLock,
  type Lock,
  openModel,
  openPopulation,
  reformedLaw,
} from '../model/index.ts'
import type { Impact } from '../outcomes/index.ts'
import { readReform } from '../reforms/index.ts'
import { Api } from './api-document.ts'
import type { Answer } from './operation.ts'
import type { ServiceClient } from './testing/service-client.ts'
import { startService } from './testing/test-service.ts'

const model = await openModel()
const amount = 'gov.irs.credits.ctc.amount.base'
const credit = (value: number) => `changes: { ${amount}: { 2026: ${value} } }`
const flatCredit = 'variables: { refundable_ctc: { formula: unit => 2000 * unit.ctc_children } }'
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))
let service: ServiceClient
beforeAll(async () => {
  service = await startService({ model })
})

test.each([
  ['/v1/impact', 200],
  ['/v1/impact/charts', 200],
  ['/v1/budget', 200],
  ['/v1/locks', 200],
  ['/v1/sessions', 201],
])(
  'the example of %s in the document is answered',
  async (path, status) => {
    const body = new Api().operation('POST', path).requestBody!.content['application/json']!.example
    expect(await service.ask('POST', path, { body })).toMatchObject({ status })
  },
  60_000,
)

describe('a budget', () => {
  test('of several years is what a script answers, whatever was asked before', async () => {
    const reform = reformedLaw(model.law, [await readReform(credit(3000), 'credit', model.reforms)])
    const population = await openPopulation(model, 'us-cps', 2026)
    const expected = plain(await budgetWindow(population, { baseline: model.law, reform }, [2026, 2027]))
    await population.close()
    const ask = (from: number, to: number) =>
      service.ask<object>('POST', '/v1/budget', { body: { from, to, reforms: [credit(3000)] } })
    const [first, later, again] = await Promise.all([ask(2026, 2027), ask(2028, 2028), ask(2026, 2027)])
    expect([first.body, again.body]).toEqual([expected, expected])
    expect(later.body).toMatchObject({ years: [{ year: 2028 }] })
  }, 120_000)

  test.each([
    [422, 'E_REQUEST_ORDER', { from: 2027, to: 2026 }],
    [422, 'E_DATASET_YEAR', { from: 2030, to: 2099 }],
    [422, 'E_DATASET_YEAR', { from: 1999, to: 2026 }],
    [422, 'E_DATASET_UNKNOWN', { dataset: 'us-puf' }],
    [422, 'E_REFORM_FORMULA', { reforms: [flatCredit] }],
  ])('asked wrongly is answered %i %s: %j', async (status, code, body) => {
    expect(await service.ask('POST', '/v1/budget', { body })).toMatchObject({
      status,
      body: { error: { code } },
    })
  })
})

test('charts hold the numbers of the impact, each series as long as its axis', async () => {
  const body = { reforms: [credit(3000)] }
  const { body: impact } = await service.ask<Impact>('POST', '/v1/impact', { body })
  const { body: answer } = await service.ask<{ charts: Chart[] }>('POST', '/v1/impact/charts', { body })
  const chart = (name: Chart['name']) => answer.charts.find(chart => chart.name === name)!
  for (const { x, series } of answer.charts)
    for (const { values, errors } of series)
      expect([values.length, errors.length]).toEqual([x.values.length, x.values.length])
  const { programmes, budget, groups, overall, inequality } = impact
  const changed = programmes.filter(({ partOf, changed }) => partOf === null && changed)
  expect(chart('budget').x.values).toEqual([...changed.map(({ label }) => label), 'Total'])
  expect(chart('budget').series[0]!.values.at(-1)).toBe(budget.total)
  expect(chart('budget').series[0]!.errors.at(-1)).toBe(budget.standardError.total)
  expect(chart('averageChange').series[0]!.values).toEqual(groups.map(group => group.averageChange))
  expect(chart('relativeChange').series[0]!.values).toEqual(groups.map(group => group.relativeChange))
  const shares = overall.winnersAndLosers.shares!
  for (const { name, values } of chart('winnersAndLosers').series)
    expect(values.at(-1)).toBe(shares[name as keyof typeof shares])
  expect(chart('inequality').series.map(({ values }) => values[0])).toEqual([
    inequality.gini.baseline,
    inequality.gini.reform,
  ])
}, 60_000)

describe('a lock', () => {
  test('is what the command line writes, reruns the same, and tells what is not', async () => {
    const body = { reforms: [credit(3000)], baseline: [credit(2300)], convention: 'default' }
    const { body: lock, status } = await service.ask<Lock>('POST', '/v1/locks', { body })
    expect(status).toBe(200)
    const read = async (text: string, file: string) => ({
      ...(await readReform(text, file, model.reforms)),
      file,
    })
    const ours = await computeLock(
      model,
      {
        ...{ command: 'impact', options: { convention: 'default' }, year: 2026, dataset: 'us-cps' },
        baseline: [await read(credit(2300), 'baseline 1')],
        reforms: [await read(credit(3000), 'reform 1')],
      },
      {},
    )
    expect(lock).toEqual(plain(ours))
    const rerun = async (other: unknown) =>
      (await service.ask<Answer<'rerunLock'>>('POST', '/v1/reruns', { body: other })).body
    expect(await rerun(lock)).toEqual({ same: true, pins: [], results: [], isEdited: false })
    const edited = { ...lock, result: { ...(lock.result as object), year: 2027 } }
    expect(await rerun(edited)).toMatchObject({
      same: false,
      isEdited: true,
      results: [{ path: 'year', locked: 2027, now: 2026 }],
    })
    const another = { ...lock, law: { country: 'us', hash: '0'.repeat(64) } }
    expect(await rerun(another)).toMatchObject({ same: false, pins: [{ path: 'law.hash' }], results: [] })
  }, 120_000)

  test.each([
    [400, 'E_REQUEST', '/v1/reruns', {}],
    [400, 'E_REQUEST', '/v1/reruns', { format: 'reformlab-lock/1' }],
    [422, 'E_CONVENTION_UNKNOWN', '/v1/locks', { convention: 'mine' }],
    [422, 'E_REFORM_FORMULA', '/v1/locks', { reforms: [flatCredit] }],
  ] as const)('asked wrongly is answered %i %s: %s %j', async (status, code, path, body) => {
    expect(await service.ask('POST', path, { body })).toMatchObject({ status, body: { error: { code } } })
  })
})

describe('compared reforms', () => {
  const diff = (body: object) =>
    service.ask<Answer<'compareReforms'>>('POST', '/v1/reforms/diff', { body }).then(({ body }) => body)

  test('differ where they set other values, and not where they set the same', async () => {
    const { changes, before, after } = await diff({ before: [credit(2500)], after: [credit(3000)] })
    expect(changes[0]).toEqual({ path: amount, year: 2026, before: 2500, after: 3000 })
    expect(before[0]!.hash).not.toBe(after[0]!.hash)
    const other = '{"CTC_c": {"2026": 3000}}'
    const same = await diff({ before: [credit(3000)], after: [other] })
    expect(same).toMatchObject({ changes: [], formulas: [] })
    expect(same.before[0]!.hash).toBe(same.after[0]!.hash)
    expect((await diff({ after: [credit(3000)] })).changes[0]).toMatchObject({ before: 2200, after: 3000 })
  })

  test('differ in formulas by what they say', async () => {
    expect((await diff({ after: [flatCredit] })).formulas).toEqual(['refundable_ctc'])
    expect((await diff({ before: [flatCredit], after: [flatCredit] })).formulas).toEqual([])
    const larger = flatCredit.replace('2000', '2500')
    expect((await diff({ before: [flatCredit], after: [larger] })).formulas).toEqual(['refundable_ctc'])
  })
})

describe('the columns of a population', () => {
  const summaries = (query: Record<string, string>) =>
    service.ask<Answer<'summariseDataset'>>('GET', '/v1/datasets/{name}/summaries', {
      params: { name: 'us-cps' },
      query,
    })

  test('are the inputs of the law that it holds', async () => {
    const { body } = await service.ask<Answer<'getDatasetSchema'>>('GET', '/v1/datasets/{name}/schema', {
      params: { name: 'us-cps' },
    })
    const names = body.columns.map(({ name }) => name)
    expect(names).toContain('employment_income')
    expect(names).not.toContain('income_tax')
    expect(body.columns.find(({ name }) => name === 'tax_unit_role')).toMatchObject({
      entity: 'person',
      values: ['head', 'spouse', 'dependent'],
    })
  }, 60_000)

  test('are summarised as their values say', async () => {
    const population = await openPopulation(model, 'us-cps', 2026)
    const { body } = await summaries({ columns: 'income_tax,eitc', by: 'filing_status' })
    const columns = await population.columnsUnder(model.law, ['income_tax', 'eitc'])
    const weights = population.dataset.weight.tax_unit
    await population.close()
    const total = weights.reduce((sum, weight) => sum + weight, 0)
    for (const { name, overall, groups } of body.columns) {
      const values = columns.get(name)!
      const rows = [...values.keys()]
      const weightOf = (test: (value: number) => boolean) =>
        rows.reduce((sum, row) => sum + (test(values[row]!) ? weights[row]! : 0), 0)
      const sum = rows.reduce((sum, row) => sum + values[row]! * weights[row]!, 0)
      expect(overall.mean).toBeCloseTo(sum / total, 6)
      expect(overall.shareZero).toBeCloseTo(weightOf(value => value === 0) / total, 9)
      for (const { share, value } of overall.quantiles!) {
        expect(weightOf(own => own <= value) / total).toBeGreaterThanOrEqual(share - 1e-9)
        expect(weightOf(own => own < value) / total).toBeLessThan(share + 1e-9)
      }
      const { edges, weighted } = overall.histogram!
      expect(edges).toHaveLength(weighted.length + 1)
      expect(weighted.reduce((all, bin) => all + bin, 0)).toBeCloseTo(total, 0)
      expect(weighted[5]).toBeCloseTo(
        weightOf(value => value >= edges[5]! && value < edges[6]!),
        0,
      )
      expect(groups!.map(({ group }) => group)).toContain('joint')
      expect(groups!.reduce((all, group) => all + group.weighted, 0)).toBeCloseTo(total, 0)
      expect(groups!.reduce((all, { mean, weighted }) => all + (mean ?? 0) * weighted, 0)).toBeCloseTo(
        sum,
        -2,
      )
    }
  }, 60_000)

  test.each([
    [400, 'E_REQUEST', {}],
    [400, 'E_REQUEST', { columns: 'a,,b' }],
    [404, 'E_VARIABLE_UNKNOWN', { columns: 'etic' }],
    [422, 'E_SUMMARY_GROUP', { columns: 'household_net_income', by: 'filing_status' }],
    [422, 'E_SUMMARY_GROUP', { columns: 'eitc', by: 'is_blind' }],
    [422, 'E_SUMMARY_GROUP', { columns: 'eitc', by: 'head.state_fips' }],
    [404, 'E_VARIABLE_UNKNOWN', { columns: 'eitc', by: 'head.aeg' }],
    [422, 'E_SUMMARY_GROUP', { columns: 'eitc', by: 'income_tax' }],
    [422, 'E_DATASET_YEAR', { columns: 'eitc', year: '1999' }],
  ])('asked wrongly are answered %i %s: %j', async (status, code, query) => {
    expect(await summaries(query as unknown as Record<string, string>)).toMatchObject({
      status,
      body: { error: { code } },
    })
  })
})

test('the law is named with its years, entities and populations', async () => {
  const { body } = await service.ask<Answer<'listModels'>>('GET', '/v1/models')
  expect(body).toMatchObject([
    { country: 'us', hash: model.hash, years: { first: 2013, last: 2036 }, datasets: ['us-cps'] },
  ])
})
