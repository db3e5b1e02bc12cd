/**
 * Runs the law's own functions, as plain JavaScript, on one situation: the meaning every back-end is tested against.
 *
 * A variable is computed when it is first read and then kept. Nothing here reads the law's syntax.
 */
import type { Members } from '@reformlab/law/language'
import { ReformlabError } from '../errors/index.ts'
import { arrangeSituation } from './arrange-situation.ts'
import { type DescribedEntity, relationName, roleInput } from './law-description.ts'
import type { LoadedLaw, LoadedVariable } from './load-law.ts'
import type { Situation, SituationValue } from './situation.ts'

/** A record as a formula sees it. Reading a name the law does not define throws E_LAW_RUN. */
// biome-ignore lint/suspicious/noExplicitAny: the properties of a record are the law's
export type DirectRecord = Readonly<Record<string, any>>

/** Records by the plural of their entity and their name: `records.tax_units.family.income_tax`. */
export type DirectRecords = Readonly<Record<string, Readonly<Record<string, DirectRecord>>>>

/** Records of `situation` under `law` parameters as made by `lawObject`. Lazy: reading a variable computes it. */
export function runDirectly(loaded: LoadedLaw, law: object, situation: Situation): DirectRecords {
  const arranged = arrangeSituation(loaded, situation)
  const running: string[] = []
  const kinds = new Map([...loaded.entities.values()].map(e => [e.name, prototypeOf(e)]))
  const rows = new Map<string, DirectRecord[]>()
  for (const [entity, { inputs }] of arranged.entities)
    rows.set(
      entity,
      inputs.map((own, row) => record(entity, row, new Map(own))),
    )
  const absent = new Map([...kinds.keys()].map(entity => [entity, record(entity, -1, new Map())]))

  return Object.fromEntries(
    [...loaded.entities.values()].map(({ name, plural }) => [
      plural,
      Object.fromEntries(arranged.entities.get(name)!.names.map((n, i) => [n, rows.get(name)![i]!])),
    ]),
  )

  function record(entity: string, row: number, values: Map<string, unknown>): DirectRecord {
    return Object.create(kinds.get(entity)!, { row: { value: row }, values: { value: values } })
  }

  function prototypeOf(entity: DescribedEntity): object {
    const prototype = Object.create(unknownNames(entity.name))
    const define = (name: string, read: (self: Self) => unknown) =>
      Object.defineProperty(prototype, name, {
        get(this: Self) {
          if (!this.values.has(name)) this.values.set(name, read(this))
          return this.values.get(name)
        },
      })
    for (const [name, variable] of loaded.variables)
      if (variable.entity === entity.name)
        define(name, self =>
          self.row < 0 || !variable.formula ? nothing(variable) : compute(name, variable, self),
        )
    for (const [property, member] of Object.entries(entity.groups))
      define(property, self => members(membersOf(member, entity.name, self.row)))
    for (const { name } of entity.roles.filter(r => r.unique)) {
      const member = Object.values(entity.groups)[0]!
      define(name, self => {
        const people = membersOf(member, entity.name, self.row)
        return people.find(p => p[roleInput(entity.name)] === name) ?? absent.get(member)
      })
    }
    for (const group of loaded.entities.values())
      if (Object.values(group.groups).includes(entity.name)) {
        const relation = relationName(entity.name, group.name)
        define(group.name, ({ row }) =>
          row < 0 ? absent.get(group.name) : rows.get(group.name)![arranged.relations.get(relation)![row]!],
        )
      }
    return prototype
  }

  function membersOf(member: string, group: string, row: number): DirectRecord[] {
    const relation = arranged.relations.get(relationName(member, group))!
    return rows.get(member)!.filter((_, i) => relation[i] === row)
  }

  function compute(name: string, { formula }: LoadedVariable, self: Self): unknown {
    const place = `${name} #${self.row}`
    if (running.includes(place)) {
      const cycle = [...running.slice(running.indexOf(place)), place].map(p => p.replace(/ .*/, ''))
      const problem = `variables depend on each other: ${cycle.join(' → ')}`
      throw new ReformlabError('E_LAW_RUN', { problem, remedy: 'Break the cycle in one of these formulas.' })
    }
    running.push(place)
    try {
      return formula!(self as never, law as never)
    } finally {
      running.pop()
    }
  }

  /** What is read of an input that is not stated, and of someone who is not there. */
  function nothing({ type }: LoadedVariable): SituationValue {
    if (type === 'bool') return false
    return loaded.enums.get(type)?.values[0] ?? 0
  }
}

interface Self {
  readonly row: number
  readonly values: Map<string, unknown>
}

function members(list: DirectRecord[]): Members<DirectRecord> {
  return {
    sum: value => list.reduce((total, m) => total + value(m), 0),
    count: condition => list.filter(condition).length,
    any: condition => list.some(condition),
    all: condition => list.every(condition),
    max: value => list.reduce((most, m) => Math.max(most, value(m)), Number.NEGATIVE_INFINITY),
    min: value => list.reduce((least, m) => Math.min(least, value(m)), Number.POSITIVE_INFINITY),
  }
}

/** The end of a record's prototype chain: makes a misspelt name an error where plain JavaScript answers undefined. */
function unknownNames(entity: string): object {
  return new Proxy(Object.create(null), {
    get(_, name) {
      if (typeof name === 'symbol' || ['then', 'toJSON', 'constructor', 'asymmetricMatch'].includes(name))
        return undefined
      const problem = `a formula reads "${name}", which a ${entity} does not have`
      throw new ReformlabError('E_LAW_RUN', {
        problem,
        remedy: 'Correct the name, or list its module in law/us/index.ts.',
      })
    },
  })
}
