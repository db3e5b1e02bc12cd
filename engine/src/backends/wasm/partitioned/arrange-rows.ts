/**
 * Puts the rows of a population into an order in which it can be cut into tiles: what relations join stays together, and
 * rows of one partition follow each other. Rows may come in any order, and groups of one kind may cross those of another.
 *
 * A *block* is the least set of rows that no relation leaves. Within a block rows keep their order, so that members are
 * added up in the order in which they came.
 */
import type { Relation } from '../../../program/index.ts'
import type { Population } from '../../backend.ts'
import { checkRelations } from '../../check-relations.ts'
import { rowsPerLine } from '../binding.ts'
import { largestTileOf, layOutEntity, type PopulationLayout } from '../population-layout.ts'

export interface ArrangedRows extends PopulationLayout {
  /** Per entity, for each row in the new order the row of the population. */
  readonly order: ReadonlyMap<string, Int32Array>
  /** Relations between rows in the new order. */
  readonly relations: Population['relations']
  /** Value of the partition's column in each partition; undefined where the rows of a block differ, or have none. */
  readonly values: readonly (number | undefined)[]
  /** Partition of each tile. */
  readonly partitionOfTile: Int32Array
}

/** Fewer rows than in other populations: there are many more columns between kernels that should stay in cache. */
const usualTileRows = 1024

/**
 * partition   an input of the program by its entity and name; without one all rows are one partition
 * throws      RangeError when a relation is not one row for each member, inside the groups
 */
export function arrangeRows(
  entities: readonly string[],
  relations: readonly Relation[],
  population: Population,
  partition: { readonly entity: string; readonly name: string } | undefined,
  tileRows = usualTileRows,
): ArrangedRows {
  const counts = entities.map(e => population.entities[e]?.count ?? 0)
  checkRelations(relations, population)
  const { blockOf, blockCount } = blocksOf(entities, counts, relations, population)
  const blockValues = valuesOfBlocks(blockOf, blockCount, entities, population, partition)
  const values = [...new Set(blockValues)].sort((a, b) => (a ?? Infinity) - (b ?? Infinity))
  if (!values.length) values.push(undefined)
  const number = new Map(values.map((value, i) => [value, i]))
  const partitionOf = Int32Array.from(blockValues, value => number.get(value)!)
  const blocks = stableOrder(partitionOf, values.length)
  const rank = new Int32Array(blockCount)
  blocks.forEach((block, place) => {
    rank[block] = place
  })
  const order = blockOf.map(of =>
    stableOrder(
      of.map(block => rank[block]!),
      blockCount,
    ),
  )
  const cut = cutTiles()
  const layouts = entities.map((_, e) => layOutEntity(cut.rows.map(rows => rows[e]!)))
  return {
    tileCount: cut.rows.length - 1,
    entities: new Map(entities.map((name, e) => [name, layouts[e]!])),
    largestTile: Math.max(rowsPerLine, ...layouts.map(largestTileOf)),
    order: new Map(entities.map((name, e) => [name, order[e]!])),
    relations: Object.fromEntries(relations.map(r => [r.name, newRelation(r)])),
    values,
    partitionOfTile: Int32Array.from(cut.partitions),
  }

  /** Whole blocks, as many as fit, of one partition each. */
  function cutTiles() {
    const sizes = entities.map((_, e) => {
      const size = new Int32Array(blockCount)
      for (const block of blockOf[e]!) size[block]!++
      return size
    })
    const rows: number[][] = [entities.map(() => 0)]
    const partitions: number[] = []
    let at = entities.map(() => 0)
    for (const block of blocks) {
      const next = at.map((row, e) => row + sizes[e]![block]!)
      const begun = rows.at(-1)!
      const last = partitions.length === rows.length ? partitions.at(-1) : undefined
      const full = last !== undefined && next.some((row, e) => row - begun[e]! > tileRows)
      if (last !== undefined && (full || last !== partitionOf[block])) rows.push(at)
      if (partitions.length < rows.length) partitions.push(partitionOf[block]!)
      at = next
    }
    if (!partitions.length) partitions.push(0)
    return { rows: [...rows, at], partitions }
  }

  function newRelation({ name, from, to }: Relation): Int32Array {
    const [f, t] = [entities.indexOf(from), entities.indexOf(to)]
    const place = new Int32Array(counts[t]!)
    order[t]!.forEach((row, i) => {
      place[row] = i
    })
    return order[f]!.map(row => place[population.relations[name]![row]!]!)
  }
}

/** Blocks numbered in the order in which the entities' rows first meet them. */
function blocksOf(
  entities: readonly string[],
  counts: readonly number[],
  relations: readonly Relation[],
  population: Population,
) {
  const starts = counts.map((_, e) => counts.slice(0, e).reduce((sum, count) => sum + count, 0))
  const parent = Int32Array.from({ length: counts.reduce((a, b) => a + b, 0) }, (_, row) => row)
  const rootOf = (row: number) => {
    let root = row
    while (parent[root] !== root) {
      parent[root] = parent[parent[root]!]!
      root = parent[root]!
    }
    return root
  }
  for (const { name, from, to } of relations) {
    const [f, t] = [entities.indexOf(from), entities.indexOf(to)]
    population.relations[name]!.forEach((one, row) => {
      parent[rootOf(starts[t]! + one)] = rootOf(starts[f]! + row)
    })
  }
  const numbers = new Int32Array(parent.length).fill(-1)
  let blockCount = 0
  const blockOf = counts.map((count, e) =>
    Int32Array.from({ length: count }, (_, row) => {
      const root = rootOf(starts[e]! + row)
      if (numbers[root] === -1) numbers[root] = blockCount++
      return numbers[root]!
    }),
  )
  return { blockOf, blockCount }
}

function valuesOfBlocks(
  blockOf: readonly Int32Array[],
  blockCount: number,
  entities: readonly string[],
  population: Population,
  partition: { readonly entity: string; readonly name: string } | undefined,
): (number | undefined)[] {
  const values: (number | undefined)[] = new Array(blockCount).fill(undefined)
  const column = partition && population.entities[partition.entity]?.columns.get(partition.name)
  if (!column) return values
  const differs = new Uint8Array(blockCount)
  blockOf[entities.indexOf(partition.entity)]!.forEach((block, row) => {
    values[block] ??= column[row]!
    if (!Object.is(values[block], column[row])) differs[block] = 1
  })
  return values.map((value, block) => (differs[block] ? undefined : value))
}

/** Positions in ascending order of their keys, those of equal keys in ascending order. */
function stableOrder(keys: Int32Array, limit: number): Int32Array {
  const next = new Int32Array(limit + 1)
  for (const key of keys) next[key + 1]!++
  for (let key = 0; key < limit; key++) next[key + 1]! += next[key]!
  const order = new Int32Array(keys.length)
  keys.forEach((key, position) => {
    order[next[key]!++] = position
  })
  return order
}
