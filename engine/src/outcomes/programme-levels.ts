/** What each programme of the budget amounts to, and how many units hold it: the levels that a reform's changes add to. */
import type { ReducerDefinition, StoredPopulation } from '../run/tile-reducer.ts'
import { weightColumn } from './given-columns.ts'
import type { ImpactSpec } from './impact-reducer.ts'
import { programmeTallier, programmeTally } from './tally-programme.ts'

export interface ProgrammeLevel {
  /** Weighted total. */
  readonly amount: number
  /** Weighted units with an amount above half a cent. */
  readonly holders: number
}

type Spec = Pick<ImpactSpec, 'programmes'>

/** A reform from nothing to the baseline, tallied as reforms are. The result is in the order of the spec. */
export const programmeLevels: ReducerDefinition<Spec, readonly ProgrammeLevel[]> = {
  name: 'programme_levels',
  plan: ({ programmes }, population) => ({
    variables: programmes.map(programme => programme.variable),
    partials: programmes.length * programmeTally.length,
    arrays: { nothing: Math.max(0, ...programmes.map(({ entity }) => longestTile(population, entity))) },
  }),
  create({ programmes }, data) {
    const tally = programmeTallier(data.memory)
    return {
      tile(tile) {
        let at = tile * programmes.length * programmeTally.length
        for (const { variable, entity } of programmes) {
          const { start, end } = data.rows(entity, tile)
          const columns = {
            before: data.array('nothing'),
            after: data.column(variable).subarray(start, end),
            weights: data.column(weightColumn(entity)).subarray(start, end),
          }
          tally(columns, 0, end - start, data.partials, at)
          at += programmeTally.length
        }
      },
    }
  },
  combine: ({ programmes }, { tileCount, partials }) =>
    programmes.map((_, programme) => {
      let amount = 0
      let holders = 0
      for (let tile = 0; tile < tileCount; tile++) {
        const at = (tile * programmes.length + programme) * programmeTally.length
        amount += partials[at + programmeTally.change]!
        holders += partials[at + programmeTally.holders]!
      }
      return { amount, holders }
    }),
}

function longestTile(population: StoredPopulation, entity: string): number {
  let longest = 0
  for (let tile = 0; tile < population.tileCount; tile++) {
    const { start, end } = population.rows(entity, tile)
    longest = Math.max(longest, end - start)
  }
  return longest
}
