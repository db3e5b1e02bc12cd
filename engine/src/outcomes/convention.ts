/**
 * A convention: whose income is compared, how people are ranked and grouped, and how means are weighted.
 *
 * Conventions are data. A law names them in its outcome table; `default` is used unless a caller asks for another.
 */
export interface Convention {
  readonly name: string
  readonly label: string
  /** Entity whose income is compared: the unit of analysis of groups, winners and inequality. */
  readonly entity: string
  /** Net income: the variable whose change is reported. */
  readonly income: string
  /** The variable of the baseline by which units are ranked. */
  readonly rankedBy: string
  /** Divisor that makes incomes of units of different size comparable, for ranking and inequality. */
  readonly equivalenceScale: EquivalenceScale
  /** What is cut into equal parts when groups are made: people or units. */
  readonly groupWeights: Weighting
  /** Over what group means are taken. */
  readonly means: Weighting
  /** Shares of the ranked weight at which groups end, ascending inside (0, 1). */
  readonly cuts: readonly number[]
  /** The group of a unit, and of all with its income, whose weight reaches across a cut. */
  readonly groupStraddlers: 'lower' | 'upper'
  /** Signs of the ranking income that form a group of their own; they still count in the percentiles. */
  readonly apart: readonly ('negative' | 'zero')[]
  /** Who is in the row of all groups together: everybody, or who is in a group that is not set apart. */
  readonly overall: 'everybody' | 'ranked'
  /** The bin of a loss of exactly 0.1% or 5%: that of smaller or of larger losses. */
  readonly lossEdges: 'smaller' | 'larger'
  /** What is ranked when inequality is measured: people or units. */
  readonly inequalityWeights: Weighting
  /** What inequality measures make of a negative income. */
  readonly negativeIncomes: 'kept' | 'zero'
  /** A unit that reaches across the edge of a share, such as that of the top 1%: split, or of the upper part whole. */
  readonly shareStraddlers: 'split' | 'upper'
}

export type EquivalenceScale = 'none' | 'square_root'
export type Weighting = 'people' | 'units'

/** Income of a unit of `people` persons is divided by this. */
export function equivalenceDivisor(scale: EquivalenceScale, people: number): number {
  return scale === 'square_root' && people > 1 ? Math.sqrt(people) : 1
}
