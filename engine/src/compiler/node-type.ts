/**
 * Turns values into nodes of the type that a place needs, or reports what is wrong and the way out.
 */
import type * as t from '@babel/types'
import { nearestNames } from '../errors/index.ts'
import type { LiftContext, NodeType } from './lift-context.ts'
import { Abandon } from './problem-list.ts'
import type { Scope } from './scope.ts'
import type { NodeValue, Value } from './value.ts'

export function toNumber(ctx: LiftContext, value: Value, scope: Scope, at: t.Node): NodeValue {
  const node = toNode(ctx, value, scope, at)
  const { type } = ctx.typeOf(node)
  if (type === 'number') return node
  const remedy =
    type === 'bool' ? 'Write Number(condition), or condition ? a : b.' : "Compare it: status === 'joint'."
  return ctx.fail('E_LAW_TYPE', scope, at, `a number is needed, but this is ${describe(ctx, node)}`, remedy)
}

export function toCondition(ctx: LiftContext, value: Value, scope: Scope, at: t.Node): NodeValue {
  const node = toNode(ctx, value, scope, at)
  const { type } = ctx.typeOf(node)
  if (type === 'bool') return node
  const remedy = type === 'number' ? 'Compare it, e.g. x > 0.' : "Compare it: status === 'joint'."
  return ctx.fail(
    'E_LAW_TYPE',
    scope,
    at,
    `a condition is needed, but this is ${describe(ctx, node)}`,
    remedy,
  )
}

/** A value of `domain`; text becomes one. */
export function toCategory(
  ctx: LiftContext,
  value: Value,
  domain: string,
  scope: Scope,
  at: t.Node,
): NodeValue {
  if (value.kind === 'text') {
    const { values } = ctx.definitions.enums.get(domain)!
    if (values.includes(value.text)) return ctx.category(domain, value.text)
    const near = nearestNames(value.text, values)
    const remedy = `Use one of ${(near.length > 0 ? near : values).join(', ')}.`
    return ctx.fail('E_LAW_TYPE', scope, at, `"${value.text}" is not a value of ${domain}`, remedy)
  }
  if (value.kind === 'choice' && value.options.every(isText))
    return value.pick(value.options.map(option => toCategory(ctx, option, domain, scope, at)))
  const node = toNode(ctx, value, scope, at)
  if (ctx.typeOf(node).domain === domain) return node
  const problem = `a value of ${domain} is needed, but this is ${describe(ctx, node)}`
  return ctx.fail('E_LAW_TYPE', scope, at, problem, `Give a variable or a value of ${domain}.`)
}

const isText = (value: Value): boolean =>
  value.kind === 'text' || (value.kind === 'choice' && value.options.every(isText))

/** A value that is a node already. */
export function toNode(ctx: LiftContext, value: Value, scope: Scope, at: t.Node): NodeValue {
  if (value.kind === 'node') return value
  if (value.kind === 'bad') throw new Abandon()
  const remedies: Partial<Record<Value['kind'], string>> = {
    parameters: value.kind === 'parameters' ? `Read one of its parts: ${partsOf(value.shape.children)}.` : '',
    text: 'Compare text with a category, or use it as one.',
    record: 'Read one of its variables.',
    members: 'Sum or count over them: .sum(m => m.x).',
    object: 'Read one of its fields.',
    function: 'Call it.',
    unset: 'Assign it on every path before it is read.',
  }
  const remedy = remedies[value.kind] ?? 'Read a single value of it.'
  return ctx.fail('E_LAW_TYPE', scope, at, `a value is needed, but this is ${describe(ctx, value)}`, remedy)
}

export function describe(ctx: LiftContext, value: Value): string {
  switch (value.kind) {
    case 'node':
      return describeType(ctx.typeOf(value))
    case 'text':
      return `the text "${value.text}"`
    case 'parameters':
      return value.path ? `the group of parameters ${value.path}` : 'the whole law'
    case 'record':
      return `a ${value.entity}`
    case 'members':
      return `the members of a ${value.group.entity}`
    case 'object':
      return 'an object'
    case 'function':
      return 'a function'
    case 'choice':
      return 'one of several groups'
    case 'unset':
      return 'a name without a value on some path'
    case 'bad':
      return 'a mistake'
  }
}

export function describeType({ type, domain }: NodeType): string {
  if (type === 'category') return `a value of ${domain}`
  return type === 'bool' ? 'a condition' : 'a number'
}

const partsOf = (children: ReadonlyMap<string, unknown>) => [...children.keys()].slice(0, 6).join(', ')
