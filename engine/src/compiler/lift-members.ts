import type * as t from '@babel/types'
import { callFunction } from './call-function.ts'
import { resultOf } from './function-syntax.ts'
import type { LiftContext } from './lift-context.ts'
import { liftExpression } from './lift-expression.ts'
import { hint } from './lift-property.ts'
import { describe, toCondition, toNumber } from './node-type.ts'
import type { Scope } from './scope.ts'
import type { MembersValue, NodeValue } from './value.ts'

const METHODS = ['sum', 'count', 'any', 'all', 'max', 'min']

/** `unit.members.sum(m => …)` and its like. */
export function liftMembers(
  ctx: LiftContext,
  { entity, group }: MembersValue,
  method: t.Identifier,
  e: t.CallExpression,
  scope: Scope,
): NodeValue {
  const { name } = method
  if (!METHODS.includes(name))
    return ctx.fail('E_LAW_NAME', scope, method, `members have no "${name}"`, hint(name, METHODS))
  const argument = e.arguments[0]
  if (!argument || e.arguments.length > 1)
    return ctx.fail('E_LAW_TYPE', scope, e, `${name} takes one function`, `Write .${name}(m => …).`)
  const callee = liftExpression(ctx, argument, scope)
  if (callee.kind !== 'function') {
    const problem = `${name} takes a function, not ${describe(ctx, callee)}`
    return ctx.fail('E_LAW_TYPE', scope, argument, problem, `Write .${name}(m => …).`)
  }
  const frame = group.members(entity)
  const body = resultOf(callee.syntax)
  const value = callFunction(ctx, callee, [{ kind: 'record', entity, frame }], scope, argument)
  ctx.enter(scope, e)
  const down = (node: NodeValue) => ctx.lower(node, frame, scope, e)
  const counted = () => {
    const condition = down(toCondition(ctx, value, callee.scope, body))
    return name === 'all' ? ctx.apply('not', scope, e, condition) : condition
  }
  switch (name) {
    case 'sum':
      return ctx.overMembers('sum_members', down(toNumber(ctx, value, callee.scope, body)), frame, group)
    case 'max':
      return ctx.overMembers('max_members', down(toNumber(ctx, value, callee.scope, body)), frame, group)
    case 'min':
      return ctx.overMembers('min_members', down(toNumber(ctx, value, callee.scope, body)), frame, group)
    default: {
      const indicator = ctx.apply('indicator', scope, e, counted())
      const count = ctx.overMembers('sum_members', indicator, frame, group)
      if (name === 'count') return count
      const some = ctx.apply('less', scope, e, ctx.constant(0), count)
      return name === 'any' ? some : ctx.apply('not', scope, e, some)
    }
  }
}
