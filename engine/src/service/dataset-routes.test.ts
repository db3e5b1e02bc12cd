/** Public data are shown as they are, and of protected data nothing but the card, whatever is asked. */
import { beforeAll, describe, expect, test, vi } from 'vitest'
import type { DatasetCard } from '../datasets/index.ts'
import { type CompiledPopulation, openModel, openPopulation } from '../model/index.ts'
import type { Answer } from './operation.ts'
import type { ServiceClient } from './testing/service-client.ts'
import { startService } from './testing/test-service.ts'

const opened = vi.hoisted((): string[] => [])

vi.mock('../datasets/open-dataset.ts', async original => {
  const actual = await original<typeof import('../datasets/open-dataset.ts')>()
  const secret: DatasetCard = { ...actual.datasetCard('us-cps'), name: 'secret', access: 'protected' }
  return {
    datasetCards: () => [...actual.datasetCards(), secret],
    datasetCard: (name: string) => (name === 'secret' ? secret : actual.datasetCard(name)),
    openDataset: (...args: Parameters<typeof actual.openDataset>) => {
      opened.push(args[0])
      return actual.openDataset(...args)
    },
  }
})

const model = await openModel()
let service: ServiceClient
let population: CompiledPopulation
beforeAll(async () => {
  service = await startService({ model })
  population = await openPopulation(model, 'us-cps', 2026)
  return () => population.close()
}, 60_000)

const params = { name: 'us-cps' }
const summaries = async (query: Record<string, string>) => {
  const path = '/v1/datasets/{name}/summaries'
  const { body } = await service.ask<Answer<'summariseDataset'>>('GET', path, { params, query })
  return body.columns[0]!
}
const close = (values: readonly number[], expected: readonly number[]) => {
  expect(values).toHaveLength(expected.length)
  for (const [i, value] of values.entries())
    expect(value / (expected[i] || 1)).toBeCloseTo(expected[i] ? 1 : 0, 9)
}

describe('of a protected dataset', () => {
  test.each([
    ['/v1/datasets/{name}/schema', {}],
    ['/v1/datasets/{name}/summaries', { columns: 'eitc' }],
    ['/v1/datasets/{name}/totals', {}],
    ['/v1/datasets/{name}/rows', { entity: 'tax_unit', columns: 'eitc' }],
    ['/v1/datasets/{name}/rows.csv', { entity: 'tax_unit', columns: 'eitc' }],
  ] as [Parameters<ServiceClient['ask']>[1], Record<string, string>][])(
    '%s is refused',
    async (path, query) => {
      const answer = await service.ask('GET', path, { params: { name: 'secret' }, query })
      expect(answer).toMatchObject({ status: 403, body: { error: { code: 'E_DATASET_PROTECTED' } } })
    },
  )

  test.each([
    ['/v1/impact', {}],
    ['/v1/impact/charts', {}],
    ['/v1/budget', {}],
    ['/v1/rates', {}],
    ['/v1/incentives', {}],
    ['/v1/locks', {}],
    ['/v1/sessions', {}],
    ['/v1/jobs', { kind: 'columns', variables: ['eitc'] }],
    ['/v1/batches', { kind: 'impact', items: [{}] }],
  ] as [Parameters<ServiceClient['ask']>[1], object][])('%s is refused', async (path, body) => {
    const answer = await service.ask('POST', path, { body: { ...body, dataset: 'secret' } })
    expect(answer).toMatchObject({ status: 403, body: { error: { code: 'E_DATASET_PROTECTED' } } })
  })

  test('the card is shown, and nothing was opened', async () => {
    const { body } = await service.ask<Answer<'listDatasets'>>('GET', '/v1/datasets')
    expect(body.map(({ name, access }) => [name, access])).toEqual([
      ['us-cps', 'public'],
      ['secret', 'protected'],
    ])
    const card = await service.ask('GET', '/v1/datasets/{name}', { params: { name: 'secret' } })
    expect(card).toMatchObject({ status: 200, body: { name: 'secret', limits: expect.any(Array) } })
    expect(opened).not.toContain('secret')
  })
})

describe('groups', () => {
  const { person, tax_unit } = { person: 'person', tax_unit: 'tax_unit' } as const

  test('of people are those of their tax unit', async () => {
    const status = population.column(tax_unit, 'filing_status')!
    const ages = population.column(person, 'age')!
    const weights = population.dataset.weight.person
    const unitOf = population.dataset.relations['person.tax_unit']
    const { groups } = await summaries({ columns: 'age', by: 'filing_status' })
    const [weighted, total] = [
      [0, 0, 0, 0, 0],
      [0, 0, 0, 0, 0],
    ]
    ages.forEach((age, row) => {
      const group = status[unitOf[row]!]!
      weighted[group]! += weights[row]!
      total[group]! += weights[row]! * age
    })
    expect(groups!.map(({ group }) => group)).toEqual([
      ...['single', 'joint', 'separate', 'head_of_household', 'surviving_spouse'],
    ])
    close(
      groups!.map(group => group.weighted),
      weighted,
    )
    close(
      groups!.map(group => group.total ?? 0),
      total,
    )
  })

  test('of tax units by the age of the head are in the bands of the card', async () => {
    const ages = population.column(person, 'age')!
    const roles = population.column(person, 'tax_unit_role')!
    const unitOf = population.dataset.relations['person.tax_unit']
    const weights = population.dataset.weight.tax_unit
    const { groups } = await summaries({ columns: 'eitc', by: 'head.age' })
    expect(groups!.map(({ group }) => group)).toEqual([
      ...['under 6', '6 to 17', '18 to 24', '25 to 34', '35 to 44', '45 to 54', '55 to 64', '65 to 74'],
      '75 and over',
    ])
    let from25to34 = 0
    ages.forEach((age, row) => {
      if (roles[row] === 0 && age >= 25 && age < 35) from25to34 += weights[unitOf[row]!]!
    })
    close([groups![3]!.weighted], [from25to34])
  })

  test('of states are named, and hold everybody', async () => {
    const { groups, overall } = await summaries({ columns: 'household_net_income', by: 'state_fips' })
    expect(groups).toHaveLength(51)
    expect(groups![4]!.group).toBe('California')
    close([groups!.reduce((sum, { weighted }) => sum + weighted, 0)], [overall.weighted])
  })

  test('of income are those of impacts', async () => {
    const { impact } = await population.impact(model.law, model.law)
    const { groups } = await summaries({ columns: 'age', by: 'income_group' })
    expect(groups!.map(({ group }) => group)).toEqual(impact.groups.map(({ label }) => label))
    close(
      groups!.map(({ weighted }) => weighted),
      impact.groups.map(({ people }) => people),
    )
  }, 60_000)

  test('have the bins of everybody, which add up', async () => {
    const { overall, groups } = await summaries({ columns: 'income_tax', by: 'filing_status' })
    const { edges, weighted } = overall.histogram!
    for (const { histogram } of groups!) if (histogram) expect(histogram.edges).toEqual(edges)
    const sums = weighted.map((_, bin) =>
      groups!.reduce((sum, g) => sum + (g.histogram?.weighted[bin] ?? 0), 0),
    )
    close(sums, weighted)
  })
})

test('without weights records are counted, and without zeros fewer of them', async () => {
  const values = [...(await population.columnsUnder(model.law, ['eitc'])).get('eitc')!]
  const some = values.filter(value => value !== 0)
  const { overall } = await summaries({ columns: 'eitc', weights: 'none', records: 'nonzero' })
  expect(overall).toMatchObject({ records: some.length, weighted: some.length, shareZero: 0 })
  close(
    [overall.mean!, overall.maximum!],
    [some.reduce((a, b) => a + b) / some.length, some.reduce((a, b) => Math.max(a, b))],
  )
  expect(overall.minimum).toBe(some.reduce((a, b) => Math.min(a, b)))
})

test('conditions and categories are counted', async () => {
  const status = await summaries({ columns: 'filing_status' })
  expect(status.overall).toMatchObject({ mean: null, quantiles: null, histogram: null })
  expect(status.overall.counts!.map(({ value }) => value)).toEqual(status.values)
  close([status.overall.counts!.reduce((sum, { weighted }) => sum + weighted, 0)], [status.overall.weighted])
  const { overall } = await summaries({ columns: 'tax_unit_itemizes' })
  const [no, yes] = overall.counts!
  close([overall.mean!], [yes!.weighted / (no!.weighted + yes!.weighted)])
  expect((await summaries({ columns: 'state_fips' })).overall.counts![4]!.value).toBe('California')
})

test('totals are those of the impact, for all inputs and variables', async () => {
  const { body } = await service.ask<Answer<'totalDataset'>>('GET', '/v1/datasets/{name}/totals', { params })
  const { impact } = await population.impact(model.law, model.law)
  const total = (name: string) => body.columns.find(column => column.name === name)!.total
  for (const { name, baseline } of impact.programmes)
    if (total(name) !== undefined) close([total(name)!], [baseline])
  expect(body.columns.filter(({ kind }) => kind === 'variable').length).toBeGreaterThan(150)
  const { overall } = await summaries({ columns: 'eitc' })
  const eitc = body.columns.find(({ name }) => name === 'eitc')!
  close([eitc.mean!, eitc.shareNonZero!], [overall.mean!, 1 - overall.shareZero!])
}, 60_000)

describe('rows', () => {
  const ask = (query: Record<string, string>) =>
    service.ask<Answer<'listRows'>>('GET', '/v1/datasets/{name}/rows', { params, query })

  test('are records of the entity, with what their groups have', async () => {
    const query = {
      entity: 'person',
      columns: 'age,tax_unit_role,is_blind,filing_status,state_fips',
      from: '100',
      limit: '3',
    }
    const { body } = await ask(query)
    const unitOf = population.dataset.relations['person.tax_unit']
    const { total, rows, weights } = body
    expect(total).toBe(population.dataset.entities.person.count)
    expect(weights).toEqual([...population.dataset.weight.person.slice(100, 103)])
    expect(rows.map(row => row[0])).toEqual([...population.column('person', 'age')!.slice(100, 103)])
    expect(['head', 'spouse', 'dependent']).toContain(rows[0]![1])
    expect(rows[0]![2]).toBe(false)
    const place = population.column('tax_unit', 'filing_status')![unitOf[100]!]!
    expect(rows[0]![3]).toBe(body.columns[3]!.values![place])
  })

  test('beyond the last are none', async () => {
    expect((await ask({ entity: 'tax_unit', columns: 'eitc', from: '280005' })).body.rows).toEqual([])
    expect((await ask({ entity: 'tax_unit', columns: 'eitc', from: '280000' })).body.rows).toHaveLength(5)
  })

  test.each([
    [400, 'E_REQUEST', { entity: 'tax_unit' }],
    [400, 'E_REQUEST', { entity: 'family', columns: 'eitc' }],
    [400, 'E_REQUEST', { entity: 'tax_unit', columns: 'eitc', limit: '1001' }],
    [404, 'E_VARIABLE_UNKNOWN', { entity: 'tax_unit', columns: 'etic' }],
    [422, 'E_ROWS_ENTITY', { entity: 'tax_unit', columns: 'age' }],
    [422, 'E_DATASET_YEAR', { entity: 'tax_unit', columns: 'eitc', year: '1999' }],
  ])('asked wrongly are answered %i %s: %j', async (status, code, query) => {
    const given = query as unknown as Record<string, string>
    expect(await ask(given)).toMatchObject({ status, body: { error: { code } } })
  })

  test('come as a file whole', async () => {
    const query = new URLSearchParams({ entity: 'household', columns: 'state_fips,household_net_income' })
    const response = await fetch(`${service.address}/v1/datasets/us-cps/rows.csv?${query}`)
    expect(response.headers.get('content-type')).toContain('text/csv')
    expect(response.headers.get('content-disposition')).toContain('us-cps-household-2026.csv')
    const lines = (await response.text()).trimEnd().split('\r\n')
    expect(lines).toHaveLength(1 + population.dataset.entities.household.count)
    expect(lines[0]).toBe('state_fips,household_net_income,weight')
    const { body } = await ask({
      entity: 'household',
      columns: 'state_fips,household_net_income',
      from: '200575',
    })
    expect(lines.at(-1)).toBe([...body.rows[0]!, body.weights[0]].join(','))
  })
})
