/** How many people each group has of which poverty is told: what its rates are over. */
import type { ReducerDefinition } from '../run/tile-reducer.ts'
import { HalfSums, halves } from './half-samples.ts'
import type { PovertySpec } from './poverty-tiles.ts'

type Spec = Pick<PovertySpec, 'entity' | 'groupCount' | 'people'>

/** The result is one number a group. */
export const povertyPeople: ReducerDefinition<Spec, HalfSums> = {
  name: 'poverty_people',
  plan: ({ groupCount }) => ({ variables: [], partials: groupCount * halves }),
  create: ({ entity, groupCount, people }, data) => {
    const rowCount = (tile: number) => data.rows(entity, tile).end - data.rows(entity, tile).start
    const firstUnit = (tile: number) => {
      let unit = 0
      for (let before = 0; before < tile; before++) unit += rowCount(before)
      return unit
    }
    return {
      tile(tile) {
        const sums = data.partials
          .subarray(tile * groupCount * halves, (tile + 1) * groupCount * halves)
          .fill(0)
        const first = firstUnit(tile)
        const end = first + rowCount(tile)
        for (let unit = first; unit < end; unit++)
          for (let group = 0; group < groupCount; group++) {
            const at = group * halves + ((unit - first) & 1)
            sums[at] = sums[at]! + people[unit * groupCount + group]!
          }
      },
    }
  },
  combine: ({ groupCount }, { partials }) => new HalfSums(partials, groupCount),
}
