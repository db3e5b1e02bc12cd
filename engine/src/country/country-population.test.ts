/** Columns under reforms: which of them are numbers for the same program, and what is asked of Python when. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type CountryPopulation, openCountryPopulation } from './country-population.ts'
import { prepareCountry } from './prepare-country.ts'
import { writeSmallCountry } from './testing/small-country.ts'

let folder: string
let words: () => string[]
const said: string[] = []
const progress = (line: string) => said.push(line)
const request = { package: 'smallland', population: 'persons.csv', year: 2026, variables: ['tax'], progress }

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'reformlab-small-'))
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})

function install(persons: number): void {
  const country = writeSmallCountry(folder, persons)
  words = country.words
  vi.stubEnv('REFORMLAB_PYTHON', country.python)
}

/** Of few records node by node, of many compiled. */
describe.each([5, 301])('of %i persons', persons => {
  let opened: CountryPopulation
  beforeEach(async () => {
    install(persons)
    opened = await openCountryPopulation({ ...request, workers: 1 })
  })
  afterEach(() => opened.close())

  const wages = Array.from({ length: persons }, (_, row) => 900 + 100 * row)
  const tax = (rate: number, threshold = 1000) =>
    Float64Array.from(wages, wage => Math.max(wage - threshold, 0) * rate)
  const taxUnder = async (reform: object) =>
    (await opened.columns(['tax'], opened.law.reformOf(reform))).get('tax')

  test('columns are of all entities, in the order of the population, and repeat exactly', async () => {
    const columns = await opened.columns(['tax', 'household_tax', 'tax@2026'])
    expect(columns.get('tax')).toEqual(tax(0.2))
    expect(columns.get('tax@2026')).toEqual(tax(0.2))
    const count = opened.entities.household!.count
    const sums = new Float64Array(count)
    opened.relations['person.household']!.forEach((household, row) => {
      sums[household]! += tax(0.2)[row]!
    })
    expect(columns.get('household_tax')).toEqual(sums)
    expect([...opened.entities.household!.ids]).toEqual(Array.from(sums, (_, row) => 7000 + row))
    expect(opened.entities.person!.ids[1]).toBe('p1')
    expect(said).toContain('Tracing …')
    expect(words()).toEqual([
      '-m reformlab.country prepare smallland --population persons.csv --year 2026 --variables tax --json --exit-with-parent',
    ])
  })

  test('reforms of parameters are numbers alone, by day', async () => {
    expect(await taxUnder({ 'tax.rate': { '2026-01-01.2026-12-31': 0.3 } })).toEqual(tax(0.3))
    expect(await taxUnder({ 'tax.rate': { '2027-01-01': 0.3 } })).toEqual(tax(0.2))
    expect(await taxUnder({ 'tax.scale[0].threshold': { '2026-01-01': 2000 }, 'tax.rate': 0.5 })).toEqual(
      tax(0.5, 2000),
    )
    expect(await taxUnder({ 'gov.unread': 7 })).toEqual(tax(0.2))
    expect(await taxUnder({})).toEqual(tax(0.2))
    // These steer formulas, and steer them as they did.
    expect(await taxUnder({ 'tax.flat': { '2027-01-01': true }, 'tax.kind': { '2027': 'other' } })).toEqual(
      tax(0.2),
    )
    expect(words()).toHaveLength(1)
  })

  test('what steers formulas is traced anew, once, and reforms go on from there', async () => {
    const flat = { 'tax.flat': { '2026-01-01': true } }
    expect(await taxUnder(flat)).toEqual(Float64Array.from(wages, wage => wage * 0.2))
    expect(await taxUnder({ ...flat, 'tax.rate': { '2026': 0.3 } })).toEqual(
      Float64Array.from(wages, wage => wage * 0.3),
    )
    expect(await taxUnder({})).toEqual(tax(0.2))
    expect(words().slice(1)).toEqual([
      '-m reformlab.country prepare smallland --population persons.csv --year 2026 --variables tax',
      '{"tax.flat":{"2026-01-01":true}}',
    ])
  })

  test('the law as it stands stays open, whatever reforms come and go', async () => {
    await taxUnder({ 'tax.flat': { '2026-01-01': true } })
    await taxUnder({ 'tax.kind': { '2026-01-01': 'other' } })
    const asked = words().length
    expect(await taxUnder({ 'tax.rate': 0.5 })).toEqual(tax(0.5))
    expect(words()).toHaveLength(asked)
    expect(said).toContain('Preparing anew, for tax.kind steers formulas …')
  })

  test.each([
    ['a guard', { 'tax.rate': { '2026-01-01': -0.1 } }],
    ['months that are no longer alike', { 'tax.rate': { '2026-07-01': 0.3 } }],
    ['what is no number', { 'tax.kind': { '2026-01-01': 'other' } }],
    ['a number that is no longer there', { 'tax.rate': { '2026-01-01': null } }],
    ['formulas, by a parameter of structure', { 'gov.reform.in_effect': { '2026-01-01': true } }],
    ['structure beside what is untraced', { 'gov.reform.in_effect': true, 'wealth.rate[1].rate': 0.5 }],
  ])('traces anew what changes %s', async (_, reform) => {
    await taxUnder(reform)
    const [, , asked] = words()
    expect(JSON.parse(asked!)).toEqual(opened.law.written(opened.law.reformOf(reform)))
  })

  test('what the original engine has computed is not answered under a law that it did not have', async () => {
    const reform = { 'wealth.rate[1].rate': { '2026-01-01': 0.5 } }
    await expect(taxUnder(reform)).rejects.toMatchObject({
      code: 'E_COUNTRY_UNTRACED',
      message: expect.stringContaining(
        'wealth.rate[1].rate, which wealth reads, and that cannot be traced: a table',
      ),
    })
    expect(await taxUnder({})).toEqual(tax(0.2))
    expect(words()).toHaveLength(1)
  })

  test('a variable that is not there is named with what is near', async () => {
    await expect(opened.columns(['taxx'])).rejects.toMatchObject({
      code: 'E_COUNTRY_VARIABLE',
      remedy: 'Nearest names: tax.',
    })
  })
})

test('what Python says went wrong is said in its words', async () => {
  install(2)
  await expect(prepareCountry({ package: 'nowhere', progress })).rejects.toMatchObject({
    ...{ code: 'E_COUNTRY_MISSING', message: 'It is not {here}.', remedy: 'Look.' },
  })
  await expect(prepareCountry({ package: 'exhausted', progress })).rejects.toMatchObject({
    code: 'E_COUNTRY_PREPARE',
    message: 'exhausted could not be prepared: status 9, MemoryError.',
  })
  vi.stubEnv('REFORMLAB_PYTHON', join(folder, 'none'))
  await expect(prepareCountry({ package: 'smallland', progress })).rejects.toMatchObject({
    code: 'E_COUNTRY_PYTHON',
  })
})

test('who no longer waits ends Python', async () => {
  install(2)
  const control = new AbortController()
  const prepared = prepareCountry({
    package: 'endless',
    progress: () => control.abort(new Error('enough')),
    signal: control.signal,
  })
  await expect(prepared).rejects.toThrow('enough')
})
