/**
 * Reading a record: variables and inputs, its members, its groups, and the members who have a role.
 */
import type * as t from '@babel/types'
import { roleInput } from '../direct/law-description.ts'
import { nearestNames } from '../errors/index.ts'
import { callFunction } from './call-function.ts'
import { resultOf } from './function-syntax.ts'
import type { LiftContext } from './lift-context.ts'
import { toCategory, toCondition, toNumber } from './node-type.ts'
import { Abandon } from './problem-list.ts'
import type { VariableDefinition } from './read-definitions.ts'
import { Scope } from './scope.ts'
import type { NodeValue, RecordValue, Value } from './value.ts'

export function readRecord(
  ctx: LiftContext,
  record: RecordValue,
  name: string,
  scope: Scope,
  at: t.Node,
): Value {
  const { entity, frame, role } = record
  const variable = ctx.definitions.variables.get(name)
  if (variable?.entity === entity) {
    const node = readVariable(ctx, variable, scope, at)
    return role ? ofRole(ctx, record, node, scope, at) : node.frame === null ? node : { ...node, frame }
  }
  const { groups, roles } = ctx.definitions.entities.get(entity)!
  const group = ctx.definitions.entities.get(name)
  if (role === undefined) {
    if (Object.hasOwn(groups, name)) return { kind: 'members', entity: groups[name]!, group: frame }
    if (roles.some(r => r.unique && r.name === name))
      return { kind: 'record', entity: Object.values(groups)[0]!, frame, role: name }
    if (group && Object.values(group.groups).includes(entity))
      return { kind: 'record', entity: name, frame: frame.up(name) }
  } else if (Object.hasOwn(groups, name) || group) {
    const problem = `"${name}" is read through the ${role} of a ${frame.entity}`
    return ctx.fail('E_LAW_SYNTAX', scope, at, problem, `Read it from the ${frame.entity} itself.`)
  }
  return failUnknown(ctx, record, name, variable, scope, at)
}

function failUnknown(
  ctx: LiftContext,
  { entity }: RecordValue,
  name: string,
  variable: VariableDefinition | undefined,
  scope: Scope,
  at: t.Node,
): never {
  if (variable) {
    const remedy = `Read it from a ${variable.entity}, or sum it over members.`
    return ctx.fail(
      'E_LAW_NAME',
      scope,
      at,
      `"${name}" belongs to a ${variable.entity}, not to a ${entity}`,
      remedy,
    )
  }
  const own = [...ctx.definitions.variables.values()].filter(v => v.entity === entity).map(v => v.name)
  const { groups, roles } = ctx.definitions.entities.get(entity)!
  const near = nearestNames(name, [...own, ...Object.keys(groups), ...roles.map(r => r.name)])
  const remedy = near.length > 0 ? `Did you mean ${near.join(', ')}?` : 'Define it as an input or a variable.'
  return ctx.fail('E_LAW_NAME', scope, at, `a ${entity} has no "${name}"`, remedy)
}

/** The node of a variable, lifted when it is first read. Its frame is that of any record: callers set it. */
export function readVariable(
  ctx: LiftContext,
  variable: VariableDefinition,
  scope: Scope,
  at: t.Node,
): NodeValue {
  const { name } = variable
  const known = ctx.variables.get(name)
  if (known === 'bad') throw new Abandon()
  if (known) return known
  if (ctx.variables.has(name)) {
    const open = [...ctx.variables].filter(([, v]) => v === undefined).map(([n]) => n)
    const lifting = open.slice(open.indexOf(name))
    const cycle = [...lifting, name].join(' → ')
    const problem = `"${name}" depends on itself: ${cycle}`
    const remedy = 'Break the cycle in one of these formulas.'
    const reformed = lifting.map(n => ctx.definitions.variables.get(n)!).find(v => v.module.formula)
    return reformed
      ? ctx.fail('E_LAW_CYCLE', Scope.ofModule(reformed.module), reformed.node, problem, remedy)
      : ctx.fail('E_LAW_CYCLE', scope, at, problem, remedy)
  }
  ctx.variables.set(name, undefined)
  let value: NodeValue | 'bad' = 'bad'
  const around = { variable: ctx.variable, calls: ctx.calls.splice(0) }
  ctx.variable = variable
  try {
    value = ctx.problems.recover<NodeValue | 'bad'>(() => liftVariable(ctx, variable), 'bad')
    if (value === 'bad') throw new Abandon()
    return value
  } finally {
    ctx.variables.set(name, value)
    ctx.variable = around.variable
    ctx.calls.push(...around.calls)
    ctx.enter(scope, at)
  }
}

function liftVariable(ctx: LiftContext, variable: VariableDefinition): NodeValue {
  const { name, entity, type, formula, module, node } = variable
  const domain = ctx.definitions.enums.has(type) ? type : undefined
  const scope = Scope.ofModule(module)
  ctx.enter(scope, node)
  const frame = ctx.frameOf(entity)
  if (!formula) {
    const valueType = domain ? 'category' : type === 'bool' ? 'bool' : 'number'
    return { kind: 'node', node: ctx.builder.input(entity, name, valueType, domain), frame }
  }
  const record: RecordValue = { kind: 'record', entity, frame }
  const law: Value = { kind: 'parameters', path: '', shape: ctx.parameters }
  const result = callFunction(
    ctx,
    { kind: 'function', syntax: formula, scope },
    [record, law],
    scope,
    formula,
  )
  const at = resultOf(formula)
  const value = domain
    ? toCategory(ctx, result, domain, scope, at)
    : type === 'bool'
      ? toCondition(ctx, result, scope, at)
      : toNumber(ctx, result, scope, at)
  return ctx.lower(value, frame, scope, at)
}

/** The value of the member with a role: 0, false or the first category where nobody has it. */
function ofRole(
  ctx: LiftContext,
  record: RecordValue,
  value: NodeValue,
  scope: Scope,
  at: t.Node,
): NodeValue {
  const { frame: group, entity, role } = record
  const members = group.members(entity)
  const roleVariable = ctx.definitions.variables.get(roleInput(group.entity))!
  const roleNode = { ...readVariable(ctx, roleVariable, scope, at), frame: members }
  const condition = ctx.apply('equal', scope, at, roleNode, ctx.category(roleVariable.type, role!))
  const { type, domain } = ctx.typeOf(value)
  const own: NodeValue = { ...value, frame: value.frame && members }
  const pick = (number: NodeValue) => {
    const only = ctx.apply('select', scope, at, condition, number, ctx.constant(0))
    return ctx.overMembers('sum_members', only, members, group)
  }
  if (type === 'number') return pick(own)
  if (type === 'bool')
    return ctx.apply('less', scope, at, ctx.constant(0), pick(ctx.apply('indicator', scope, at, own)))
  const indices = ctx.definitions.enums.get(domain!)!.values.map((_, i) => i)
  const index = ctx.apply('gather', scope, at, own, ...indices.map(i => ctx.constant(i)))
  const categories = indices.map(i => ctx.constant(i, 'category', domain))
  return ctx.apply('gather', scope, at, pick(index), ...categories)
}
