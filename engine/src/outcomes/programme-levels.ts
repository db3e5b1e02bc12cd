/** What each programme of the budget amounts to, and how many units hold it: the levels that a reform's changes add to. */
import type { ReducerDefinition } from '../run/tile-reducer.ts'
import { weightColumn } from './given-columns.ts'
import type { ImpactSpec } from './impact-reducer.ts'
import { halfCent } from './tally-programme.ts'

export interface ProgrammeLevel {
  /** Weighted total. */
  readonly amount: number
  /** Weighted units with an amount above half a cent. */
  readonly holders: number
}

type Spec = Pick<ImpactSpec, 'programmes'>

/** Sums each tile in row order, then the tiles in order. The result is in the order of the spec. */
export const programmeLevels: ReducerDefinition<Spec, readonly ProgrammeLevel[]> = {
  name: 'programme_levels',
  plan: ({ programmes }) => ({
    variables: programmes.map(programme => programme.variable),
    partials: programmes.length * 2,
  }),
  create: ({ programmes }, data) => ({
    tile(tile) {
      let at = tile * programmes.length * 2
      for (const { variable, entity } of programmes) {
        const { start, end } = data.rows(entity, tile)
        const weights = data.column(weightColumn(entity))
        const amounts = data.column(variable)
        let amount = 0
        let holders = 0
        for (let row = start; row < end; row++) {
          amount += weights[row]! * amounts[row]!
          if (amounts[row]! > halfCent) holders += weights[row]!
        }
        data.partials[at++] = amount
        data.partials[at++] = holders
      }
    },
  }),
  combine: ({ programmes }, { tileCount, partials }) =>
    programmes.map((_, programme) => {
      let amount = 0
      let holders = 0
      for (let tile = 0; tile < tileCount; tile++) {
        const at = 2 * (tile * programmes.length + programme)
        amount += partials[at]!
        holders += partials[at + 1]!
      }
      return { amount, holders }
    }),
}
