/** The real population, as a whole: the numbers its card states, and that it is what any dataset must be. */
import { expect, test } from 'vitest'
import { agePopulation } from '../engine/src/datasets/us-cps/age-population.ts'
import { readColumnMapping } from '../engine/src/datasets/us-cps/column-mapping.ts'
import { readGrowthRules } from '../engine/src/datasets/us-cps/growth-rules.ts'
import { openPopulation, usCpsCard } from '../engine/src/datasets/us-cps/us-cps.ts'
import { validateDataset } from '../engine/src/datasets/validate-dataset.ts'

const population = await openPopulation()
const rules = readGrowthRules(readColumnMapping())
const age = (year: number) => agePopulation(population, year, rules, usCpsCard)
const dataset = age(2014)
const person = (name: string) => dataset.entities.person.columns.get(name)!
const unit = (name: string) => dataset.entities.tax_unit.columns.get(name)!
const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0)
const count = (values: Float64Array, holds: (value: number, row: number) => boolean) =>
  values.filter(holds).length

test('it has as many records as its card says', () => {
  const counts = Object.entries(dataset.entities).map(([entity, { count }]) => [entity, count])
  expect(Object.fromEntries(counts)).toEqual(usCpsCard.counts)
})

test('every year is a valid dataset, from the first year to the last of the card', () => {
  const { first, last } = usCpsCard.years
  for (const year of [first, 2026, last]) expect(validateDataset(age(year)).year).toBe(year)
  expect(() => age(first - 1)).toThrow('has no year')
  expect(() => age(last + 1)).toThrow('has no year')
})

test('records keep the numbers of the file, in its order', () => {
  expect([...unit('tax_unit_id')]).toEqual(Array.from({ length: 280_005 }, (_, row) => row + 1))
})

test('in 1,095 units the counts by age lack one person, as the card says', () => {
  const [people, young, youths, grown] = [
    'exemptions_count',
    'people_under_18',
    'people_18_to_20',
    'people_21_and_over',
  ].map(unit)
  const lacking = (_: number, row: number) =>
    people![row]! - young![row]! - youths![row]! - grown![row]! === 1
  expect(count(people!, lacking)).toBe(1095)
  const joint = 1
  expect(count(people!, (value, row) => lacking(value, row) && unit('filing_status')[row] === joint)).toBe(
    103,
  )
})

test('dependents have ages that the counts of the file ask for', () => {
  const dependent = 2
  const dependents = (first: number, last: number) =>
    count(
      person('age'),
      (age, row) => person('tax_unit_role')[row] === dependent && age >= first && age <= last,
    )
  expect(dependents(0, 5)).toBe(sum(unit('dependents_under_6')))
  expect(dependents(0, 12)).toBe(sum(unit('dependents_under_13')))
  expect(dependents(0, 16)).toBe(sum(unit('ctc_qualifying_children')))
})

test('the card’s weights and special cases are those of the data', () => {
  expect(sum(dataset.weight.person) / 1e6).toBeCloseTo(340.6, 1)
  expect(sum(unit('head_is_dependent_elsewhere'))).toBe(2743)
  const householdOf = dataset.relations['tax_unit.household']
  const differing = new Set<number>()
  for (let row = 1; row < householdOf.length; row++) {
    if (householdOf[row] !== householdOf[row - 1]) continue
    if (dataset.weight.tax_unit[row] !== dataset.weight.tax_unit[row - 1]) differing.add(householdOf[row]!)
  }
  expect(Math.round((100 * differing.size) / dataset.entities.household.count)).toBe(16)
})
