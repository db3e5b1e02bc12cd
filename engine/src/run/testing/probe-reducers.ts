/** Reductions that tests of the runner need: one with phases, one that dawdles, some that fail. */
import { registerReducer } from '../reducer-registry.ts'
import type { ReducerDefinition } from '../tile-reducer.ts'

/** The sorted values of a variable: chunks sorted in one phase, merged pairwise in the next ones. */
export const sortedValues: ReducerDefinition<{ entity: string; variable: string }, Float64Array> = {
  name: 'sorted_values',
  plan: ({ entity, variable }, population) => {
    const { count } = population.size(entity)
    return { variables: [variable], partials: 1, arrays: { values: count, merged: count }, phases: [4, 1] }
  },
  create({ entity, variable }, data) {
    const chunk = (task: number) => {
      const { count } = data.size(entity)
      return [Math.floor((task * count) / 4), Math.floor(((task + 1) * count) / 4)] as const
    }
    return {
      tile(tile) {
        const { start, end } = data.rows(entity, tile)
        let before = 0
        for (let t = 0; t < tile; t++) before += data.rows(entity, t).end - data.rows(entity, t).start
        data.array('values').set(data.column(variable).subarray(start, end), before)
        data.partials[tile] = end - start
      },
      phase(phase, task) {
        const values = data.array('values')
        if (phase === 0) values.subarray(...chunk(task)).sort()
        else
          data
            .array('merged')
            .set([0, 1, 2, 3].flatMap(k => [...values.subarray(...chunk(k))]).sort((a, b) => a - b))
      },
    }
  },
  combine: ({ entity }, data) => {
    const counted = data.partials.reduce((sum, rows) => sum + rows, 0)
    if (counted !== data.size(entity).count) throw new Error(`${counted} rows were seen`)
    return data.array('merged').slice()
  },
}

/** Mean of run − baseline over a variable, weighted by an added column; through a relation where one is named. */
export const meanChange: ReducerDefinition<
  { entity: string; variable: string; weight: string; relation?: string },
  number
> = {
  name: 'mean_change',
  plan: ({ variable }) => ({ variables: [variable], partials: 2 }),
  create: ({ entity, variable, weight, relation }, data) => ({
    tile(tile) {
      const { start, end } = data.rows(entity, tile)
      const [after, before, weights] = [data.column(variable), data.baseline(variable), data.column(weight)]
      let [total, mass] = [0, 0]
      for (let row = start; row < end; row++) {
        const of = relation ? data.relation(relation)[row]! : row
        total += weights[row]! * (after[of]! - before[of]!)
        mass += weights[row]!
      }
      data.partials.set([total, mass], tile * 2)
    },
  }),
  combine(_, { tileCount, partials }) {
    let [total, mass] = [0, 0]
    for (let tile = 0; tile < tileCount; tile++) {
      total += partials[tile * 2]!
      mass += partials[tile * 2 + 1]!
    }
    return total / mass
  },
}

/** Takes `milliseconds` for each tile; counts the tiles. */
export const dawdling: ReducerDefinition<{ milliseconds: number }, number> = {
  name: 'dawdling',
  plan: () => ({ variables: [], partials: 1 }),
  create: ({ milliseconds }, { partials }) => ({
    tile(tile) {
      const until = performance.now() + milliseconds
      while (performance.now() < until);
      partials[tile]! += 1
    },
  }),
  combine: (_, { partials }) => partials.reduce((sum, n) => sum + n, 0),
}

export const failing: ReducerDefinition<{ how: 'throw' | 'exit'; tile: number }, null> = {
  name: 'failing',
  plan: () => ({ variables: [], partials: 1 }),
  create: ({ how, tile: fatal }) => ({
    tile(tile) {
      if (tile !== fatal) return
      if (how === 'exit') process.exit(3)
      throw new RangeError(`tile ${tile} is cursed`)
    },
  }),
  combine: () => null,
}

for (const reducer of [sortedValues, meanChange, dawdling, failing])
  registerReducer(reducer as ReducerDefinition<unknown, unknown>)
