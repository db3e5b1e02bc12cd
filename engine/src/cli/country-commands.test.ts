/** Commands on a country package: what they write and print, and which options do not go with it. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCommand } from '../../../test/testing/run-command.ts'
import { writeSmallCountry } from '../country/testing/small-country.ts'
import { smallOutcomes } from '../model/country/testing/small-outcomes.ts'

const folder = mkdtempSync(join(tmpdir(), 'reformlab-country-commands-'))
const file = (name: string) => join(folder, name)
let environment: Record<string, string>

beforeAll(() => {
  environment = { REFORMLAB_PYTHON: writeSmallCountry(folder, 5).python }
  writeFileSync(file('persons.csv'), 'person_id\n')
  writeFileSync(file('outcomes.yaml'), smallOutcomes)
  writeFileSync(file('rate.json'), '{"tax.rate": {"2026-01-01": 0.5}}')
  writeFileSync(file('late.json'), '{"tax.rate": {"2027-01-01": 0.9}}')
  writeFileSync(file('situation.json'), '{"people": {"Ann": {"tax": {"2026": null}}, "Bob": {"wage": 1}}}')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const run = (words: string) =>
  runCommand(
    words.split(' ').map(word => (/\.\w+$/.test(word) ? file(word) : word)),
    environment,
  )
const read = (name: string) => readFileSync(file(name), 'utf8').replaceAll('\r', '')
const country = '--model smallland --population persons.csv'

test('columns have a row for each record, under its own name, with categories by theirs', async () => {
  const { status, stdout } = await run(
    `columns tax,wage ${country} --out tax.csv --reform rate.json --reform late.json`,
  )
  expect(status).toBe(0)
  expect(stdout).toContain('5 person of 2026: tax, wage, written to')
  expect(read('tax.csv')).toBe(
    'person_id,tax,wage\np0,0,900\np1,0,1000\np2,50,1100\np3,100,1200\np4,150,1300\n',
  )
  await run(`columns region ${country} --out region.csv`)
  expect(read('region.csv')).toBe('household_id,region\n7000,NORTH\n7001,SOUTH\n7002,NORTH\n')
})

test('variables of several entities are no rows', async () => {
  const { status, stderr } = await run(`columns tax,household_tax ${country} --out tax.csv`)
  expect(status).toBe(2)
  expect(stderr).toContain('E_COUNTRY_ENTITY')
})

test('an impact is that of the population, in its currency', async () => {
  const asked = `impact ${country} --outcomes outcomes.yaml --reform rate.json`
  const { status, stdout } = await run(asked)
  expect(status).toBe(0)
  expect(stdout).toContain('average in EUR a year')
  expect(stdout).toContain('€')
  expect(stdout).not.toContain('$')
  const { stdout: json } = await run(`${asked} --json`)
  const { budget, dataset } = JSON.parse(json)
  expect(budget.total).toBeCloseTo(0.3 * (100 + 200 + 300), 9)
  expect(dataset.name).toBe('persons')
})

test('a household answers what is null in it and what is named', async () => {
  const { stdout } = await run(
    'household situation.json --model smallland --variables region --reform rate.json --json',
  )
  const { variables } = JSON.parse(stdout)
  expect(variables.map(({ name }: { name: string }) => name)).toEqual(['region', 'tax'])
  expect(variables[0].values[1]).toEqual({ record: '7001', baseline: 'SOUTH', reform: 'SOUTH' })
  expect(variables[1].values[4]).toEqual({ record: 'p4', baseline: 60, reform: 150 })
})

test.each([
  [`columns tax ${country} --out a.csv --dataset us-cps`, '--dataset does not go with --model'],
  [`columns tax ${country} --out a.csv --baseline rate.json`, '--baseline does not go with --model'],
  ['columns tax --model smallland --out a.csv', 'It is not said of whom'],
  ['impact --population persons.csv', '--population needs a --model'],
  [`impact ${country}`, 'E_COUNTRY_OUTCOMES'],
  [`impact ${country} --outcomes outcomes.yaml --assume a.yaml`, 'smallland is a country package: --assume'],
  [`impact ${country} --outcomes outcomes.yaml --year 2026 --dataset us-cps`, 'no dataset "us-cps"'],
  ['household situation.json --model smallland --explain', '--explain does not go with --model'],
])('%s is refused', async (words, problem) => {
  const { status, stderr } = await run(words)
  expect(stderr).toContain(problem)
  expect(status).toBe(2)
})
