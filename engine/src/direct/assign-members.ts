import { type DescribedEntity, roleInput } from './law-description.ts'
import type { Situation } from './situation.ts'
import { refuseSituation, suggestion } from './situation-error.ts'

/** Where a person belongs: the group, the place in its list, and the role if the group has roles. */
export interface Membership {
  readonly group: string
  readonly position: number
  readonly role?: string
}

/** Reads the members of each group of one kind. Everyone belongs to exactly one group. */
export function assignMembers(
  entity: DescribedEntity,
  groups: Situation[string],
  people: Situation[string],
): Map<string, Membership> {
  const memberships = new Map<string, Membership>()
  for (const [group, content] of Object.entries(groups)) {
    const place = `${entity.plural}.${group}`
    const members = listed(place, content)
    for (const [position, { person, role }] of members.entries()) {
      if (!Object.hasOwn(people, person))
        refuseSituation(place, `there is no person "${person}"`, suggestion(person, Object.keys(people)))
      const earlier = memberships.get(person)
      if (earlier)
        refuseSituation(place, `"${person}" is already in "${earlier.group}"`, 'List each person once.')
      memberships.set(person, { group, position, ...(role && { role }) })
    }
    checkRoles(place, members)
  }
  for (const person of Object.keys(people))
    if (!memberships.has(person)) {
      const remedy = `List "${person}" in one of ${entity.plural}.`
      refuseSituation(`people.${person}`, `"${person}" is in no ${entity.name}`, remedy)
    }
  return memberships

  function listed(place: string, content: Situation[string][string]): { person: string; role?: string }[] {
    if (content.members !== undefined) {
      const members = names(`${place}.members`, content.members)
      return members.map((person, i) => ({
        person,
        ...(entity.roles.length > 0 && { role: roleOf(person, i) }),
      }))
    }
    return entity.roles.flatMap(({ name, unique }) => {
      const key = unique ? name : `${name}s`
      const stated = content[key]
      if (stated === undefined || stated === null) return []
      if (unique && typeof stated !== 'string')
        refuseSituation(`${place}.${key}`, 'a name of one person is expected', `Write "${key}": "name".`)
      return names(`${place}.${key}`, stated).map(person => ({ person, role: name }))
    })
  }

  function roleOf(person: string, position: number): string {
    const stated = people[person]?.[roleInput(entity.name)]
    if (typeof stated === 'string') return stated
    return (position === 0 ? entity.roles[0] : entity.roles.at(-1))!.name
  }

  function checkRoles(place: string, members: { role?: string }[]) {
    if (members.length === 0) refuseSituation(place, 'it has no members', 'List its members or leave it out.')
    for (const [i, { name, unique }] of entity.roles.entries()) {
      const count = members.filter(m => m.role === name).length
      if (unique && count > 1)
        refuseSituation(place, `it has ${count} members as ${name}`, `Name one ${name}.`)
      if (i === 0 && count === 0) refuseSituation(place, `it has no ${name}`, `Name one person as "${name}".`)
    }
  }
}

function names(place: string, value: unknown): readonly string[] {
  const list = typeof value === 'string' ? [value] : value
  if (!Array.isArray(list) || !list.every(v => typeof v === 'string'))
    refuseSituation(place, 'a list of names is expected', 'Write ["name", …].')
  return list
}
