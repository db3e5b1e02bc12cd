import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { writeSmallCountry } from '../country/testing/small-country.ts'
import { ProgramHost } from './program-host.ts'

let folder: string
let words: () => string[]
const host = new ProgramHost()

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'reformlab-host-'))
  const country = writeSmallCountry(folder, 5)
  words = country.words
  vi.stubEnv('REFORMLAB_PYTHON', country.python)
  writeFileSync(join(folder, 'persons.csv'), 'wage\n')
})
afterEach(async () => {
  await host.close()
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})

interface Head {
  readonly ids: readonly string[] | number
  readonly columns: Readonly<Record<string, number>>
}

async function ask(variables: readonly string[], more: object = {}) {
  const population = join(folder, 'persons.csv')
  const request = {
    kind: 'country',
    package: 'smallland',
    population,
    year: 2026,
    variables,
    ...more,
  } as const
  const { head, blobs } = await host.answer(request, { head: request, blobs: [] })
  const numbers = (place: number) => {
    const { buffer, byteOffset, byteLength } = blobs![place]!
    return [...new Float64Array(buffer as ArrayBuffer, byteOffset, byteLength / 8)]
  }
  const { ids, columns } = head as Head
  return {
    head,
    ids: typeof ids === 'number' ? numbers(ids) : ids,
    columns: Object.fromEntries(Object.entries(columns).map(([title, place]) => [title, numbers(place)])),
  }
}

test('columns stand under the ids of their entity, numbers and texts', async () => {
  const households = await ask(['household_tax', 'region'])
  expect(households.head).toMatchObject({
    rows: 'household',
    types: { household_tax: 'number', region: 'Region' },
    enums: { Region: ['NORTH', 'SOUTH'] },
  })
  expect(households.ids).toEqual([7000, 7001, 7002])
  expect(households.columns).toEqual({ household_tax: [40, 60, 20], region: [0, 1, 0] })
  const persons = await ask(['tax'], { entity: null, reform: { 'tax.rate': { '2026-01-01': 0.5 } } })
  expect(persons.ids).toEqual(['p0', 'p1', 'p2', 'p3', 'p4'])
  expect(persons.columns.tax).toEqual([0, 0, 50, 100, 150])
})

test('rows of persons repeat what their groups have', async () => {
  const { columns } = await ask(['tax', 'household_tax'], { entity: 'person' })
  expect(columns.household_tax).toEqual([40, 60, 20, 40, 60])
})

test.each([
  [['tax', 'household_tax'], undefined, 'are of household and person, and rows are of one'],
  [['tax'], 'household', 'are of person, not of household'],
])('%j of %s are not rows of one entity', async (variables, entity, problem) => {
  await expect(ask(variables, { entity })).rejects.toMatchObject({
    code: 'E_COUNTRY_ENTITY',
    message: expect.stringContaining(problem),
  })
})

test('a population stays open until its file is another', async () => {
  await ask(['tax'])
  await ask(['tax'])
  expect(words()).toHaveLength(1)
  writeFileSync(join(folder, 'persons.csv'), 'wage\n1\n')
  await ask(['tax'])
  expect(words()).toHaveLength(2)
})
