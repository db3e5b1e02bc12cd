import type * as t from '@babel/types'
import type { Op } from '../program/index.ts'
import type { LiftContext } from './lift-context.ts'
import { liftExpression } from './lift-expression.ts'
import { describe, toCategory, toCondition, toNode, toNumber } from './node-type.ts'
import type { Scope } from './scope.ts'
import type { NodeValue, Value } from './value.ts'

const ARITHMETIC: Readonly<Record<string, Op>> = {
  '+': 'add',
  '-': 'subtract',
  '*': 'multiply',
  '/': 'divide',
  '%': 'modulo',
  '**': 'power',
}

/** Each with whether its operands are swapped. */
const COMPARISON: Readonly<Record<string, readonly [Op, boolean]>> = {
  '<': ['less', false],
  '<=': ['less_or_equal', false],
  '>': ['less', true],
  '>=': ['less_or_equal', true],
}

export function liftUnary(ctx: LiftContext, e: t.UnaryExpression, scope: Scope): Value {
  const operand = () => liftExpression(ctx, e.argument, scope)
  if (e.operator === '-') return ctx.apply('negate', scope, e, toNumber(ctx, operand(), scope, e.argument))
  if (e.operator === '!') return ctx.apply('not', scope, e, toCondition(ctx, operand(), scope, e.argument))
  const remedy =
    e.operator === '+' ? 'Write Number(condition).' : 'See law/language/README.md for what may be used.'
  return ctx.fail('E_LAW_SYNTAX', scope, e, `the operator ${e.operator} is outside the law language`, remedy)
}

export function liftBinary(ctx: LiftContext, e: t.BinaryExpression, scope: Scope): Value {
  if (e.left.type === 'PrivateName') throw new TypeError('a private name outside a class')
  const { operator } = e
  if (operator === '===' || operator === '!==') {
    const left = liftExpression(ctx, e.left, scope)
    return equality(ctx, operator, left, liftExpression(ctx, e.right, scope), scope, e)
  }
  if (!(operator in ARITHMETIC || operator in COMPARISON)) {
    const equal = operator === '==' || operator === '!='
    const remedy = equal ? `Write ${operator}=.` : 'See law/language/README.md for what may be used.'
    return ctx.fail('E_LAW_SYNTAX', scope, e, `the operator ${operator} is outside the law language`, remedy)
  }
  const left = ctx.problems.recover<NodeValue | undefined>(
    () => toNumber(ctx, liftExpression(ctx, e.left, scope), scope, e.left),
    undefined,
  )
  const right = toNumber(ctx, liftExpression(ctx, e.right, scope), scope, e.right)
  return arithmetic(ctx, operator, left ?? { kind: 'bad' }, right, scope, e)
}

/** An arithmetic or ordering operator on two numbers. */
export function arithmetic(
  ctx: LiftContext,
  operator: string,
  left: Value,
  right: Value,
  scope: Scope,
  at: t.Node,
): NodeValue {
  const [a, b] = [toNumber(ctx, left, scope, at), toNumber(ctx, right, scope, at)]
  const comparison = COMPARISON[operator]
  if (!comparison) return ctx.apply(ARITHMETIC[operator]!, scope, at, a, b)
  const [op, swapped] = comparison
  return swapped ? ctx.apply(op, scope, at, b, a) : ctx.apply(op, scope, at, a, b)
}

function equality(
  ctx: LiftContext,
  operator: '===' | '!==',
  left: Value,
  right: Value,
  scope: Scope,
  at: t.BinaryExpression,
): Value {
  if (left.kind === 'text' && right.kind === 'text')
    return ctx.constant(Number((left.text === right.text) === (operator === '===')), 'bool')
  for (const [a, b] of [
    [left, right],
    [right, left],
  ] as const)
    if (a.kind === 'choice' && b.kind === 'text') {
      ctx.enter(scope, at)
      const options = a.options.map(o => equality(ctx, operator, o, b, scope, at) as NodeValue)
      return a.pick(options)
    }
  const domain = [left, right].flatMap(v => (v.kind === 'node' ? (ctx.typeOf(v).domain ?? []) : []))[0]
  const as = (value: Value, node: t.Node) =>
    domain ? toCategory(ctx, value, domain, scope, node) : toNode(ctx, value, scope, node)
  const [a, b] = [as(left, at.left), as(right, at.right)]
  if (ctx.typeOf(a).type !== ctx.typeOf(b).type) {
    const problem = `${describe(ctx, a)} is compared with ${describe(ctx, b)}`
    return ctx.fail('E_LAW_TYPE', scope, at, problem, 'Compare values of the same type.')
  }
  return ctx.apply(operator === '===' ? 'equal' : 'not_equal', scope, at, a, b)
}

export function liftLogical(ctx: LiftContext, e: t.LogicalExpression, scope: Scope): Value {
  if (e.operator === '??')
    return ctx.fail(
      'E_LAW_SYNTAX',
      scope,
      e,
      '?? is outside the law language',
      'Nothing is ever missing in a formula.',
    )
  const left = toCondition(ctx, liftExpression(ctx, e.left, scope), scope, e.left)
  const known = ctx.constantOf(left)
  if (known !== undefined && Boolean(known) === (e.operator === '||')) return left
  const right = toCondition(ctx, liftExpression(ctx, e.right, scope), scope, e.right)
  return ctx.apply(e.operator === '&&' ? 'and' : 'or', scope, e, left, right)
}
