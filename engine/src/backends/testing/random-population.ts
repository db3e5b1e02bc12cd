import type { Program } from '../../program/index.ts'
import type { Population } from '../backend.ts'
import { below, type Random, randomFrom, randomNumber } from './random-numbers.ts'

/**
 * A population of about `rows` of the most numerous entity for `program`, whose relations must nest or share their `from`.
 * Some groups are large, some empty; some inputs are missing.
 */
export function randomPopulation(program: Program, seed: number, rows: number): Population {
  const random = randomFrom(seed)
  const counts = new Map<string, number>()
  for (const name of program.entities)
    counts.set(name, Math.round(rows * (name === 'person' ? 1 : 0.2 + 0.5 * random())))
  const relations: Record<string, Int32Array> = {}
  for (const { name, from, to } of program.relations) {
    const [unit, household] = [relations['person.tax_unit'], relations['tax_unit.household']]
    relations[name] =
      name === 'person.household' && unit && household
        ? unit.map(u => household[u]!)
        : randomGroups(random, counts.get(from)!, counts.get(to)!)
  }
  const entities: Record<string, { count: number; columns: Map<string, Float64Array> }> = {}
  for (const [name, count] of counts) entities[name] = { count, columns: new Map() }
  for (const { op, entity, name, type, domain } of program.nodes) {
    if (op !== 'input' || random() < 0.05) continue
    const categories = program.domains.find(d => d.name === domain)?.values.length ?? 2
    const value = type === 'number' ? () => randomNumber(random) : () => below(random, categories)
    entities[entity!]!.columns.set(name!, Float64Array.from({ length: counts.get(entity!)! }, value))
  }
  return { entities, relations }
}

/** Ascending group rows of `count` members; where there are no groups there can be no members. */
function randomGroups(random: Random, count: number, groups: number): Int32Array {
  const ones = Int32Array.from({ length: count }, () => below(random, groups)).sort()
  if (random() < 0.3) ones.fill(ones[count >> 1] ?? 0, count >> 2, (count >> 2) + Math.min(40, count >> 3))
  return ones.sort()
}
