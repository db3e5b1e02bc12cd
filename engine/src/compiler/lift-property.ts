/**
 * `object.name` and `object[key]`.
 */
import type * as t from '@babel/types'
import { nearestNames } from '../errors/index.ts'
import type { ParameterShape } from '../parameters/parameter-shape.ts'
import { choose } from './choose.ts'
import type { LiftContext } from './lift-context.ts'
import { readRecord } from './lift-record.ts'
import { describe, toCategory, toNode } from './node-type.ts'
import { Abandon } from './problem-list.ts'
import type { Scope } from './scope.ts'
import type { NodeValue, ParametersValue, Value } from './value.ts'

export function liftProperty(ctx: LiftContext, object: Value, name: string, scope: Scope, at: t.Node): Value {
  switch (object.kind) {
    case 'record':
      return readRecord(ctx, object, name, scope, at)
    case 'parameters':
      if (name === 'length' && object.shape.numbered) return lengthOf(ctx, object)
      return parameter(ctx, object, name, scope, at)
    case 'object': {
      const field = object.fields.get(name)
      if (field) return field
      return ctx.fail(
        'E_LAW_NAME',
        scope,
        at,
        `there is no field "${name}"`,
        hint(name, object.fields.keys()),
      )
    }
    case 'choice': {
      ctx.enter(scope, at)
      const options = object.options.map(o => liftProperty(ctx, o, name, scope, at))
      return choose(ctx, options, object.pick, scope, at)
    }
    case 'bad':
      throw new Abandon()
    default: {
      const problem = `${describe(ctx, object)} has no "${name}"`
      const remedy =
        object.kind === 'members' ? 'Sum or count over them: .sum(m => m.x).' : 'Use it as it is.'
      return ctx.fail('E_LAW_TYPE', scope, at, problem, remedy)
    }
  }
}

export function liftIndex(ctx: LiftContext, object: Value, key: Value, scope: Scope, at: t.Node): Value {
  if (key.kind === 'bad' || object.kind === 'bad') throw new Abandon()
  if (object.kind === 'choice') {
    ctx.enter(scope, at)
    const options = object.options.map(o => liftIndex(ctx, o, key, scope, at))
    return choose(ctx, options, object.pick, scope, at)
  }
  if (object.kind !== 'parameters' && object.kind !== 'object')
    return ctx.fail(
      'E_LAW_TYPE',
      scope,
      at,
      `${describe(ctx, object)} cannot be indexed`,
      'Index a table of parameters.',
    )
  if (key.kind === 'text') return liftProperty(ctx, object, key.text, scope, at)
  const domain = object.kind === 'parameters' ? object.shape.domain : undefined
  const node = domain ? toCategory(ctx, key, domain, scope, at) : toNode(ctx, key, scope, at)
  const type = ctx.typeOf(node)
  const isNumbered = object.kind === 'parameters' && object.shape.numbered
  if (type.domain && !isNumbered) return byCategory(ctx, object, node, type.domain, scope, at)
  if (type.type === 'number' && isNumbered) return byNumber(ctx, object, node, scope, at)
  const wanted = isNumbered ? 'a number' : 'a category'
  const problem = `${describe(ctx, object)} is indexed by ${wanted}, not by ${describe(ctx, node)}`
  return ctx.fail('E_LAW_TYPE', scope, at, problem, `Index it by ${wanted}.`)
}

function byCategory(
  ctx: LiftContext,
  table: Value,
  key: NodeValue,
  domain: string,
  scope: Scope,
  at: t.Node,
): Value {
  const { values } = ctx.definitions.enums.get(domain)!
  const options = values.map(value => liftProperty(ctx, table, value, scope, at))
  return gather(ctx, key, options, scope, at)
}

function byNumber(ctx: LiftContext, table: ParametersValue, key: NodeValue, scope: Scope, at: t.Node): Value {
  const known = ctx.constantOf(key)
  const names = [...table.shape.children.keys()]
  if (known !== undefined) {
    if (names.includes(String(known))) return parameter(ctx, table, String(known), scope, at)
    const problem = `${table.path} has no number ${known}`
    return ctx.fail('E_LAW_NAME', scope, at, problem, `Its numbers run from 1 to ${names.length}.`)
  }
  lengthOf(ctx, table)
  const position = ctx.apply('subtract', scope, at, key, ctx.constant(1))
  const options = names.map(name => parameter(ctx, table, name, scope, at))
  return gather(ctx, position, options, scope, at)
}

function gather(
  ctx: LiftContext,
  key: NodeValue,
  options: readonly Value[],
  scope: Scope,
  at: t.Node,
): Value {
  const known = ctx.constantOf(key)
  if (known !== undefined) return options[known]!
  return choose(ctx, options, cases => ctx.apply('gather', scope, at, key, ...cases), scope, at)
}

/** How many there are: steers the shape of the program, hence a guard. */
function lengthOf(ctx: LiftContext, { path, shape }: ParametersValue): NodeValue {
  const name = `${path}.length`
  ctx.guards.set(name, { path: name, value: shape.children.size })
  return ctx.constant(shape.children.size)
}

function parameter(
  ctx: LiftContext,
  { path, shape }: ParametersValue,
  name: string,
  scope: Scope,
  at: t.Node,
): Value {
  const child: ParameterShape | undefined = shape.children.get(name)
  const full = path ? `${path}.${name}` : name
  if (!child)
    return ctx.fail(
      'E_LAW_NAME',
      scope,
      at,
      `there is no parameter "${full}"`,
      hint(name, shape.children.keys()),
    )
  if (child.kind === 'group') return { kind: 'parameters', path: full, shape: child }
  return { kind: 'node', node: ctx.builder.parameter(full, child.type), frame: null }
}

export function hint(name: string, known: Iterable<string>): string {
  const names = [...known]
  const near = nearestNames(name, names)
  if (near.length > 0) return `Did you mean ${near.join(', ')}?`
  return names.length > 0
    ? `There are ${names.slice(0, 8).join(', ')}${names.length > 8 ? ', …' : ''}.`
    : 'It is empty.'
}
