import type { Population } from '../backends/backend.ts'
import type { EntityLayout } from '../backends/wasm/index.ts'
import type { Program } from '../program/index.ts'

/** For each relation, in shared memory, the storage row of the one per storage row of the many; padding is 0. */
export function storedRelations(
  program: Program,
  entities: ReadonlyMap<string, EntityLayout>,
  relations: Population['relations'],
): ReadonlyMap<string, Int32Array> {
  return new Map(
    program.relations.map(({ name, from, to }) => {
      const members = entities.get(from)!
      const groups = entities.get(to)!
      const ones = relations[name]!
      const stored = new Int32Array(new SharedArrayBuffer(members.length * 4))
      for (let tile = 0; tile < members.rows.length - 1; tile++) {
        const shift = groups.storage[tile]! - groups.rows[tile]!
        let at = members.storage[tile]!
        for (let row = members.rows[tile]!; row < members.rows[tile + 1]!; row++)
          stored[at++] = ones[row]! + shift
      }
      return [name, stored]
    }),
  )
}
