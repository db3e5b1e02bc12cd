import type * as t from '@babel/types'
import type { LiftContext } from './lift-context.ts'
import { liftProperty } from './lift-property.ts'
import type { Scope } from './scope.ts'
import { propertyName } from './static-value.ts'
import { unsupported } from './unsupported.ts'
import type { Value } from './value.ts'

/** Declares the names of a pattern: `x`, or `{ a, b: { c } }` read property by property. */
export function bindPattern(
  ctx: LiftContext,
  pattern: t.Node,
  value: Value,
  scope: Scope,
  assignable: boolean,
): void {
  if (pattern.type === 'Identifier') {
    if (scope.declaresHere(pattern.name)) {
      const problem = `"${pattern.name}" is declared twice in this block`
      ctx.fail('E_LAW_NAME', scope, pattern, problem, 'Rename one of them.')
    }
    scope.declare(pattern.name, value, assignable)
    return
  }
  if (pattern.type !== 'ObjectPattern') unsupported(ctx, scope, pattern)
  for (const property of pattern.properties) {
    const name = property.type === 'ObjectProperty' ? propertyName(property) : undefined
    if (property.type !== 'ObjectProperty' || name === undefined) {
      ctx.fail('E_LAW_SYNTAX', scope, property, 'a rest is outside the law language', 'Name the fields.')
    }
    const part = ctx.problems.recover<Value>(
      () => (value.kind === 'bad' ? value : liftProperty(ctx, value, name, scope, property)),
      { kind: 'bad' },
    )
    bindPattern(ctx, property.value, part, scope, assignable)
  }
}
