/**
 * The shape of the law's parameters: what exists, and of which type, without any value.
 *
 * A leaf's path is dotted, e.g. `gov.irs.deductions.standard.amount.joint` or `gov.irs.income.bracket.rates.1`.
 */
export type ParameterShape = ParameterLeaf | ParameterGroup

interface Documented {
  readonly label?: string
  readonly unit?: string
  readonly reference?: string
}

export interface ParameterLeaf extends Documented {
  readonly kind: 'value'
  readonly type: 'number' | 'bool'
}

export interface ParameterGroup extends Documented {
  readonly kind: 'group'
  readonly children: ReadonlyMap<string, ParameterShape>
  /** The enum whose values the children are named after, all of them and in its order. */
  readonly domain?: string
  /** The children are named 1, 2, 3 … without a gap. */
  readonly numbered?: boolean
}
