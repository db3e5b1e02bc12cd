/** What each programme of the budget amounts to, and how many units hold it: the levels that a reform's changes add to. */
import type { ReducerDefinition } from '../run/tile-reducer.ts'
import { weightColumn } from './given-columns.ts'
import { HalfSums, halves } from './half-samples.ts'
import type { ImpactSpec } from './impact-reducer.ts'
import { longestTile } from './longest-tile.ts'
import { programmeTallier, programmeTally } from './tally-programme.ts'

type Spec = Pick<ImpactSpec, 'programmes'>

/** A reform from nothing to the baseline, tallied as reforms are: `[programme][programmeTally]`. */
export const programmeLevels: ReducerDefinition<Spec, HalfSums> = {
  name: 'programme_levels',
  plan: ({ programmes }, population) => ({
    variables: programmes.map(programme => programme.variable),
    partials: programmes.length * programmeTally.length * halves,
    arrays: { nothing: Math.max(0, ...programmes.map(({ entity }) => longestTile(population, entity))) },
  }),
  create({ programmes }, data) {
    const tally = programmeTallier(data.memory)
    return {
      tile(tile) {
        let at = tile * programmes.length * programmeTally.length * halves
        for (const { variable, entity } of programmes) {
          const { start, end } = data.rows(entity, tile)
          const columns = {
            before: data.array('nothing'),
            after: data.column(variable).subarray(start, end),
            weights: data.column(weightColumn(entity)).subarray(start, end),
          }
          tally(columns, 0, end - start, data.partials, at)
          at += programmeTally.length * halves
        }
      },
    }
  },
  combine: ({ programmes }, { partials }) =>
    new HalfSums(partials, programmes.length * programmeTally.length),
}
