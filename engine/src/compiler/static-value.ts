import type * as t from '@babel/types'

export type StaticValue =
  | string
  | number
  | boolean
  | readonly StaticValue[]
  | { readonly [key: string]: StaticValue }

/** The value of a literal, or of literals put together; undefined where the syntax is not one. */
export function staticValue(node: t.Node | null | undefined): StaticValue | undefined {
  switch (node?.type) {
    case 'StringLiteral':
    case 'NumericLiteral':
    case 'BooleanLiteral':
      return node.value
    case 'TemplateLiteral':
      return node.expressions.length === 0 ? (node.quasis[0]!.value.cooked ?? undefined) : undefined
    case 'BinaryExpression': {
      const [left, right] = [staticValue(node.left), staticValue(node.right)]
      return node.operator === '+' && typeof left === 'string' && typeof right === 'string'
        ? left + right
        : undefined
    }
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
      return staticValue(node.expression)
    case 'ArrayExpression': {
      const values = node.elements.map(staticValue)
      return values.every(v => v !== undefined) ? values : undefined
    }
    case 'ObjectExpression': {
      const entries: [string, StaticValue][] = []
      for (const property of node.properties) {
        const value = property.type === 'ObjectProperty' ? staticValue(property.value) : undefined
        const key = propertyName(property)
        if (value === undefined || key === undefined) return undefined
        entries.push([key, value])
      }
      return Object.fromEntries(entries)
    }
    default:
      return undefined
  }
}

/** The name a property is written under; undefined for computed and spread ones. */
export function propertyName(
  property: t.ObjectProperty | t.ObjectMethod | t.SpreadElement,
): string | undefined {
  if (property.type === 'SpreadElement' || property.computed) return undefined
  const { key } = property
  if (key.type === 'Identifier') return key.name
  if (key.type === 'StringLiteral' || key.type === 'NumericLiteral') return String(key.value)
  return undefined
}
