/** The text of a household file, edited where it stands: comments, order and everything else in it stay. */
import { type Document, isMap, isScalar, parseDocument, type YAMLMap } from 'yaml'
import type { InputValue, Place, Unit } from './household.ts'
import { readHousehold } from './read-household.ts'

/** `text` with the value stated, or without it where it is undefined. The text can be read. */
export function withInput(text: string, { group, record, input }: Place, value?: InputValue): string {
  const document = parseDocument(text)
  if (group === 'tax_units') writeUnits(document, unitsOf(text))
  const held = mapAt(document, group, record)
  if (value === undefined) held.delete(input)
  else held.set(input, value)
  return write(document)
}

export function withPerson(text: string, name: string, unit: string, age: number): string {
  const document = parseDocument(text)
  const units = unitsOf(text)
  mapAt(document, 'people', name).set('age', age)
  writeUnits(
    document,
    units.map(one => (one.name === unit ? { ...one, dependents: [...one.dependents, name] } : one)),
  )
  changeMembers(document, members => [...members, name])
  return write(document)
}

export function withoutPerson(text: string, name: string): string {
  const document = parseDocument(text)
  groupAt(document, 'people').delete(keyOf(groupAt(document, 'people'), name))
  writeUnits(document, unitsOf(text).map(leave(name)).filter(isSomebody))
  changeMembers(document, members => members.filter(member => member !== name))
  return write(document)
}

export function withName(text: string, name: string, newName: string): string {
  const document = parseDocument(text)
  const pair = groupAt(document, 'people').items.find(({ key }) => textOf(key) === name)
  if (pair) pair.key = document.createNode(newName)
  const renamed = (one: string) => (one === name ? newName : one)
  writeUnits(
    document,
    unitsOf(text).map(unit => ({
      ...unit,
      head: renamed(unit.head),
      ...(unit.spouse !== undefined && { spouse: renamed(unit.spouse) }),
      dependents: unit.dependents.map(renamed),
    })),
  )
  changeMembers(document, members => members.map(renamed))
  return write(document)
}

/** `unit` undefined is one of their own. */
export function withRole(text: string, name: string, role: 'head' | 'spouse' | 'dependent', unit?: string) {
  const document = parseDocument(text)
  const units = unitsOf(text)
  const own = unit ?? name
  const others = units.map(leave(name))
  const all = unit === undefined ? [...others, { name: own, head: '', dependents: [], values: {} }] : others
  writeUnits(document, all.map(one => (one.name === own ? enter(one, name, role) : one)).filter(isSomebody))
  return write(document)
}

const unitsOf = (text: string): readonly Unit[] => {
  const read = readHousehold(text)
  return read.unreadable ? [] : read.household.units
}

/** Without the person; who is next stands at the head. */
const leave =
  (name: string) =>
  ({ head, spouse, dependents, ...unit }: Unit): Unit => {
    const left = dependents.filter(dependent => dependent !== name)
    if (spouse === name) return { ...unit, head, dependents: left }
    if (head !== name) return { ...unit, head, ...(spouse !== undefined && { spouse }), dependents: left }
    if (spouse !== undefined) return { ...unit, head: spouse, dependents: left }
    return { ...unit, head: left[0] ?? '', dependents: left.slice(1) }
  }

/** With the person in `role`; who had it before is the other adult, or a dependent. */
function enter({ head, spouse, dependents, ...unit }: Unit, name: string, role: string): Unit {
  const all = (people: readonly (string | undefined)[]) =>
    people.filter(one => one !== undefined && one !== '') as readonly string[]
  if (head === '') return { ...unit, head: name, dependents }
  if (role === 'dependent')
    return { ...unit, head, ...(spouse && { spouse }), dependents: [...dependents, name] }
  if (role === 'spouse') return { ...unit, head, spouse: name, dependents: all([spouse, ...dependents]) }
  return { ...unit, head: name, spouse: head, dependents: all([spouse, ...dependents]) }
}

const isSomebody = ({ head }: Unit) => head !== ''

/** Units as roles; what else is stated of them stays. */
function writeUnits(document: Document, units: readonly Unit[]): void {
  const group = groupAt(document, 'tax_units')
  const kept = new Set(units.map(({ name }) => name))
  for (const { key } of [...group.items]) if (!kept.has(textOf(key))) group.delete(key)
  for (const { name, head, spouse, dependents } of units) {
    const record = mapAt(document, 'tax_units', name)
    const isSame = sameRoles(record.toJSON(), { head, spouse, dependents })
    if (isSame) continue
    for (const role of ['members', 'head', 'spouse', 'dependents']) record.delete(role)
    const roles = {
      head,
      ...(spouse !== undefined && { spouse }),
      ...(dependents.length > 0 && { dependents }),
    }
    const pairs = (document.createNode(roles, { flow: true }) as YAMLMap).items
    record.items.unshift(...pairs)
  }
}

const sameRoles = (
  record: Readonly<Record<string, unknown>>,
  { head, spouse, dependents }: Omit<Unit, 'name' | 'values'>,
) =>
  record.head === head &&
  record.spouse === spouse &&
  record.members === undefined &&
  JSON.stringify(record.dependents ?? []) === JSON.stringify(dependents)

/** A household that is stated has everybody as its members. */
function changeMembers(document: Document, change: (members: string[]) => string[]): void {
  const households = document.get('households')
  if (!isMap(households)) return
  for (const { value } of households.items)
    if (isMap(value)) {
      const { members = [] } = value.toJSON() as { readonly members?: readonly unknown[] }
      value.set('members', document.createNode(change(members.map(String)), { flow: true }))
    }
}

function groupAt(document: Document, group: string): YAMLMap {
  const found = document.get(group)
  if (isMap(found)) return found
  const made = document.createNode({}) as YAMLMap
  document.set(group, made)
  return made
}

function mapAt(document: Document, group: string, record: string): YAMLMap {
  const records = groupAt(document, group)
  const found = records.get(keyOf(records, record))
  if (isMap(found)) return found
  const made = document.createNode({}, { flow: true }) as YAMLMap
  records.set(record, made)
  return made
}

const keyOf = (map: YAMLMap, name: string): unknown =>
  map.items.find(({ key }) => textOf(key) === name)?.key ?? name
const textOf = (key: unknown) => String(isScalar(key) ? key.value : key)
const write = (document: Document) => document.toString({ lineWidth: 110, flowCollectionPadding: true })
