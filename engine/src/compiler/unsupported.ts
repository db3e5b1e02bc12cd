import type * as t from '@babel/types'
import type { LiftContext } from './lift-context.ts'
import type { Scope } from './scope.ts'

/** What is not in the law language, by its syntax, with the way out. */
const OUTSIDE: Readonly<Record<string, readonly [what: string, wayOut: string]>> = {
  ArrayExpression: ['a list', 'Name the values, or use an object: { single: 1, joint: 2 }.'],
  AwaitExpression: ['await', 'A formula depends on its record and the law alone.'],
  BigIntLiteral: ['a BigInt', 'Write a number.'],
  BreakStatement: ['break', 'Put the rest of the loop under an if.'],
  ClassDeclaration: ['a class', 'Write a function.'],
  ContinueStatement: ['continue', 'Put the rest of the loop under an if.'],
  DoWhileStatement: ['a do loop', 'Write for (let i = 1; i <= n; i++) with a bound the law fixes.'],
  ForInStatement: ['for … in', 'Write for (let i = 1; i <= n; i++) with a bound the law fixes.'],
  ForOfStatement: ['for … of', 'Sum or count over members, or write for (let i = 1; i <= n; i++).'],
  NewExpression: ['new', 'Write a function that answers an object.'],
  NullLiteral: ['null', 'Use 0, false or a category for what is absent.'],
  OptionalCallExpression: ['?.', 'Nothing is ever missing in a formula: write a plain dot.'],
  OptionalMemberExpression: ['?.', 'Nothing is ever missing in a formula: write a plain dot.'],
  RegExpLiteral: ['a regular expression', 'Compare categories.'],
  SequenceExpression: ['a comma', 'Write separate statements.'],
  SpreadElement: ['a spread of this', 'Name the fields.'],
  SwitchStatement: ['switch', 'Write if … else if, or a table indexed by the category.'],
  TemplateLiteral: ['a text put together', 'Write a table indexed by the category.'],
  ThisExpression: ['this', 'Use the record, the first argument of the formula.'],
  ThrowStatement: ['throw', 'A formula answers a value for every record.'],
  TryStatement: ['try', 'A formula answers a value for every record.'],
  WhileStatement: ['a while loop', 'Write for (let i = 1; i <= n; i++) with a bound the law fixes.'],
  YieldExpression: ['yield', 'Write a plain function.'],
}

export function unsupported(ctx: LiftContext, scope: Scope, at: t.Node): never {
  const [what, wayOut] = OUTSIDE[at.type] ?? [
    `${at.type}`,
    'See law/language/README.md for what may be used.',
  ]
  return ctx.fail('E_LAW_SYNTAX', scope, at, `${what} is outside the law language`, wayOut)
}
