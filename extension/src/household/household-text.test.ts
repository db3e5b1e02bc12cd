import { describe, expect, test } from 'vitest'
import { exampleHousehold } from './example-household.ts'
import { freeName, type Household, statedAt } from './household.ts'
import { withInput, withName, withoutPerson, withPerson, withRole } from './household-text.ts'
import { readHousehold } from './read-household.ts'

const commented = `# The neighbours.
people:
  Ann: { age: 38, employment_income: 52000 } # full time
  Tom: { age: 7 }
households:
  home: { members: [ Ann, Tom ] }
`

const household = (text: string): Household => {
  const read = readHousehold(text)
  if (read.unreadable) throw new Error(read.unreadable.reason)
  return read.household
}
const roles = (text: string) => household(text).people.map(({ name, role, unit }) => [name, role, unit])

describe('a household file', () => {
  test('says people, roles and what is stated of them', () => {
    expect(roles(exampleHousehold)).toEqual([
      ['Ann', 'head', 'family'],
      ['Ben', 'spouse', 'family'],
      ['Mia', 'dependent', 'family'],
      ['Leo', 'dependent', 'family'],
    ])
    expect(statedAt(household(exampleHousehold), { group: 'people', record: 'Ben', input: 'age' })).toBe(40)
  })

  test('without tax units has one, whose head is the first', () => {
    expect(roles(commented)).toEqual([
      ['Ann', 'head', 'tax_unit'],
      ['Tom', 'dependent', 'tax_unit'],
    ])
  })

  test('may ask for variables, which states nothing', () => {
    const [unit] = household(
      'people: { A: {} }\ntax_units: { u: { members: [A], eitc: null, charitable_cash_donations: 5 } }',
    ).units
    expect(unit?.values).toEqual({ charitable_cash_donations: 5 })
  })

  test.each([
    ['', 'people'],
    ['people: {}', 'people'],
    ['[1]', 'shape'],
    ['people: { A: 5 }', 'shape'],
    ['people: { A: {}, B: {} }\ntax_units: { u: { head: A } }', 'shape'],
    ['people: { A: {} }\naxes: []', 'axes'],
    ['people: { A: {} }\nhouseholds: { x: { members: [A] }, y: {} }', 'households'],
  ])('%j cannot be shown: %s', (text, reason) => {
    expect(readHousehold(text).unreadable?.reason).toBe(reason)
  })

  test('with a mistake says where it is', () => {
    expect(readHousehold('people:\n  Ann: { age: 3').unreadable).toMatchObject({ reason: 'syntax', line: 2 })
  })
})

describe('edits', () => {
  test('of a value leave everything else as it stands', () => {
    const text = withInput(commented, { group: 'people', record: 'Ann', input: 'employment_income' }, 60000)
    expect(text).toBe(commented.replace('52000', '60000'))
    expect(withInput(text, { group: 'people', record: 'Ann', input: 'employment_income' })).toBe(
      commented.replace(', employment_income: 52000', ''),
    )
  })

  test('of a tax unit that the file leaves out write it', () => {
    const text = withInput(
      commented,
      { group: 'tax_units', record: 'tax_unit', input: 'filing_status' },
      'single',
    )
    expect(household(text).units).toEqual([
      { name: 'tax_unit', head: 'Ann', dependents: ['Tom'], values: { filing_status: 'single' } },
    ])
  })

  test('add, rename and remove a person wherever they are named', () => {
    const added = withPerson(commented, 'Eva', 'tax_unit', 3)
    expect(roles(added).at(-1)).toEqual(['Eva', 'dependent', 'tax_unit'])
    const renamed = withName(added, 'Ann', 'Anna')
    expect(roles(renamed)[0]).toEqual(['Anna', 'head', 'tax_unit'])
    expect(renamed).toContain('members: [ Anna, Tom, Eva ]')
    const removed = withoutPerson(renamed, 'Anna')
    expect(roles(removed)).toEqual([
      ['Tom', 'head', 'tax_unit'],
      ['Eva', 'dependent', 'tax_unit'],
    ])
    expect(removed).toContain('members: [ Tom, Eva ]')
    expect(removed).toContain('# The neighbours.')
  })

  test('of a role leave nobody without one', () => {
    expect(roles(withRole(exampleHousehold, 'Ben', 'head', 'family')).slice(0, 2)).toEqual([
      ['Ann', 'spouse', 'family'],
      ['Ben', 'head', 'family'],
    ])
    expect(roles(withRole(exampleHousehold, 'Ann', 'dependent', 'family')).slice(0, 2)).toEqual([
      ['Ann', 'dependent', 'family'],
      ['Ben', 'head', 'family'],
    ])
    const apart = withRole(exampleHousehold, 'Ben', 'head')
    expect(roles(apart)[1]).toEqual(['Ben', 'head', 'Ben'])
    expect(roles(withRole(apart, 'Ben', 'dependent', 'family'))[1]).toEqual(['Ben', 'dependent', 'family'])
    expect(household(withRole(apart, 'Ben', 'dependent', 'family')).units).toHaveLength(1)
  })

  test('find a name that nobody has', () => {
    expect(freeName(household('people: { Person 2: {} }'), 'Person')).toBe('Person 3')
  })
})
