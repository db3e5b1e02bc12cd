/**
 * Statements. Both sides of an `if` are lifted; what they assign and return is then selected by the condition.
 */
import type * as t from '@babel/types'
import { bindPattern } from './bind-pattern.ts'
import { select } from './choose.ts'
import type { FunctionSyntax } from './function-syntax.ts'
import { lawLimits } from './law-limits.ts'
import { liftAssignment } from './lift-assignment.ts'
import type { LiftContext } from './lift-context.ts'
import { liftExpression } from './lift-expression.ts'
import { toCondition } from './node-type.ts'
import type { Scope } from './scope.ts'
import { unsupported } from './unsupported.ts'
import type { NodeValue, Value } from './value.ts'

/** A `return` that is taken where `condition` holds and no earlier one was taken. */
interface EarlyReturn {
  readonly condition: NodeValue
  readonly value: Value
  readonly at: t.Node
}

/** How statements leave off: with early returns on some paths and, where every path returns, a final value. */
interface Outcome {
  readonly early: readonly EarlyReturn[]
  readonly final?: Value
}

/** The value that a function's body returns. */
export function liftBody(ctx: LiftContext, syntax: FunctionSyntax, body: t.Statement[], scope: Scope): Value {
  const { early, final } = liftStatements(ctx, body, scope)
  if (final) return settle(ctx, early, final, scope)
  return ctx.fail(
    'E_LAW_SYNTAX',
    scope,
    syntax,
    'a path ends without a return',
    'Return a value on every path.',
  )
}

function settle(ctx: LiftContext, early: readonly EarlyReturn[], final: Value, scope: Scope): Value {
  return early.reduceRight(
    (rest, { condition, value, at }) => select(ctx, condition, value, rest, scope, at),
    final,
  )
}

function liftStatements(ctx: LiftContext, statements: readonly t.Statement[], scope: Scope): Outcome {
  const early: EarlyReturn[] = []
  for (const s of statements)
    if (s.type === 'FunctionDeclaration' && s.id)
      scope.declare(s.id.name, { kind: 'function', syntax: s, scope }, false)
  for (const statement of statements) {
    const outcome = liftStatement(ctx, statement, scope)
    early.push(...outcome.early)
    if (outcome.final) return { early, final: outcome.final }
  }
  return { early }
}

function liftStatement(ctx: LiftContext, s: t.Statement, scope: Scope): Outcome {
  switch (s.type) {
    case 'VariableDeclaration':
      declare(ctx, s, scope)
      return { early: [] }
    case 'ExpressionStatement': {
      const { expression } = s
      if (!isAssignment(expression))
        ctx.fail(
          'E_LAW_SYNTAX',
          scope,
          s,
          'this statement has no effect',
          'Assign its value, return it or remove it.',
        )
      ctx.problems.recover(() => liftAssignment(ctx, expression, scope), undefined)
      return { early: [] }
    }
    case 'ReturnStatement':
      if (!s.argument) ctx.fail('E_LAW_SYNTAX', scope, s, 'a return without a value', 'Return a value.')
      return { early: [], final: liftExpression(ctx, s.argument, scope) }
    case 'BlockStatement':
      return liftStatements(ctx, s.body, scope.block())
    case 'IfStatement':
      return liftIf(ctx, s, scope)
    case 'ForStatement':
      return liftFor(ctx, s, scope)
    case 'FunctionDeclaration':
    case 'EmptyStatement':
    case 'TSTypeAliasDeclaration':
    case 'TSInterfaceDeclaration':
      return { early: [] }
    default:
      return unsupported(ctx, scope, s)
  }
}

function declare(ctx: LiftContext, s: t.VariableDeclaration, scope: Scope): void {
  if (s.kind !== 'const' && s.kind !== 'let')
    ctx.fail('E_LAW_SYNTAX', scope, s, `${s.kind} is outside the law language`, 'Use const or let.')
  for (const { id, init } of s.declarations) {
    const value = init
      ? ctx.problems.recover<Value>(() => liftExpression(ctx, init, scope), { kind: 'bad' })
      : ({ kind: 'unset' } as const)
    bindPattern(ctx, id, value, scope, s.kind === 'let')
  }
}

function liftIf(ctx: LiftContext, s: t.IfStatement, scope: Scope): Outcome {
  const condition = toCondition(ctx, liftExpression(ctx, s.test, scope), scope, s.test)
  const known = ctx.constantOf(condition)
  const branch = (statement: t.Statement | null | undefined): Outcome =>
    statement ? liftStatement(ctx, statement, scope.block()) : { early: [] }
  if (known !== undefined) return branch(known ? s.consequent : s.alternate)

  const bindings = scope.assignable()
  const before = bindings.map(b => b.value)
  const yes = branch(s.consequent)
  const afterYes = bindings.map(b => b.value)
  bindings.forEach((b, i) => {
    b.value = before[i]!
  })
  const no = branch(s.alternate)
  bindings.forEach((b, i) => {
    // A side that returns on every path leaves nothing behind.
    if (no.final) b.value = afterYes[i]!
    else if (!yes.final) b.value = select(ctx, condition, afterYes[i]!, b.value, scope, s)
  })
  return joinOutcomes(ctx, condition, yes, no, scope, s)
}

function joinOutcomes(
  ctx: LiftContext,
  condition: NodeValue,
  yes: Outcome,
  no: Outcome,
  scope: Scope,
  at: t.IfStatement,
): Outcome {
  const otherwise = () => ctx.apply('not', scope, at, condition)
  const under = (guard: NodeValue, early: readonly EarlyReturn[]) =>
    early.map(e => ({ ...e, condition: ctx.apply('and', scope, at, guard, e.condition) }))
  const settled = (outcome: Outcome) => settle(ctx, outcome.early, outcome.final!, scope)
  if (yes.final && no.final)
    return { early: [], final: select(ctx, condition, settled(yes), settled(no), scope, at) }
  if (yes.final) return { early: [{ condition, value: settled(yes), at }, ...no.early] }
  if (no.final) return { early: [{ condition: otherwise(), value: settled(no), at }, ...yes.early] }
  return {
    early: [...under(condition, yes.early), ...(no.early.length > 0 ? under(otherwise(), no.early) : [])],
  }
}

/** Unrolls a loop whose condition is known at every turn. */
function liftFor(ctx: LiftContext, s: t.ForStatement, around: Scope): Outcome {
  const scope = around.block()
  const early: EarlyReturn[] = []
  if (s.init?.type === 'VariableDeclaration') declare(ctx, s.init, scope)
  else if (s.init && isAssignment(s.init)) liftAssignment(ctx, s.init, scope)
  if (!s.test || !s.update || !isAssignment(s.update))
    return ctx.fail('E_LAW_SYNTAX', scope, s, 'a loop without a bound', 'Write for (let i = 1; i <= n; i++).')
  for (let turn = 1; ; turn++) {
    const condition = toCondition(ctx, liftExpression(ctx, s.test, scope), scope, s.test)
    const known = ctx.constantOf(condition)
    if (known === undefined) {
      const remedy =
        'Bound it by a number or by the length of a numbered parameter, and put the rest under an if.'
      return ctx.fail('E_LAW_SYNTAX', scope, s.test, 'the bound of a loop must be fixed by the law', remedy)
    }
    if (!known) return { early }
    if (turn > lawLimits.loopTurns) {
      const problem = `a loop of more than ${lawLimits.loopTurns} turns`
      return ctx.fail('E_LAW_LIMIT', scope, s, problem, 'Lower its bound.')
    }
    const outcome = liftStatement(ctx, s.body, scope.block())
    early.push(...outcome.early)
    if (outcome.final) return { early, final: outcome.final }
    liftAssignment(ctx, s.update, scope)
  }
}

function isAssignment(node: t.Node): node is t.AssignmentExpression | t.UpdateExpression {
  return node.type === 'AssignmentExpression' || node.type === 'UpdateExpression'
}
