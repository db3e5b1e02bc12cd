import { describe, expect, test } from 'vitest'
import { validateDataset } from '../validate-dataset.ts'
import { readColumnMapping } from './column-mapping.ts'
import { readGrowthRules } from './growth-rules.ts'
import { agedSample, sampleDataset, sampleTables } from './sample/sample-population.ts'
import { sourceColumn } from './source-column.ts'

const mapping = readColumnMapping()
const expected = agedSample()

describe.each(Object.keys(expected.years))('aged to %s', year => {
  const dataset = sampleDataset(Number(year))
  const { tax_unit, household } = dataset.entities

  const ours = (name: string) => [...sourceColumn(dataset, mapping.of(name)!)]

  test.each(Object.keys(expected.years[year]!))('%s equals Tax-Calculator’s to the last bit', name => {
    expect(ours(name)).toEqual(expected.years[year]![name])
  })

  test('what Tax-Calculator has as zero is zero', () => {
    const nonZero = mapping.targets.filter(
      ({ source }) => !(source in expected.years[year]!) && ours(source).some(value => value !== 0),
    )
    expect(nonZero.map(({ source }) => source)).toEqual(['FLPDYR', 'credit_claim_urn'])
  })

  test('the result is a valid dataset', () => {
    expect(validateDataset(dataset)).toBe(dataset)
    expect(dataset.year).toBe(Number(year))
  })

  test('persons weigh as much as their units and households', () => {
    const total = (weight: Float64Array, people: (row: number) => number) =>
      weight.reduce((sum, value, row) => sum + value * people(row), 0)
    const inUnit = tax_unit.columns.get('exemptions_count')!
    const inHousehold = new Float64Array(household.count)
    for (const group of dataset.relations['person.household']) inHousehold[group]! += 1
    const persons = total(dataset.weight.person, () => 1)
    expect(total(dataset.weight.tax_unit, row => inUnit[row]!)).toBeCloseTo(persons, 6)
    expect(total(dataset.weight.household, row => inHousehold[row]!)).toBeCloseTo(persons, 6)
  })
})

test('in the first year amounts are those of the file', () => {
  const interest = sampleDataset(2014).entities.tax_unit.columns.get('taxable_interest_income')!
  expect([...interest]).toEqual([...sampleTables().records.columns.get('e00300')!])
})

test.each([2013, 2037, 2020.5, Number.NaN])('there is no year %d', year => {
  expect(() => sampleDataset(year)).toThrow(`has no year ${year}`)
})

test('another year is another dataset, the same year the same', () => {
  expect(sampleDataset(2020).hash).toBe(sampleDataset(2020).hash)
  expect(sampleDataset(2020).hash).not.toBe(sampleDataset(2021).hash)
})

test('head and spouse grow by the same rule, and every factor is in the source', () => {
  const factors = new Set(sampleTables().growthFactors.columns.keys())
  const rules = readGrowthRules(mapping)
  const named = Object.values(rules).flatMap(columns =>
    [...columns.values()].flatMap(({ gain, loss }) => [gain, loss]),
  )
  expect(named.filter(name => !factors.has(name))).toEqual([])
  for (const { source, name } of mapping.targets.filter(({ role }) => role === 'head')) {
    const partner = mapping.targets.find(target => target.name === name && target.role === 'spouse')
    expect(partner, source).toBeDefined()
  }
})
