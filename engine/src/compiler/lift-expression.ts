import type * as t from '@babel/types'
import { nearestNames } from '../errors/index.ts'
import { select } from './choose.ts'
import { isFunctionSyntax } from './function-syntax.ts'
import { liftCall } from './lift-call.ts'
import type { LiftContext } from './lift-context.ts'
import { liftBinary, liftLogical, liftUnary } from './lift-operator.ts'
import { liftIndex, liftProperty } from './lift-property.ts'
import { lookUpDeclared } from './look-up-declared.ts'
import { toCondition } from './node-type.ts'
import type { Scope } from './scope.ts'
import { propertyName } from './static-value.ts'
import { unsupported } from './unsupported.ts'
import type { Value } from './value.ts'

/** What an expression stands for. Mistakes are reported and abandon it. */
export function liftExpression(ctx: LiftContext, e: t.Node, scope: Scope): Value {
  ctx.enter(scope, e)
  switch (e.type) {
    case 'NumericLiteral':
      return ctx.constant(e.value)
    case 'BooleanLiteral':
      return ctx.constant(Number(e.value), 'bool')
    case 'StringLiteral':
      return { kind: 'text', text: e.value }
    case 'TemplateLiteral':
      if (e.expressions.length > 0) return unsupported(ctx, scope, e)
      return { kind: 'text', text: e.quasis[0]!.value.cooked ?? '' }
    case 'TSAsExpression':
    case 'TSNonNullExpression':
    case 'TSSatisfiesExpression':
    case 'ParenthesizedExpression':
      return liftExpression(ctx, e.expression, scope)
    case 'Identifier':
      return liftName(ctx, e, scope)
    case 'UnaryExpression':
      return liftUnary(ctx, e, scope)
    case 'BinaryExpression':
      return liftBinary(ctx, e, scope)
    case 'LogicalExpression':
      return liftLogical(ctx, e, scope)
    case 'ConditionalExpression': {
      const condition = toCondition(ctx, liftExpression(ctx, e.test, scope), scope, e.test)
      const known = ctx.constantOf(condition)
      if (known !== undefined) return liftExpression(ctx, known ? e.consequent : e.alternate, scope)
      const yes = liftExpression(ctx, e.consequent, scope)
      return select(ctx, condition, yes, liftExpression(ctx, e.alternate, scope), scope, e)
    }
    case 'MemberExpression': {
      if (e.property.type === 'PrivateName') return unsupported(ctx, scope, e)
      const constant = numberConstant(e)
      if (constant !== undefined) return ctx.constant(constant)
      const object = liftExpression(ctx, e.object, scope)
      if (!e.computed) return liftProperty(ctx, object, (e.property as t.Identifier).name, scope, e.property)
      return liftIndex(ctx, object, liftExpression(ctx, e.property, scope), scope, e.property)
    }
    case 'ObjectExpression':
      return liftObject(ctx, e, scope)
    case 'CallExpression':
      return liftCall(ctx, e, scope)
    case 'AssignmentExpression':
    case 'UpdateExpression':
      // Inside an expression it would happen on some paths only.
      return ctx.fail(
        'E_LAW_SYNTAX',
        scope,
        e,
        'an assignment inside an expression',
        'Write it as a statement of its own.',
      )
    default:
      if (isFunctionSyntax(e)) return { kind: 'function', syntax: e, scope }
      return unsupported(ctx, scope, e)
  }
}

function liftName(ctx: LiftContext, e: t.Identifier, scope: Scope): Value {
  const found = scope.find(e.name)
  if (found) return found.binding.value
  if (e.name === 'Infinity') return ctx.constant(Number.POSITIVE_INFINITY)
  if (e.name === 'NaN') return ctx.constant(Number.NaN)
  const declared = lookUpDeclared(ctx, e.name, scope)
  if (declared) return declared
  const { module } = scope
  const known = [...scope.names(), ...module.declarations.keys(), ...module.imports.keys()]
  const near = nearestNames(e.name, new Set(known))
  const remedy = near.length > 0 ? `Did you mean ${near.join(', ')}?` : 'Declare it with const, or import it.'
  return ctx.fail('E_LAW_NAME', scope, e, `there is no "${e.name}" here`, remedy)
}

const NUMBER_CONSTANTS: Readonly<Record<string, number>> = {
  POSITIVE_INFINITY: Number.POSITIVE_INFINITY,
  NEGATIVE_INFINITY: Number.NEGATIVE_INFINITY,
  MAX_SAFE_INTEGER: Number.MAX_SAFE_INTEGER,
}

function numberConstant({ object, property, computed }: t.MemberExpression): number | undefined {
  const isNumber = object.type === 'Identifier' && object.name === 'Number' && !computed
  const name = isNumber && property.type === 'Identifier' ? property.name : ''
  return Object.hasOwn(NUMBER_CONSTANTS, name) ? NUMBER_CONSTANTS[name] : undefined
}

function liftObject(ctx: LiftContext, e: t.ObjectExpression, scope: Scope): Value {
  const fields = new Map<string, Value>()
  for (const property of e.properties) {
    const name = propertyName(property)
    if (property.type === 'ObjectMethod' && name !== undefined && property.kind === 'method')
      fields.set(name, { kind: 'function', syntax: property, scope })
    else if (property.type === 'ObjectProperty' && name !== undefined)
      fields.set(name, liftExpression(ctx, property.value, scope))
    else if (property.type === 'SpreadElement') {
      const value = liftExpression(ctx, property.argument, scope)
      if (value.kind !== 'object') return unsupported(ctx, scope, property)
      for (const [key, field] of value.fields) fields.set(key, field)
    } else return unsupported(ctx, scope, property)
  }
  return { kind: 'object', fields }
}
