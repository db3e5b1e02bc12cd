/**
 * Joins the values of two paths, or of a table's cells, into one.
 */
import type * as t from '@babel/types'
import { lawLimits } from './law-limits.ts'
import type { LiftContext } from './lift-context.ts'
import { describe, toCategory } from './node-type.ts'
import type { Scope } from './scope.ts'
import { type NodeValue, sameValue, type Value } from './value.ts'

/** `condition ? yes : no`. */
export function select(
  ctx: LiftContext,
  condition: NodeValue,
  yes: Value,
  no: Value,
  scope: Scope,
  at: t.Node,
): Value {
  if (sameValue(yes, no)) return yes
  const known = ctx.constantOf(condition)
  if (known !== undefined) return known ? yes : no
  if (yes.kind === 'bad' || no.kind === 'bad') return { kind: 'bad' }
  if (yes.kind === 'unset' || no.kind === 'unset') return { kind: 'unset' }
  const sides = [withDomainOf(ctx, yes, no, scope, at), withDomainOf(ctx, no, yes, scope, at)]
  const pick = (nodes: readonly NodeValue[]) => ctx.apply('select', scope, at, condition, ...nodes)
  return choose(ctx, sides, pick, scope, at)
}

/** One of `options`: a node where all of them are nodes, else a choice whose parts are chosen when they are read. */
export function choose(
  ctx: LiftContext,
  options: readonly Value[],
  pick: (options: readonly NodeValue[]) => NodeValue,
  scope: Scope,
  at: t.Node,
): Value {
  const [first] = options
  if (options.some(o => o.kind === 'bad')) return { kind: 'bad' }
  const odd = options.find(o => !agree(ctx, first!, o))
  if (odd) failDifferent(ctx, first!, odd, scope, at)
  if (options.every(o => o.kind === 'node')) return pick(options as NodeValue[])
  if (options.every(o => sameValue(o, first!))) return first!
  const size = options.reduce((sum, o) => sum + (o.kind === 'choice' ? o.size : 1), 0)
  if (size <= lawLimits.choices) return { kind: 'choice', options, pick, size }
  const problem = `a value chosen among more than ${lawLimits.choices}`
  return ctx.fail('E_LAW_LIMIT', scope, at, problem, 'Choose between single values, not between groups.')
}

/** Whether two values can stand in for each other: nodes of one type, text with text, groups with groups. */
function agree(ctx: LiftContext, a: Value, b: Value): boolean {
  if (a.kind === 'node' && b.kind === 'node') {
    const [x, y] = [ctx.typeOf(a), ctx.typeOf(b)]
    return x.type === y.type && x.domain === y.domain
  }
  if (a.kind === 'node' || b.kind === 'node') return false
  if (a.kind === 'choice') return agree(ctx, a.options[0]!, b)
  if (b.kind === 'choice') return agree(ctx, a, b.options[0]!)
  return (a.kind === 'text') === (b.kind === 'text')
}

/** Text beside a category becomes a value of its enum. */
function withDomainOf(ctx: LiftContext, value: Value, other: Value, scope: Scope, at: t.Node): Value {
  const domain = other.kind === 'node' ? ctx.typeOf(other).domain : undefined
  return domain && (value.kind === 'text' || value.kind === 'choice')
    ? toCategory(ctx, value, domain, scope, at)
    : value
}

function failDifferent(ctx: LiftContext, a: Value, b: Value, scope: Scope, at: t.Node): never {
  const problem = `the two sides differ: ${describe(ctx, a)} and ${describe(ctx, b)}`
  return ctx.fail('E_LAW_TYPE', scope, at, problem, 'Give both sides the same type.')
}
