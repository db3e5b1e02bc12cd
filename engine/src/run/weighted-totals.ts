/** Σ weight × variable, by variable: the smallest reduction, and an example of one. */
import type { ReducerDefinition } from './tile-reducer.ts'

export interface WeightedTotalsSpec {
  /** Variables of one entity. */
  readonly variables: readonly string[]
  readonly entity: string
  /** A column of that entity: an input, a variable or an added column. */
  readonly weight: string
}

/** Sums each tile in row order, then the tiles in order. */
export const weightedTotals: ReducerDefinition<WeightedTotalsSpec, ReadonlyMap<string, number>> = {
  name: 'weighted_totals',
  plan: ({ variables }) => ({ variables, partials: variables.length }),
  create: ({ variables, entity, weight }, data) => ({
    tile(tile) {
      const { start, end } = data.rows(entity, tile)
      const weights = data.column(weight)
      variables.forEach((variable, k) => {
        const values = data.column(variable)
        let total = 0
        for (let row = start; row < end; row++) total += weights[row]! * values[row]!
        data.partials[tile * variables.length + k] = total
      })
    },
  }),
  combine({ variables }, { tileCount, partials }) {
    return new Map(
      variables.map((variable, k) => {
        let total = 0
        for (let tile = 0; tile < tileCount; tile++) total += partials[tile * variables.length + k]!
        return [variable, total]
      }),
    )
  },
}
