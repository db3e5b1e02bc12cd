import type * as t from '@babel/types'
import { bindPattern } from './bind-pattern.ts'
import type { FunctionSyntax } from './function-syntax.ts'
import { lawLimits } from './law-limits.ts'
import type { LiftContext } from './lift-context.ts'
import { liftExpression } from './lift-expression.ts'
import { liftBody } from './lift-statement.ts'
import type { Scope } from './scope.ts'
import type { FunctionValue, Value } from './value.ts'

/** Inlines a call: runs the function's body over `args`. `at` is where it is called, in `scope`. */
export function callFunction(
  ctx: LiftContext,
  { syntax, scope: around }: FunctionValue,
  args: readonly Value[],
  scope: Scope,
  at: t.Node,
): Value {
  if (ctx.calls.includes(syntax)) {
    const remedy = 'Write a loop whose bound the law fixes.'
    return ctx.fail('E_LAW_CYCLE', scope, at, 'a function calls itself', remedy)
  }
  if (ctx.calls.length >= lawLimits.callDepth)
    return ctx.fail(
      'E_LAW_LIMIT',
      scope,
      at,
      'functions are nested too deeply',
      'Call fewer functions within functions.',
    )
  if (syntax.async || syntax.generator)
    return ctx.fail('E_LAW_SYNTAX', around, syntax, 'only plain functions are law', 'Remove async or *.')
  const inner = around.ofFunction()
  ctx.calls.push(syntax)
  try {
    bindParameters(ctx, syntax, args, inner, scope, at)
    return syntax.body.type === 'BlockStatement'
      ? liftBody(ctx, syntax, syntax.body.body, inner)
      : liftExpression(ctx, syntax.body, inner)
  } finally {
    ctx.calls.pop()
  }
}

function bindParameters(
  ctx: LiftContext,
  { params }: FunctionSyntax,
  args: readonly Value[],
  inner: Scope,
  scope: Scope,
  at: t.Node,
): void {
  for (const [i, param] of params.entries()) {
    const isOptional = param.type === 'AssignmentPattern'
    const argument = args[i] ?? (isOptional ? liftExpression(ctx, param.right, inner) : undefined)
    if (!argument) ctx.fail('E_LAW_TYPE', scope, at, `argument ${i + 1} is missing`, 'Give every argument.')
    bindPattern(ctx, isOptional ? param.left : param, argument, inner, true)
  }
}
