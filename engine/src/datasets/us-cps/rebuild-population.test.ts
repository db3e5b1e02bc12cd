import { describe, expect, test } from 'vitest'
import type { NumericTable } from '../read-numeric-csv.ts'
import { readColumnMapping } from './column-mapping.ts'
import { rebuildPopulation } from './rebuild-population.ts'
import { samplePopulation, sampleTables } from './sample/sample-population.ts'

const mapping = readColumnMapping()
const { records } = sampleTables()
const source = (name: string) => records.columns.get(name)!
const population = samplePopulation()
const person = (name: string) => population.entities.person.columns.get(name)!
const unit = (name: string) => population.entities.tax_unit.columns.get(name)!
const unitOf = population.relations['person.tax_unit']

/** For each unit, how many of its persons `holds`. */
function countPersons(holds: (row: number) => boolean): number[] {
  const counts = new Array<number>(records.count).fill(0)
  for (let row = 0; row < unitOf.length; row++) if (holds(row)) counts[unitOf[row]!]!++
  return counts
}

const [head, spouse, dependent] = [0, 1, 2]
const role = (row: number) => person('tax_unit_role')[row]!
const age = (row: number) => person('age')[row]!
const isSpouseOfUnknownAge = (row: number) => role(row) === spouse && age(row) === 0

describe('persons', () => {
  test('are one for each exemption', () => {
    expect(countPersons(() => true)).toEqual([...source('XTOT')])
  })

  test('are one head a unit, and a spouse on joint returns', () => {
    expect(countPersons(row => role(row) === head)).toEqual(new Array(records.count).fill(1))
    expect(countPersons(row => role(row) === spouse)).toEqual(
      [...source('MARS')].map(status => Number(status === 2)),
    )
  })

  test('have ages that give the counts of the file again', () => {
    const counted = (holds: (row: number) => boolean) =>
      countPersons(row => !isSpouseOfUnknownAge(row) && holds(row))
    const missing = [...source('XTOT')].map(
      (people, row) => people - source('nu18')[row]! - source('n1820')[row]! - source('n21')[row]!,
    )
    const unbanded = missing.map((persons, row) => (source('MARS')[row] === 4 ? persons : 0))
    const dependentUnder = (limit: number) => counted(row => role(row) === dependent && age(row) < limit)
    expect(counted(row => age(row) < 18)).toEqual([...source('nu18')])
    expect(counted(row => age(row) >= 18 && age(row) < 21)).toEqual([...source('n1820')])
    expect(counted(row => age(row) >= 21)).toEqual(
      [...source('n21')].map((people, row) => people + unbanded[row]!),
    )
    expect(dependentUnder(6)).toEqual([...source('nu06')])
    expect(dependentUnder(13)).toEqual([...source('nu13')])
    expect(dependentUnder(17)).toEqual([...source('n24')])
    expect(Math.max(...missing)).toBe(1)
  })

  test('carry their own earnings, and dependents none', () => {
    const wages = person('employment_income')
    for (let row = 0; row < unitOf.length; row++) {
      const column = ['e00200p', 'e00200s'][role(row)]
      expect(wages[row]).toBe(column ? source(column)[unitOf[row]!] : 0)
    }
  })
})

describe('households', () => {
  test('are the units of one survey year and number', () => {
    const householdOf = population.relations['tax_unit.household']
    const keys = Array.from(householdOf, (_, row) => `${source('FLPDYR')[row]} ${source('h_seq')[row]}`)
    expect(population.entities.household.count).toBe(new Set(keys).size)
    for (let row = 1; row < keys.length; row++) {
      expect(householdOf[row]! - householdOf[row - 1]!).toBe(Number(keys[row] !== keys[row - 1]))
    }
  })

  test('have one state', () => {
    const states = population.entities.household.columns.get('state_fips')!
    const householdOf = population.relations['tax_unit.household']
    expect(Array.from(householdOf, household => states[household])).toEqual([...source('fips')])
  })

  test('are refused when their units disagree or lie apart', () => {
    expect(() => rebuild('fips', values => values.fill(99, 0, 1))).not.toThrow()
    const shared = population.relations['tax_unit.household'].findIndex(
      (household, row, all) => household === all[row + 1],
    )
    expect(() => rebuild('fips', values => values.fill(99, shared, shared + 1))).toThrow('differ in fips')
    const apart = (values: Float64Array) => values.fill(values[0]!, values.length - 1)
    expect(() => rebuild('h_seq', apart, 'FLPDYR', apart)).toThrow('lie apart')
  })
})

describe('columns', () => {
  test('hold categories by their place in the enumeration', () => {
    expect([...unit('filing_status')]).toEqual([...source('MARS')].map(code => code - 1))
    expect([...unit('eitc_qualifying_children')]).toEqual([...source('EIC')])
    expect(() => rebuild('MARS', values => values.fill(6, 3, 4))).toThrow('Column "MARS" holds 6 in row 3')
  })

  test('that are zero throughout are not stored', () => {
    expect(source('pencon_p').every(value => value === 0)).toBe(true)
    expect(population.entities.person.columns.has('pension_contributions')).toBe(false)
  })

  test('are all columns of the file that the mapping knows, but its weight', () => {
    const stored = new Set(Object.values(population.entities).flatMap(entity => [...entity.columns.keys()]))
    const lost = mapping.targets.filter(
      ({ source: name, name: ours }) =>
        records.columns.get(name)?.some(value => value !== 0) && !stored.has(ours),
    )
    expect(lost.map(({ source: name }) => name)).toEqual(['s006'])
    const totals = ['e00200', 'e00900', 'e02100']
    expect([...records.columns.keys()].filter(name => !mapping.of(name))).toEqual(totals)
  })
})

test('a file without a needed column is refused', () => {
  const columns = new Map([...records.columns].filter(([name]) => name !== 'nu06'))
  expect(() => rebuildPopulation({ ...sampleTables(), records: { ...records, columns } }, mapping)).toThrow(
    'it has no column nu06',
  )
})

test('weights for another number of records are refused', () => {
  const weights = { ...sampleTables().weights, count: 199 }
  expect(() => rebuildPopulation({ ...sampleTables(), weights }, mapping)).toThrow(
    'weights for 199 of 200 records',
  )
})

type Change = (values: Float64Array) => unknown

/** The sample rebuilt after `change` was made to a copy of `column`, and so on. */
function rebuild(column: string, change: Change, ...more: (string | Change)[]) {
  const columns = new Map(records.columns)
  const changes = [column, change, ...more]
  for (let index = 0; index < changes.length; index += 2) {
    const values = Float64Array.from(columns.get(changes[index] as string)!)
    ;(changes[index + 1] as Change)(values)
    columns.set(changes[index] as string, values)
  }
  const changed: NumericTable = { ...records, columns }
  return rebuildPopulation({ ...sampleTables(), records: changed }, mapping)
}
