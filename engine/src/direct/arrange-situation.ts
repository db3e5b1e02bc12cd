/**
 * Reads a situation: checks every name and value, and puts its people and groups in rows.
 *
 * All mistakes are E_SITUATION, which names the place. The first one is reported.
 */
import { assignMembers, type Membership } from './assign-members.ts'
import { type DescribedEntity, type LawDescription, relationName, roleInput } from './law-description.ts'
import { readValue } from './read-value.ts'
import type { ArrangedEntity, ArrangedSituation, Situation, SituationValue } from './situation.ts'
import { refuseSituation, suggestion } from './situation-error.ts'

export function arrangeSituation(law: LawDescription, situation: Situation): ArrangedSituation {
  const entities = [...law.entities.values()]
  checkShape(entities, situation)
  const person = entities.find(e => Object.keys(e.groups).length === 0)!
  const groups = entities.filter(e => e !== person).sort((a, b) => depth(b) - depth(a))
  const people = situation[person.plural] ?? {}
  if (Object.keys(people).length === 0)
    refuseSituation(person.plural, 'nobody is described', `Describe at least one of ${person.plural}.`)
  const contents = new Map(
    groups.map(g => [g, situation[g.plural] ?? { [g.name]: { members: Object.keys(people) } }]),
  )
  const memberships = groups.map(g => assignMembers(g, contents.get(g)!, people))
  const asked = new Set<string>()

  const order = Object.keys(people).sort((a, b) => compareBy(memberships, contents, groups, a, b))
  const rows = new Map<string, ArrangedEntity>()
  const relations = new Map<string, Int32Array>()
  const roles = (name: string) =>
    groups.flatMap((g, i) =>
      g.roles.length > 0 ? [[roleInput(g.name), memberships[i]!.get(name)!.role!]] : [],
    )
  rows.set(person.name, {
    names: order,
    inputs: order.map(name => new Map([...inputs(person, name, people[name]!), ...(roles(name) as [])])),
  })

  groups.forEach((group, i) => {
    const names = [...new Set(order.map(p => memberships[i]!.get(p)!.group))]
    rows.set(group.name, { names, inputs: names.map(n => inputs(group, n, contents.get(group)![n]!)) })
    const row = new Map(names.map((name, r) => [name, r]))
    const ofPerson = Int32Array.from(order, p => row.get(memberships[i]!.get(p)!.group)!)
    relations.set(relationName(person.name, group.name), ofPerson)
  })
  for (const group of groups)
    for (const member of Object.values(group.groups))
      if (member !== person.name) relations.set(relationName(member, group.name), nested(member, group))
  return { entities: rows, relations, asked: [...asked] }

  function nested(member: string, group: DescribedEntity): Int32Array {
    const inner = relations.get(relationName(person.name, member))!
    const outer = relations.get(relationName(person.name, group.name))!
    const { names } = rows.get(member)!
    const result = new Int32Array(names.length).fill(-1)
    inner.forEach((m, p) => {
      if (result[m] === -1) result[m] = outer[p]!
      else if (result[m] !== outer[p]) {
        const place = `${law.entities.get(member)!.plural}.${names[m]}`
        refuseSituation(
          place,
          `its members live in several ${group.plural}`,
          `Put them in one ${group.name}.`,
        )
      }
    })
    return result
  }

  function depth(entity: DescribedEntity): number {
    const members = Object.values(entity.groups).map(name => depth(law.entities.get(name)!))
    return 1 + Math.max(0, ...members)
  }

  function inputs(entity: DescribedEntity, name: string, content: Situation[string][string]) {
    const own = new Map<string, SituationValue>()
    for (const [key, value] of Object.entries(content)) {
      const isList = entity.roles.some(r => key === (r.unique ? r.name : `${r.name}s`)) || key === 'members'
      if (isList && entity !== person) continue
      const place = `${entity.plural}.${name}.${key}`
      if (value === null && law.variables.has(key)) asked.add(key)
      else own.set(key, readValue(law, entity, key, value, place))
    }
    return own
  }
}

function checkShape(entities: DescribedEntity[], situation: Situation) {
  if (typeof situation !== 'object' || situation === null || Array.isArray(situation))
    refuseSituation('its top', 'an object is expected', 'Write { "people": { … }, … }.')
  const plurals = entities.map(e => e.plural)
  for (const [plural, records] of Object.entries(situation)) {
    if (!plurals.includes(plural))
      refuseSituation(plural, `there is no entity "${plural}"`, suggestion(plural, plurals))
    for (const [place, value] of [[plural, records], ...Object.entries(records ?? {})] as [string, unknown][])
      if (typeof value !== 'object' || value === null || Array.isArray(value))
        refuseSituation(place, 'an object is expected', 'Write { "name": { … } }.')
  }
}

function compareBy(
  memberships: Map<string, Membership>[],
  contents: ReadonlyMap<DescribedEntity, Situation[string]>,
  groups: DescribedEntity[],
  a: string,
  b: string,
): number {
  for (const [i, group] of groups.entries()) {
    const [x, y] = [memberships[i]!.get(a)!, memberships[i]!.get(b)!]
    const names = Object.keys(contents.get(group)!)
    if (x.group !== y.group) return names.indexOf(x.group) - names.indexOf(y.group)
    if (i === groups.length - 1) return x.position - y.position
  }
  return 0
}
