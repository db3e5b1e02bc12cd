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
