import type { Relation } from '../program/index.ts'
import type { Population } from './backend.ts'

/** Throws a `RangeError` where a relation does not have one row of its group for each member. */
export function checkRelations(relations: readonly Relation[], population: Population): void {
  const rowsOf = (entity: string): number => population.entities[entity]?.count ?? 0
  for (const { name, from, to } of relations) {
    const ones = population.relations[name]
    if (ones?.length !== rowsOf(from))
      throw new RangeError(`relation ${name} does not have one row for each ${from}`)
    const wrong = ones.find(one => !(one >= 0 && one < rowsOf(to)))
    if (wrong !== undefined) throw new RangeError(`relation ${name}: ${wrong} is no row of ${to}`)
  }
}
