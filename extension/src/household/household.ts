/** One household as its file says it: people, who files with whom, and what is stated of them. */

export type InputValue = number | boolean | string
export type Values = Readonly<Record<string, InputValue>>
export type Role = 'head' | 'spouse' | 'dependent'
/** As household files call them. */
export type Group = 'people' | 'tax_units'

/** Where one input of one record stands. */
export interface Place {
  readonly group: Group
  readonly record: string
  readonly input: string
}

export interface Person {
  readonly name: string
  readonly role: Role
  readonly unit: string
  readonly values: Values
}

/** A tax unit and what is stated of it. */
export interface Unit {
  readonly name: string
  readonly head: string
  readonly spouse?: string
  readonly dependents: readonly string[]
  readonly values: Values
}

export interface Household {
  readonly people: readonly Person[]
  readonly units: readonly Unit[]
}

export const placeKey = ({ group, record, input }: Place) => `${group}.${record}.${input}`

export const samePlace = (a: Place, b: Place) => placeKey(a) === placeKey(b)

export const adultsOf = ({ people }: Household) => people.filter(({ role }) => role !== 'dependent')

/** What is stated at `place`; undefined where nothing is. */
export function statedAt({ people, units }: Household, { group, record, input }: Place) {
  const records: readonly { readonly name: string; readonly values: Values }[] =
    group === 'people' ? people : units
  return records.find(({ name }) => name === record)?.values[input]
}

/** A name that nobody has: `Person 3`. */
export function freeName({ people }: Household, word: string): string {
  const taken = new Set(people.map(({ name }) => name))
  for (let number = people.length + 1; ; number++)
    if (!taken.has(`${word} ${number}`)) return `${word} ${number}`
}
