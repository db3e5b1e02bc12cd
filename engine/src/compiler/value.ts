/**
 * What an expression of a formula stands for while it is compiled.
 */
import type { ParameterGroup } from '../parameters/parameter-shape.ts'
import type { Frame } from './frame.ts'
import type { FunctionSyntax } from './function-syntax.ts'
import type { Scope } from './scope.ts'

/** A node of the program. `frame` is null for a scalar. */
export interface NodeValue {
  readonly kind: 'node'
  readonly node: number
  readonly frame: Frame | null
}

/** A string; it becomes a category where it meets one. */
export interface TextValue {
  readonly kind: 'text'
  readonly text: string
}

/** A part of the parameter tree. */
export interface ParametersValue {
  readonly kind: 'parameters'
  /** Dotted, empty for the whole law. */
  readonly path: string
  readonly shape: ParameterGroup
}

/** A record: the row of `frame`, or the member of that row who has a role. */
export interface RecordValue {
  readonly kind: 'record'
  readonly entity: string
  readonly frame: Frame
  readonly role?: string
}

export interface MembersValue {
  readonly kind: 'members'
  readonly entity: string
  readonly group: Frame
}

export interface ObjectValue {
  readonly kind: 'object'
  readonly fields: ReadonlyMap<string, Value>
}

export interface FunctionValue {
  readonly kind: 'function'
  readonly syntax: FunctionSyntax
  readonly scope: Scope
}

/** One of several values, by something that is known only when the program runs. */
export interface ChoiceValue {
  readonly kind: 'choice'
  readonly options: readonly Value[]
  /** Chooses among nodes, one for each option. */
  readonly pick: (options: readonly NodeValue[]) => NodeValue
  /** How many values there are, those of choices among the options included. */
  readonly size: number
}

/** A `let` that has no value yet, or has one on some paths only. */
export interface UnsetValue {
  readonly kind: 'unset'
}

/** Stands where a mistake has been reported. */
export interface BadValue {
  readonly kind: 'bad'
}

export type Value =
  | NodeValue
  | TextValue
  | ParametersValue
  | RecordValue
  | MembersValue
  | ObjectValue
  | FunctionValue
  | ChoiceValue
  | UnsetValue
  | BadValue

export function sameValue(a: Value, b: Value): boolean {
  if (a === b) return true
  if (a.kind === 'node' && b.kind === 'node') return a.node === b.node && a.frame === b.frame
  if (a.kind === 'text' && b.kind === 'text') return a.text === b.text
  if (a.kind === 'parameters' && b.kind === 'parameters') return a.path === b.path
  if (a.kind === 'record' && b.kind === 'record')
    return a.entity === b.entity && a.frame === b.frame && a.role === b.role
  return a.kind === 'unset' && b.kind === 'unset'
}
