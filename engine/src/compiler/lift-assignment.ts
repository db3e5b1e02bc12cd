import type * as t from '@babel/types'
import { nearestNames } from '../errors/index.ts'
import type { LiftContext } from './lift-context.ts'
import { liftExpression } from './lift-expression.ts'
import { arithmetic } from './lift-operator.ts'
import type { Binding, Scope } from './scope.ts'
import type { Value } from './value.ts'

const OPERATORS = new Set(['=', '+=', '-=', '*=', '/='])

/** `x = 1`, `x += 1`, `x++` as a statement. */
export function liftAssignment(
  ctx: LiftContext,
  e: t.AssignmentExpression | t.UpdateExpression,
  scope: Scope,
): void {
  ctx.enter(scope, e)
  if (e.type === 'UpdateExpression') {
    const binding = target(ctx, e.argument, scope)
    binding.value = arithmetic(ctx, e.operator[0]!, binding.value, ctx.constant(1), scope, e)
    return
  }
  if (!OPERATORS.has(e.operator)) {
    const problem = `the assignment ${e.operator} is outside the law language`
    ctx.fail('E_LAW_SYNTAX', scope, e, problem, 'Use =, +=, -=, *= or /=.')
  }
  const binding = target(ctx, e.left, scope)
  const right = ctx.problems.recover<Value>(() => liftExpression(ctx, e.right, scope), { kind: 'bad' })
  const before = binding.value
  binding.value =
    e.operator === '='
      ? right
      : ctx.problems.recover<Value>(() => arithmetic(ctx, e.operator[0]!, before, right, scope, e), {
          kind: 'bad',
        })
}

function target(ctx: LiftContext, node: t.Node, scope: Scope): Binding {
  if (node.type !== 'Identifier') {
    const remedy = 'Records, parameters and objects do not change: declare a name with let.'
    return ctx.fail('E_LAW_SYNTAX', scope, node, 'only a name can be assigned', remedy)
  }
  const found = scope.find(node.name)
  if (!found) {
    const near = nearestNames(node.name, new Set(scope.names()))
    const remedy = near.length > 0 ? `Did you mean ${near.join(', ')}?` : `Declare it: let ${node.name} = 0.`
    return ctx.fail('E_LAW_NAME', scope, node, `"${node.name}" is assigned but not declared`, remedy)
  }
  if (!found.binding.assignable)
    return ctx.fail('E_LAW_SYNTAX', scope, node, `"${node.name}" is a constant`, `Declare it with let.`)
  if (!found.own) {
    const problem = `"${node.name}" belongs to the function around this one`
    return ctx.fail('E_LAW_SYNTAX', scope, node, problem, 'Let the inner function answer a value instead.')
  }
  return found.binding
}
