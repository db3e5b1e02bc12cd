/** The outcome tables that we keep: in the schema's form, and read by the engine. */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import schema from '@reformlab/schema/outcome-table.schema.json' with { type: 'json' }
import { Ajv } from 'ajv'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { conventionNamed, parseOutcomeTable, variablesOf } from './outcome-table.ts'

const law = new URL('../../../law/', import.meta.url)
const countries = readdirSync(new URL('countries/', law))
const files = ['us/outcomes.yaml', ...countries.map(name => `countries/${name}`)]
const isTable = new Ajv({ allowUnionTypes: true }).compile(schema)

test('each stands under the name of its package', () => {
  expect(countries.length).toBeGreaterThanOrEqual(5)
  for (const name of countries) expect(name).toMatch(/^(openfisca|policyengine)_\w+\.yaml$/)
})

describe.each(files)('%s', file => {
  const text = readFileSync(fileURLToPath(new URL(file, law)), 'utf8')

  test('has the form of the schema', () => {
    isTable(parse(text))
    expect(isTable.errors).toBe(null)
  })

  test('is read, and what it adds up or turns round is reported', () => {
    const table = parseOutcomeTable(text, file)
    const reported = variablesOf(table, conventionNamed(table, 'default'))
    expect(table.programmes.some(({ kind }) => kind === 'tax')).toBe(true)
    for (const name of [...table.monthly, ...table.negative]) expect(reported).toContain(name)
  })
})

test('the schema refuses what is no table', () => {
  const good = parse(readFileSync(fileURLToPath(new URL(files[1]!, law)), 'utf8'))
  for (const change of [
    { currency: 'dollars' },
    { programmes: [{ variable: 'tax', label: 'Tax', kind: 'levy', government: 'state' }] },
    { programmes: [{ variable: 'tax', label: 'Tax', kind: 'tax' }] },
    { weight: 'household_weight' },
    { conventions: {} },
  ])
    expect(isTable({ ...good, ...change }), JSON.stringify(change)).toBe(false)
})
