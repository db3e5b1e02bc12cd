/** Σ weight × variable, by variable: the smallest reduction, and an example of one. */
import type { ReducerDefinition } from './tile-reducer.ts'

/** Variables of one entity, to be added up with one weight. */
export interface WeightedTotalsOf {
  readonly variables: readonly string[]
  readonly entity: string
  /** A column of that entity: an input, a variable or an added column. */
  readonly weight: string
}

export type WeightedTotalsSpec = readonly WeightedTotalsOf[]

const variablesOf = (spec: WeightedTotalsSpec) => spec.flatMap(({ variables }) => variables)

/** Sums each tile in row order, then the tiles in order. */
export const weightedTotals: ReducerDefinition<WeightedTotalsSpec, ReadonlyMap<string, number>> = {
  name: 'weighted_totals',
  plan: spec => ({ variables: variablesOf(spec), partials: variablesOf(spec).length }),
  create: (spec, data) => ({
    tile(tile) {
      let at = tile * variablesOf(spec).length
      for (const { variables, entity, weight } of spec) {
        const { start, end } = data.rows(entity, tile)
        const weights = data.column(weight)
        for (const variable of variables) {
          const values = data.column(variable)
          let total = 0
          for (let row = start; row < end; row++) total += weights[row]! * values[row]!
          data.partials[at++] = total
        }
      }
    },
  }),
  combine(spec, { tileCount, partials }) {
    const variables = variablesOf(spec)
    return new Map(
      variables.map((variable, k) => {
        let total = 0
        for (let tile = 0; tile < tileCount; tile++) total += partials[tile * variables.length + k]!
        return [variable, total]
      }),
    )
  },
}
