import type * as t from '@babel/types'
import type { Op } from '../program/index.ts'
import { callFunction } from './call-function.ts'
import type { LiftContext } from './lift-context.ts'
import { liftExpression } from './lift-expression.ts'
import { liftMembers } from './lift-members.ts'
import { hint, liftProperty } from './lift-property.ts'
import { describe, toCondition, toNumber } from './node-type.ts'
import type { Scope } from './scope.ts'
import { unsupported } from './unsupported.ts'
import type { NodeValue, Value } from './value.ts'

const MATH: Readonly<Record<string, { op: Op; operands: number }>> = {
  abs: { op: 'absolute', operands: 1 },
  floor: { op: 'floor', operands: 1 },
  ceil: { op: 'ceiling', operands: 1 },
  trunc: { op: 'truncate', operands: 1 },
  exp: { op: 'exponential', operands: 1 },
  log: { op: 'logarithm', operands: 1 },
  sqrt: { op: 'square_root', operands: 1 },
  pow: { op: 'power', operands: 2 },
}

export function liftCall(ctx: LiftContext, e: t.CallExpression, scope: Scope): Value {
  const { callee } = e
  if (callee.type === 'MemberExpression' && !callee.computed && callee.property.type === 'Identifier') {
    const { object, property } = callee
    if (isGlobal(object, 'Math', scope)) return liftMath(ctx, e, property.name, scope)
    if (isGlobal(object, 'Number', scope)) return liftNumberMethod(ctx, e, property.name, scope)
    const owner = liftExpression(ctx, object, scope)
    if (owner.kind === 'members') return liftMembers(ctx, owner, property, e, scope)
    return call(ctx, liftMethod(ctx, owner, property, scope), e, scope)
  }
  if (isGlobal(callee, 'Number', scope)) {
    const [condition] = argumentsOf(ctx, e, scope, 1)
    return ctx.apply('indicator', scope, e, toCondition(ctx, condition!, scope, e.arguments[0]!))
  }
  if (callee.type === 'Import' || callee.type === 'Super') return unsupported(ctx, scope, callee)
  return call(ctx, liftExpression(ctx, callee, scope), e, scope)
}

function call(ctx: LiftContext, callee: Value, e: t.CallExpression, scope: Scope): Value {
  if (callee.kind !== 'function')
    return ctx.fail(
      'E_LAW_TYPE',
      scope,
      e.callee,
      `${describe(ctx, callee)} is not a function`,
      'Call a function of the law.',
    )
  const value = callFunction(ctx, callee, argumentsOf(ctx, e, scope), scope, e)
  ctx.enter(scope, e)
  return value
}

function liftMethod(ctx: LiftContext, owner: Value, property: t.Identifier, scope: Scope): Value {
  if (owner.kind === 'object' || owner.kind === 'record' || owner.kind === 'parameters')
    return liftProperty(ctx, owner, property.name, scope, property)
  const problem = `${describe(ctx, owner)} has no method "${property.name}"`
  const remedy =
    property.name === 'includes'
      ? "Write status === 'a' || status === 'b'."
      : 'See law/language/README.md for what may be called.'
  return ctx.fail('E_LAW_SYNTAX', scope, property, problem, remedy)
}

function liftMath(ctx: LiftContext, e: t.CallExpression, name: string, scope: Scope): NodeValue {
  const at = (e.callee as t.MemberExpression).property
  if (name === 'max' || name === 'min') {
    const values = numbers(ctx, e, scope)
    if (values.length < 2)
      return ctx.fail('E_LAW_TYPE', scope, e, `Math.${name} takes two or more numbers`, 'Give at least two.')
    return values.reduce((a, b) => ctx.apply(name === 'max' ? 'maximum' : 'minimum', scope, e, a, b))
  }
  const known = Object.hasOwn(MATH, name) ? MATH[name] : undefined
  if (!known) {
    const remedy =
      name === 'round'
        ? 'Statutes round half away from zero: import { roundHalfUp }.'
        : hint(name, ['max', 'min', ...Object.keys(MATH)])
    return ctx.fail('E_LAW_SYNTAX', scope, at, `Math.${name} is outside the law language`, remedy)
  }
  const values = numbers(ctx, e, scope, known.operands)
  return ctx.apply(known.op, scope, e, ...values)
}

function liftNumberMethod(ctx: LiftContext, e: t.CallExpression, name: string, scope: Scope): NodeValue {
  if (name === 'isFinite') return ctx.apply('is_finite', scope, e, ...numbers(ctx, e, scope, 1))
  const at = (e.callee as t.MemberExpression).property
  return ctx.fail(
    'E_LAW_SYNTAX',
    scope,
    at,
    `Number.${name} is outside the law language`,
    'Use Number.isFinite(x).',
  )
}

function numbers(ctx: LiftContext, e: t.CallExpression, scope: Scope, count?: number): NodeValue[] {
  return argumentsOf(ctx, e, scope, count).map((value, i) => toNumber(ctx, value, scope, e.arguments[i]!))
}

function argumentsOf(ctx: LiftContext, e: t.CallExpression, scope: Scope, count?: number): Value[] {
  if (count !== undefined && e.arguments.length !== count) {
    const problem = `${count === 1 ? 'one argument is' : `${count} arguments are`} expected, not ${e.arguments.length}`
    return ctx.fail('E_LAW_TYPE', scope, e, problem, 'Give as many as the function takes.')
  }
  return e.arguments.map(argument => liftExpression(ctx, argument, scope))
}

function isGlobal(node: t.Node, name: string, scope: Scope): boolean {
  return node.type === 'Identifier' && node.name === name && !scope.find(name)
}
