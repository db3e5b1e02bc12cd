/** Why a variable changes, as data: what `reformlab why --json` prints. */
import type { Assumption } from '../fill-situation.ts'
import type { Grouping } from './parameter-groups.ts'
import type { PathwayStep } from './pathway.ts'
import type { ReformedParameter } from './reformed-parameters.ts'

export interface ExplainedChange {
  readonly year: number
  /** The sum over the records of its entity. */
  readonly variable: ExplainedVariable
  readonly change: number
  readonly rounded: { readonly baseline: number; readonly reform: number; readonly change: number }
  /** Why there is no change, where there is none. */
  readonly unchanged: Unchanged | null
  readonly grouping: Grouping
  /** The largest contribution first; contributions add up to the change, and rounded ones to the rounded change. */
  readonly lines: readonly ContributionLine[]
  /** Changed parameters without effect on these people. */
  readonly withoutEffect: readonly IdleParameter[]
  readonly assumptions: readonly Assumption[]
}

export interface ExplainedVariable {
  readonly name: string
  readonly label: string
  readonly unit: string
  readonly reference: string
  readonly entity: string
  readonly records: readonly string[]
  readonly baseline: number
  readonly reform: number
}

export interface ContributionLine {
  /** Of the parameter, or of the folder that holds those changed together. */
  readonly path: string
  readonly label: string
  readonly reference: string
  readonly parameters: readonly ReformedParameter[]
  readonly contribution: number
  readonly rounded: number
  readonly through: readonly PathwayStep[]
}

export interface IdleParameter extends ReformedParameter {
  /**
   * `not-read`: the variable does not depend on it. `not-touched`: it is for others than these people. `not-binding`: it
   * concerns them, but they have the same with it.
   */
  readonly reason: 'not-read' | 'not-touched' | 'not-binding'
}

/** `same-law`: no parameter differs this year. `offset`: contributions cancel. Else the nearest to an effect any parameter comes. */
export type Unchanged = 'same-law' | 'not-read' | 'not-touched' | 'not-binding' | 'offset'
