import { tileRecord } from './binding.ts'
import type { PopulationLayout } from './population-layout.ts'

/** Bytes of a tile's records, one for each entity. */
export const tileBytesOf = (entities: readonly string[]): number => entities.length * tileRecord.size

/** Writes where each tile's rows lie into `words`, one record after the other for each tile. */
export function writeTileRecords(
  words: Int32Array,
  entities: readonly string[],
  { tileCount, entities: layouts }: PopulationLayout,
): void {
  entities.forEach((name, e) => {
    const { rows, storage } = layouts.get(name)!
    for (let tile = 0; tile < tileCount; tile++) {
      const at = (tile * tileBytesOf(entities) + e * tileRecord.size) / 4
      words[at + tileRecord.offset / 4] = storage[tile]! * 8
      words[at + tileRecord.padded / 4] = (storage[tile + 1]! - storage[tile]!) * 8
      words[at + tileRecord.real / 4] = (rows[tile + 1]! - rows[tile]!) * 8
    }
  })
}
