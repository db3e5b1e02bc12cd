import type { StoredPopulation } from '../run/tile-reducer.ts'

/** How many rows of `entity` the tile with the most of them has. */
export function longestTile(population: StoredPopulation, entity: string): number {
  let longest = 0
  for (let tile = 0; tile < population.tileCount; tile++) {
    const { start, end } = population.rows(entity, tile)
    longest = Math.max(longest, end - start)
  }
  return longest
}
