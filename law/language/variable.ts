import type { Entity } from './entity.ts'
import type { EnumDomain } from './enumeration.ts'

export type Formula<R, L> = (record: R, law: L) => number | boolean | string

interface Described {
  /** A short name for people, e.g. "Adjusted gross income". */
  readonly label: string
  /** `currency-USD`, `/1`, `person` (a count) or `year`; absent for conditions and categories. */
  readonly unit?: string
  /** `number` unless said otherwise. */
  readonly type?: 'number' | 'integer' | 'bool' | EnumDomain
  /** Statute, regulation or form line. */
  readonly reference?: string
}

export interface VariableDefinition<R, L> extends Described {
  readonly entity: Entity<R, L>
  readonly reference: string
  readonly formula: Formula<R, L>
}

/** A quantity the law computes for one record and one year. */
export interface Variable<R = never, L = never> extends VariableDefinition<R, L> {
  readonly kind: 'variable'
  readonly period: 'year'
}

/** A quantity that is observed, or stated by the person who describes a situation. Absent means 0, false or the first category. */
export interface Input<R = never, L = never> extends Described {
  readonly kind: 'input'
  readonly period: 'year'
  readonly entity: Entity<R, L>
}

export function variable<R, L>(definition: VariableDefinition<R, L>): Variable<R, L> {
  return Object.freeze({ kind: 'variable', period: 'year', ...definition })
}

export function input<R, L>(definition: Described & { entity: Entity<R, L> }): Input<R, L> {
  return Object.freeze({ kind: 'input', period: 'year', ...definition })
}
