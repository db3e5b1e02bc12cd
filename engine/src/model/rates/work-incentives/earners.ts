/**
 * Heads and spouses with earnings, and a population in which each of them stands in a copy of their tax unit, so that
 * one run answers what would happen if any one of them earned more, or nothing.
 */
import type { Population } from '../../../backends/backend.ts'
import { type EntityName, taxUnitRoles } from '../../../datasets/index.ts'
import type { Program } from '../../../program/index.ts'
import type { CompiledPopulation } from '../../open-population.ts'
import type { RatePerson } from '../rate-calculator.ts'
import { withoutEarnings, withTheMove } from './earner-program.ts'

export const earnerRoles: readonly RatePerson[] = ['head', 'spouse']

/** In the order of the population's persons. */
export interface Earners {
  readonly count: number
  /** Rows of the population. */
  readonly persons: Int32Array
  readonly taxUnits: Int32Array
  /** Position in `earnerRoles`. */
  readonly roles: Int32Array
  /** Gross earnings: what is above 0 among their incomes from work. */
  readonly earnings: Float64Array
  readonly weights: Float64Array
}

/** `inputs` are the law's incomes from work. */
export function findEarners(population: CompiledPopulation, inputs: readonly string[]): Earners {
  const { relations, weight } = population.dataset
  const amounts = inputs.map(name => population.column('person', name))
  const gross = weight.person.map((_, person) =>
    amounts.reduce((sum, column) => sum + Math.max(0, column?.[person] ?? 0), 0),
  )
  const roles = population.column('person', 'tax_unit_role')!
  const roleOf = (person: number) => earnerRoles.indexOf(taxUnitRoles[roles[person]!] as RatePerson)
  const persons = relations['person.tax_unit']
    .map((_, person) => person)
    .filter(person => gross[person]! > 0 && roleOf(person) >= 0)
  return {
    count: persons.length,
    persons,
    taxUnits: persons.map(person => relations['person.tax_unit'][person]!),
    roles: persons.map(roleOf),
    earnings: gather(gross, persons),
    weights: gather(weight.person, persons),
  }
}

/** What `program` reads of the copies: one tax unit and household for each earner. */
export function earnerPopulation(
  population: CompiledPopulation,
  earners: Earners,
  program: Program,
  inputs: readonly string[],
): Population {
  const { relations } = population.dataset
  const rows = copiedPersons(relations['person.tax_unit'], earners)
  const households = earners.taxUnits.map(unit => relations['tax_unit.household'][unit]!)
  const own = ownColumns(population, earners, rows, inputs)
  const read = program.nodes.filter(({ op }) => op === 'input')
  const entity = (of: EntityName, from: Int32Array) => {
    const columns = read.flatMap(({ entity: belongs, name }): [string, Float64Array][] => {
      if (belongs !== of) return []
      const made = own.get(name!)
      if (made) return [[name!, made]]
      const values = population.column(of, name!)
      return values ? [[name!, gather(values, from)]] : []
    })
    return { count: from.length, columns: new Map(columns) }
  }
  return {
    entities: {
      person: entity('person', rows.persons),
      tax_unit: entity('tax_unit', earners.taxUnits),
      household: entity('household', households),
    },
    relations: {
      'person.tax_unit': rows.copies,
      'person.household': rows.copies,
      'tax_unit.household': Int32Array.from(earners.taxUnits.keys()),
    },
  }
}

function gather(values: Float64Array, rows: Int32Array): Float64Array {
  const gathered = new Float64Array(rows.length)
  for (let i = 0; i < rows.length; i++) gathered[i] = values[rows[i]!]!
  return gathered
}

/** For each person of each copy the population's row, and the copy. */
function copiedPersons(unitOf: Int32Array, { taxUnits }: Earners) {
  const first = new Int32Array(unitOf.at(-1)! + 2).fill(unitOf.length)
  for (let person = unitOf.length - 1; person >= 0; person--) first[unitOf[person]!] = person
  const count = taxUnits.reduce((sum, unit) => sum + first[unit + 1]! - first[unit]!, 0)
  const rows = { persons: new Int32Array(count), copies: new Int32Array(count) }
  let at = 0
  taxUnits.forEach((unit, copy) => {
    for (let person = first[unit]!; person < first[unit + 1]!; person++) {
      rows.persons[at] = person
      rows.copies[at++] = copy
    }
  })
  return rows
}

/** What moves in each copy: a dollar is spread over the earner's profits as their earnings are made up. */
function ownColumns(
  population: CompiledPopulation,
  earners: Earners,
  rows: ReturnType<typeof copiedPersons>,
  inputs: readonly string[],
): ReadonlyMap<string, Float64Array> {
  const isEarner = (row: number) => rows.persons[row] === earners.persons[rows.copies[row]!]
  const columns = inputs.flatMap((input): [string, Float64Array][] => {
    const amounts = population.column('person', input)
    const amount = (row: number) => amounts?.[rows.persons[row]!] ?? 0
    const each = (value: (row: number) => number) =>
      new Float64Array(rows.persons.length).map((_, row) => value(row))
    const share = (row: number) =>
      isEarner(row) ? Math.max(0, amount(row)) / earners.earnings[rows.copies[row]!]! : 0
    return [
      [withTheMove(input), each(share)],
      [withoutEarnings(input), each(row => (isEarner(row) ? Math.min(0, amount(row)) : amount(row)))],
    ]
  })
  return new Map(columns)
}
