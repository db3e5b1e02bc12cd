/** A country package as a model: its law in years, reforms by the day, and impacts of rows in any order. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { writeSmallCountry } from '../../country/testing/small-country.ts'
import { readReform } from '../../reforms/index.ts'
import { describeVariable } from '../describe/describe-variable.ts'
import { compiledModel, type Model, type ModelPopulation } from '../model.ts'
import { reformedLaw } from '../reformed-law.ts'
import { reformedModel } from '../reformed-model.ts'
import { changesInTree } from './country-changes.ts'
import { openCountryModel } from './open-country-model.ts'
import { smallOutcomes } from './testing/small-outcomes.ts'

const PERSONS = 301
const HOUSEHOLDS = 151
const wages = Array.from({ length: PERSONS }, (_, row) => 900 + 100 * row)
const taxOf = (wage: number, rate = 0.2) => Math.max(wage - 1000, 0) * rate
const total = (rate: number) => wages.reduce((sum, wage) => sum + taxOf(wage, rate), 0)

let folder: string
let words: () => string[]
let model: Model
let population: ModelPopulation

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'reformlab-country-model-'))
  const country = writeSmallCountry(folder, PERSONS)
  words = country.words
  vi.stubEnv('REFORMLAB_PYTHON', country.python)
  const [file, outcomes] = ['persons.csv', 'outcomes.yaml'].map(name => join(folder, name))
  writeFileSync(file!, 'person_id\n')
  writeFileSync(outcomes!, smallOutcomes)
  model = await openCountryModel({ package: 'smallland', population: file!, year: 2026, outcomes })
  population = await model.openPopulation('persons', 2026, { workers: 1 })
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await population.close()
  rmSync(folder, { recursive: true, force: true })
})

const reform = async (text: string) => reformedLaw(model.law, [await readReform(text, 'r', model.reforms)])
const statedBy = async (text: string) => changesInTree(model.law, await reform(text))

test('its law is a tree of years: what holds on 1 January', () => {
  expect(model.law.years).toEqual({ first: 2016, last: 2036 })
  expect([2019, 2024, 2025, 2036].map(year => model.law.value('tax.rate', year))).toEqual([
    0.1, 0.1, 0.2, 0.2,
  ])
  expect(model.law.value('tax.top', 2026)).toBe(9e99)
  expect(model.law.value('tax.flat', 2026)).toBe(false)
  expect(model.law.value('tax.old', 2026)).toBe(1)
  expect(model.law.files.has('tax.kind')).toBe(false)
})

test('Python is asked for all that is reported together', () => {
  const wanted = `--population ${join(folder, 'persons.csv')} --year 2026 --variables tax,household_tax`
  expect(words().length).toBeGreaterThan(0)
  for (const line of words()) expect(line).toContain(wanted)
})

test('the card is that of the file', () => {
  const [card] = model.datasets()
  expect(card).toMatchObject({ name: 'persons', years: { first: 2026, last: 2026 }, access: 'public' })
  expect(card!.counts).toEqual({ person: PERSONS, household: HOUSEHOLDS })
})

test('changes of whole years are years, and those of days keep their days', async () => {
  expect(await statedBy('changes: { tax.rate: { 2026: { value: 0.3, to: 2027 } } }')).toEqual([
    { path: 'tax.rate', start: '2026-01-01', stop: '2027-12-31', value: 0.3 },
  ])
  const dated = '{"tax.rate": {"2026-03-01.2026-08-31": 0.4}, "tax.top": {"2024-07-01": 5}}'
  expect(await statedBy(dated)).toEqual([
    { path: 'tax.rate', start: '2026-03-01', stop: '2026-08-31', value: 0.4 },
    { path: 'tax.top', start: '2024-07-01', value: 5 },
  ])
  const tree = await reform(dated)
  expect(tree.value('tax.rate', 2026)).toBe(0.2)
  expect([2024, 2025].map(year => tree.value('tax.top', year))).toEqual([9e99, 5])
})

test('a reform upon another is laid over it', async () => {
  const first = await reform('{"tax.rate": {"2026-01-01": 0.5}}')
  const second = reformedLaw(first, [
    await readReform('{"tax.rate": {"2025-01-01.2026-12-31": 0.1}}', 'r', model.reforms),
  ])
  const { impact } = await population.impact(first, second)
  expect(impact.programmes[0]!.baseline).toBeCloseTo(total(0.5), 6)
  expect(impact.programmes[0]!.reform).toBeCloseTo(total(0.1), 6)
})

test('no limit goes there and back', async () => {
  expect(await statedBy('{"tax.top": {"2026-01-01": 3}}')).toHaveLength(1)
  expect(await statedBy('changes: { tax.top: { 2026: unlimited } }')).toEqual([
    { path: 'tax.top', start: '2026-01-01', value: Number.POSITIVE_INFINITY },
  ])
})

test('an impact adds up, whatever the order of rows', async () => {
  const { impact } = await population.impact(model.law, await reform('{"tax.rate": 0.3}'))
  const [tax, household] = impact.programmes
  expect(tax).toMatchObject({ name: 'tax', label: 'Tax' })
  expect(tax!.baseline).toBeCloseTo(total(0.2), 6)
  expect(tax!.reform).toBeCloseTo(total(0.3), 6)
  expect(household!.change).toBeCloseTo(total(0.3) - total(0.2), 6)
  expect(impact.budget.total).toBeCloseTo(total(0.3) - total(0.2), 6)
  expect(impact.population).toMatchObject({
    person: { records: PERSONS },
    household: { records: HOUSEHOLDS },
  })
  // The income that is compared is a household's tax, and a household has the persons `row` and `row + HOUSEHOLDS`.
  const gain = Array.from({ length: HOUSEHOLDS }, (_, row) =>
    [row, row + HOUSEHOLDS].reduce(
      (sum, person) => sum + (person < PERSONS ? taxOf(wages[person]!, 0.1) : 0),
      0,
    ),
  )
  const people = gain.map((_, row) => (row + HOUSEHOLDS < PERSONS ? 2 : 1))
  const weighted = gain.reduce((sum, one, row) => sum + one * people[row]!, 0) / PERSONS
  expect(impact.overall.averageChange).toBeCloseTo(weighted, 6)
})

test('of one population there is one year', async () => {
  await expect(model.openPopulation('persons', 2027)).rejects.toThrow(
    expect.objectContaining({ code: 'E_DATASET_YEAR' }),
  )
  await expect(population.moveTo(2027)).rejects.toThrow('has no year 2027')
  await expect(model.openPopulation('us-cps', 2026)).rejects.toThrow('no dataset "us-cps"')
})

test('what needs a law of our own is refused, and so is what is no number', async () => {
  const code = (problem: string) =>
    expect.objectContaining({ code: 'E_COUNTRY_MODEL', message: expect.stringContaining(problem) })
  expect(() => compiledModel(model, 'marginal rates')).toThrow(
    code('smallland is a country package: marginal rates'),
  )
  await expect(reform('{"tax.kind": {"2026": "other"}}')).rejects.toThrow(code('tax.kind'))
  await expect(reform('CTC_c: { 2026: 5 }')).rejects.toThrow('CTC_c')
  const formulas = await readReform('variables: { tax: { formula: wage } }', 'r', model.reforms)
  await expect(reformedModel(model, [formulas])).rejects.toThrow(code('a reform of formulas'))
  await expect(reform('{"tax.rat": {"2026-01-01": 1}}')).rejects.toThrow(
    'there is no rat in tax; nearest: rate',
  )
})

test('its variables are described with what their formulas name', () => {
  const tax = describeVariable(model, model.catalogue.variables.get('tax')!)
  expect(tax).toMatchObject({
    kind: 'variable',
    entity: 'person',
    unit: 'currency-EUR',
    reads: ['wage'],
    readBy: [],
  })
  expect(describeVariable(model, model.catalogue.variables.get('wage')!)).toMatchObject({
    kind: 'input',
    readBy: ['tax'],
  })
  expect(describeVariable(model, model.catalogue.variables.get('region')!).values).toEqual(['NORTH', 'SOUTH'])
})

test('without a table nothing is known to report', async () => {
  const options = { package: 'smallland', population: 'persons.csv', year: 2026 }
  await expect(openCountryModel(options)).rejects.toThrow(
    expect.objectContaining({ code: 'E_COUNTRY_OUTCOMES' }),
  )
})
