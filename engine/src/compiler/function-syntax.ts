import type * as t from '@babel/types'

export type FunctionSyntax =
  | t.FunctionDeclaration
  | t.FunctionExpression
  | t.ArrowFunctionExpression
  | t.ObjectMethod

export function isFunctionSyntax(node: t.Node | null | undefined): node is FunctionSyntax {
  return (
    node?.type === 'FunctionDeclaration' ||
    node?.type === 'FunctionExpression' ||
    node?.type === 'ArrowFunctionExpression'
  )
}

/** The expression a function answers in the end; the function itself where that is not one expression. */
export function resultOf(syntax: FunctionSyntax): t.Node {
  if (syntax.body.type !== 'BlockStatement') return syntax.body
  const last = syntax.body.body.at(-1)
  return (last?.type === 'ReturnStatement' && last.argument) || syntax
}
