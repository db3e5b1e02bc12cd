/** Reads a household file as far as the panel can show and change it. */
import { parseDocument } from 'yaml'
import type { Household, InputValue, Person, Role, Unit, Values } from './household.ts'

/** Why the panel cannot show a file, which the engine may well compute. */
export type Unreadable =
  | { readonly reason: 'syntax'; readonly message: string; readonly line?: number; readonly column?: number }
  | { readonly reason: 'shape' | 'people' | 'households' | 'axes' }

export type ReadHousehold =
  | { readonly household: Household; readonly situation: Situation; readonly unreadable?: undefined }
  | { readonly unreadable: Unreadable }

/** As the file has it and the engine takes it. */
export type Situation = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>

/** The name of the tax unit of a file that has none. */
export const ONLY_UNIT = 'tax_unit'
const ROLES = ['head', 'spouse', 'dependents', 'members']

export function readHousehold(text: string): ReadHousehold {
  const document = parseDocument(text)
  const [error] = document.errors
  if (error) {
    const at = error.linePos?.[0]
    const message = error.message.split('\n')[0]!.replace(/ at line .*$/, '')
    return {
      unreadable: { reason: 'syntax', message, ...(at && { line: at.line, column: at.col }) },
    }
  }
  const situation: unknown = document.toJS()
  if (situation === null) return { unreadable: { reason: 'people' } }
  if (!isObject(situation)) return { unreadable: { reason: 'shape' } }
  if ('axes' in situation) return { unreadable: { reason: 'axes' } }
  if (!Object.values(situation).every(group => isObject(group) && Object.values(group).every(isObject)))
    return { unreadable: { reason: 'shape' } }
  return read(situation as Situation)
}

function read(situation: Situation): ReadHousehold {
  const { people = {}, households = {} } = situation
  const names = Object.keys(people)
  if (names.length === 0) return { unreadable: { reason: 'people' } }
  if (Object.keys(households).length > 1) return { unreadable: { reason: 'households' } }
  const stated = situation.tax_units ?? { [ONLY_UNIT]: { members: names } }
  const units = Object.entries(stated).map(([name, record]) => readUnit(name, record))
  const placed = new Map(units.flatMap(unit => rolesIn(unit)))
  if (names.some(name => !placed.has(name)) || placed.size !== names.length)
    return { unreadable: { reason: 'shape' } }
  const persons = names.map(
    (name): Person => ({ name, ...placed.get(name)!, values: valuesOf(people[name]!, []) }),
  )
  return { household: { people: persons, units }, situation: { ...situation, tax_units: stated } }
}

function readUnit(name: string, record: Readonly<Record<string, unknown>>): Unit {
  const members = namesIn(record.members)
  const [head = ''] = [...namesIn(record.head), ...members]
  const [spouse] = namesIn(record.spouse)
  const others = members.filter(member => member !== head && member !== spouse)
  const dependents = [...new Set([...namesIn(record.dependents), ...others])]
  return { name, head, ...(spouse !== undefined && { spouse }), dependents, values: valuesOf(record, ROLES) }
}

const rolesIn = ({ name, head, spouse, dependents }: Unit) =>
  [
    [head, 'head'],
    ...(spouse === undefined ? [] : [[spouse, 'spouse']]),
    ...dependents.map(dependent => [dependent, 'dependent']),
  ].map(([person, role]) => [person!, { role: role as Role, unit: name }] as const)

/** What is stated; `null` asks for a variable and states nothing. */
function valuesOf(record: Readonly<Record<string, unknown>>, apart: readonly string[]): Values {
  const stated = Object.entries(record).filter(
    ([name, value]) => !apart.includes(name) && ['number', 'boolean', 'string'].includes(typeof value),
  )
  return Object.fromEntries(stated) as Readonly<Record<string, InputValue>>
}

const namesIn = (value: unknown): string[] =>
  value === undefined || value === null ? [] : (Array.isArray(value) ? value : [value]).map(String)

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The situation with another value at one place. */
export function situationWith(
  situation: Situation,
  { group, record, input }: { readonly group: string; readonly record: string; readonly input: string },
  value: unknown,
): Situation {
  const records = situation[group] ?? {}
  return { ...situation, [group]: { ...records, [record]: { ...records[record], [input]: value } } }
}
