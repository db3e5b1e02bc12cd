/**
 * States what a situation leaves unsaid, by the law's rules for that: ages of adults, filing status, counts of children.
 * What was filled in is reported, so that nobody takes it for an answer.
 */
import { type ArrangedSituation, type LawDescription, relationName, roleInput } from '../direct/index.ts'
import type { ArrangedEntity, SituationValue } from '../direct/situation.ts'
import type { DefaultRule, SituationRules } from './situation-rules.ts'

export interface Assumption {
  /** E.g. `tax_units.ann.filing_status`. */
  readonly place: string
  readonly entity: string
  readonly record: string
  readonly variable: string
  readonly value: SituationValue
}

export interface FilledSituation {
  readonly situation: ArrangedSituation
  readonly assumptions: readonly Assumption[]
}

/** The input by which rules count members. */
export const countedBy = 'age'

export function fillSituation(
  law: LawDescription,
  situation: ArrangedSituation,
  rules: SituationRules,
): FilledSituation {
  const assumptions: Assumption[] = []
  const entities = new Map(
    [...situation.entities].map(([entity, rows]): [string, ArrangedEntity] => [
      entity,
      { names: rows.names, inputs: rows.inputs.map(own => new Map(own)) },
    ]),
  )
  for (const [variable, choices] of Object.entries(rules.defaults)) {
    const { entity } = law.variables.get(variable)!
    const { plural } = law.entities.get(entity)!
    const { names, inputs } = entities.get(entity)!
    names.forEach((record, row) => {
      const own = inputs[row] as Map<string, SituationValue>
      if (own.has(variable)) return
      const value = firstOf(choices, entity, row)
      if (value === undefined) return
      own.set(variable, value)
      assumptions.push({ place: `${plural}.${record}.${variable}`, entity, record, variable, value })
    })
  }
  return { situation: { ...situation, entities }, assumptions }

  function firstOf(choices: readonly DefaultRule[], entity: string, row: number): SituationValue | undefined {
    const rule = choices.find(choice => holds(choice, entity, row))
    if (!rule?.count) return rule?.value
    const { roles, from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY } = rule.count
    const counted = members(entity, row).filter(member => {
      const age = Number(member.get(countedBy) ?? 0)
      return roles.includes(roleOf(member, entity)) && age >= from && age <= to
    }).length
    return rule.values ? rule.values[Math.min(counted, rule.values.length - 1)] : counted
  }

  function holds(rule: DefaultRule, entity: string, row: number): boolean {
    if (rule.with) return members(entity, row).some(member => roleOf(member, entity) === rule.with)
    if (!rule.role) return true
    const own = entities.get(entity)!.inputs[row]!
    return [...law.entities.values()].some(group => roleOf(own, group.name) === rule.role)
  }

  function members(group: string, row: number) {
    const [member] = Object.values(law.entities.get(group)!.groups)
    const relation = situation.relations.get(relationName(member!, group))!
    return entities.get(member!)!.inputs.filter((_, i) => relation[i] === row)
  }
}

function roleOf(member: ReadonlyMap<string, SituationValue>, group: string): string {
  return String(member.get(roleInput(group)) ?? '')
}
