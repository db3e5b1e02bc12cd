/** One person for each exemption of a tax unit: the head, the spouse of a joint return, dependents for the rest. */
import { taxUnitRoles } from '../dataset.ts'
import { type NumericTable, readColumn } from '../read-numeric-csv.ts'
import { dependentAges, type UnitCounts } from './dependent-ages.ts'

export interface People {
  /** Row of each person's tax unit. */
  readonly unit: Int32Array
  /** Index in `taxUnitRoles`. */
  readonly role: Float64Array
  /** Years; 0 also where the file does not know it. */
  readonly age: Float64Array
}

export const role = {
  head: taxUnitRoles.indexOf('head'),
  spouse: taxUnitRoles.indexOf('spouse'),
  dependent: taxUnitRoles.indexOf('dependent'),
}

const jointReturn = 2

const countColumns: Readonly<Record<keyof Omit<UnitCounts, 'ageSpouse'>, string>> = {
  recordId: 'RECID',
  ageHead: 'age_head',
  people: 'XTOT',
  under18: 'nu18',
  from18to20: 'n1820',
  over20: 'n21',
  under6: 'nu06',
  under13: 'nu13',
  under17: 'n24',
  eitcChildren: 'EIC',
  dependentsOver64: 'elderly_dependents',
}

/** Persons in the order of their units; in a unit the head, the spouse, dependents from the oldest to the youngest. */
export function listPeople(records: NumericTable): People {
  const keys = Object.keys(countColumns) as (keyof typeof countColumns)[]
  const counts = keys.map(key => [key, readColumn(records, countColumns[key])] as const)
  const status = readColumn(records, 'MARS')
  const spouseAge = readColumn(records, 'age_spouse')
  const unit: number[] = []
  const roles: number[] = []
  const ages: number[] = []
  const add = (row: number, as: number, age: number) => {
    unit.push(row)
    roles.push(as)
    ages.push(age)
  }
  for (let row = 0; row < records.count; row++) {
    const known = Object.fromEntries(counts.map(([key, column]) => [key, column[row]!])) as Record<
      keyof typeof countColumns,
      number
    >
    const ageSpouse = status[row] === jointReturn ? spouseAge[row]! : undefined
    add(row, role.head, known.ageHead)
    if (ageSpouse !== undefined) add(row, role.spouse, ageSpouse)
    for (const age of dependentAges({ ...known, ageSpouse })) add(row, role.dependent, age)
  }
  return { unit: Int32Array.from(unit), role: Float64Array.from(roles), age: Float64Array.from(ages) }
}
