import type * as t from '@babel/types'
import { isFunctionSyntax } from './function-syntax.ts'
import type { LiftContext } from './lift-context.ts'
import { liftExpression } from './lift-expression.ts'
import type { LawModule } from './parse-module.ts'
import { Abandon } from './problem-list.ts'
import { Scope } from './scope.ts'
import type { Value } from './value.ts'

/** A function or constant that the module of `scope` declares or imports. */
export function lookUpDeclared(ctx: LiftContext, name: string, scope: Scope): Value | undefined {
  const declared = ctx.graph.lookup(scope.module, name)
  if (!declared) return undefined
  const { node } = declared
  const home = scopeOf(ctx, declared.module)
  if (isFunctionSyntax(node)) return { kind: 'function', syntax: node, scope: home }
  const { init } = node as t.VariableDeclarator
  if (isFunctionSyntax(init)) return { kind: 'function', syntax: init, scope: home }
  if (!init) return undefined
  const known = ctx.constants.get(init)
  if (known) return known
  if (ctx.constants.has(init))
    return ctx.fail('E_LAW_CYCLE', home, init, `"${name}" depends on itself`, 'Break the cycle.')
  ctx.constants.set(init, undefined)
  const value = ctx.problems.recover<Value>(() => liftExpression(ctx, init, home), { kind: 'bad' })
  ctx.constants.set(init, value)
  if (value.kind === 'bad') throw new Abandon()
  return value
}

function scopeOf(ctx: LiftContext, module: LawModule): Scope {
  const known = ctx.moduleScopes.get(module.path)
  if (known) return known
  const scope = Scope.ofModule(module)
  ctx.moduleScopes.set(module.path, scope)
  return scope
}
