/**
 * A reform: what is different from the law as it stands, as changes of single parameters over years and, in a structural
 * reform, as formulas.
 *
 * Data, whatever file it came from. It knows nothing of the values the law has now; `parameters` applies it to a tree.
 */
import type { VariableChange } from '../compiler/variable-change.ts'
import type { ParameterChange } from '../parameters/index.ts'

export type Change = ParameterChange

export type ReformFormat = 'reformlab' | 'policyengine' | 'tax-calculator'

export interface Reform {
  readonly title: string
  readonly description: string
  readonly format: ReformFormat
  /** By path and year; at most one for each, and none begins while a bounded one of the same path lasts. */
  readonly changes: readonly Change[]
  /** Of a structural reform: formulas replaced and variables added, by name; they hold in every year. */
  readonly variables?: readonly VariableChange[]
}
