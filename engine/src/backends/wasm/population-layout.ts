/**
 * Cuts a population into tiles that no relation crosses, and says where each tile's rows lie in storage columns.
 *
 * A tile holds consecutive rows of every entity. In a storage column each tile's rows begin at a cache line and are
 * padded to whole ones, so that two threads never write to the same line.
 */
import type { Relation } from '../../program/index.ts'
import type { Population } from '../backend.ts'
import { rowsPerLine } from './binding.ts'

export interface EntityLayout {
  /** Rows of the population. */
  readonly count: number
  /** Rows of a storage column, padding included. */
  readonly length: number
  /** First population row of each tile, and `count` at the end. */
  readonly rows: Int32Array
  /** First storage row of each tile, and `length` at the end. */
  readonly storage: Int32Array
}

export interface PopulationLayout {
  readonly tileCount: number
  readonly entities: ReadonlyMap<string, EntityLayout>
  /** Rows of the largest part any entity has in a tile, padding included. */
  readonly largestTile: number
}

/** Small enough for a core's cache; and of a small population there are still many, so that sampling errors can be told. */
const mostRows = 2048
const leastTiles = 128
const leastRows = 8

/** Rows of the most numerous entity, of which there are `count`, that a tile has when nobody says otherwise. */
export const usualTileRows = (count: number) =>
  Math.max(leastRows, Math.min(mostRows, Math.ceil(count / leastTiles)))

/**
 * tileRows   rows of the most numerous entity that a tile should have; a tile has more where a group is larger
 * throws     RangeError when a relation is not one row per member, ascending, inside the groups
 */
export function layOutPopulation(
  entities: readonly string[],
  relations: readonly Relation[],
  population: Population,
  tileRows?: number,
): PopulationLayout {
  const counts = entities.map(e => population.entities[e]?.count ?? 0)
  const most = Math.max(...counts)
  const links = relations.map(r => linkOf(r, entities, counts, population))
  const components = componentsOf(entities.length, links)
  const tileCount = Math.max(1, Math.ceil(most / (tileRows ?? usualTileRows(most))))
  const cuts = [counts.map(() => 0)]
  for (let tile = 1; tile <= tileCount; tile++) {
    const cut = counts.map(() => 0)
    for (const members of components) {
      const largest = members.reduce((a, b) => (counts[b]! > counts[a]! ? b : a))
      cut[largest] = Math.round((counts[largest]! * tile) / tileCount)
    }
    cuts.push(tile === tileCount ? counts : closeUnder(links, cut))
  }
  const layouts = entities.map((_, e) => layOutEntity(cuts.map(cut => cut[e]!)))
  return {
    tileCount,
    entities: new Map(entities.map((name, e) => [name, layouts[e]!])),
    largestTile: Math.max(rowsPerLine, ...layouts.flatMap(largestTileOf)),
  }
}

interface Link {
  readonly from: number
  readonly to: number
  readonly ones: Int32Array
}

function linkOf(
  { name, from, to }: Relation,
  entities: readonly string[],
  counts: readonly number[],
  population: Population,
): Link {
  const link = { from: entities.indexOf(from), to: entities.indexOf(to), ones: population.relations[name]! }
  const groups = counts[link.to]!
  if (!link.ones || link.ones.length !== counts[link.from])
    throw new RangeError(`relation ${name} does not have one row for each ${from}`)
  link.ones.forEach((one, i) => {
    if (one < 0 || one >= groups || (i > 0 && one < link.ones[i - 1]!))
      throw new RangeError(`relation ${name}: row ${i} is not ascending or not a row of ${to}`)
  })
  return link
}

/** The least cut at or after `cut` that no relation crosses: groups and members lie on the same side. */
function closeUnder(links: readonly Link[], cut: number[]): number[] {
  for (let changed = true; changed; ) {
    changed = false
    for (const { from, to, ones } of links) {
      const group = cut[from]! > 0 ? ones[cut[from]! - 1]! + 1 : 0
      if (group > cut[to]!) {
        cut[to] = group
        changed = true
      }
      const member = firstAtLeast(ones, cut[to]!)
      if (member > cut[from]!) {
        cut[from] = member
        changed = true
      }
    }
  }
  return cut
}

function firstAtLeast(ascending: Int32Array, value: number): number {
  let low = 0
  let high = ascending.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (ascending[middle]! < value) low = middle + 1
    else high = middle
  }
  return low
}

function componentsOf(count: number, links: readonly Link[]): number[][] {
  const label = Array.from({ length: count }, (_, e) => e)
  for (const { from, to } of links) {
    const [a, b] = [label[from]!, label[to]!]
    label.forEach((l, e) => {
      if (l === b) label[e] = a
    })
  }
  return [...new Set(label)].map(l => label.flatMap((other, e) => (other === l ? [e] : [])))
}

export function layOutEntity(rows: readonly number[]): EntityLayout {
  const storage = [0]
  for (let tile = 1; tile < rows.length; tile++)
    storage.push(storage[tile - 1]! + padded(rows[tile]! - rows[tile - 1]!))
  return {
    count: rows.at(-1)!,
    length: storage.at(-1)!,
    rows: Int32Array.from(rows),
    storage: Int32Array.from(storage),
  }
}

const padded = (rows: number) => Math.ceil(rows / rowsPerLine) * rowsPerLine

export const largestTileOf = ({ storage }: EntityLayout) =>
  storage.reduce((most, start, tile) => Math.max(most, (storage[tile + 1] ?? start) - start), 0)

/** Copies a population column into a storage column; padding is left as it is. */
export function toStorage(layout: EntityLayout, values: Float64Array, storage: Float64Array): void {
  if (values.length !== layout.count)
    throw new RangeError(`a column has ${values.length} rows where ${layout.count} are needed`)
  eachTile(layout, (from, to, at) => {
    for (let row = from; row < to; row++) storage[at + row - from] = values[row]!
  })
}

/** The rows of the population in a storage column, as a column of their own. */
export function toPopulation(layout: EntityLayout, storage: Float64Array): Float64Array {
  const values = new Float64Array(layout.count)
  eachTile(layout, (from, to, at) => {
    for (let row = from; row < to; row++) values[row] = storage[at + row - from]!
  })
  return values
}

/** Byte offset of each member's group among the group rows of its tile, in storage order of the members. */
export function relationOffsets(members: EntityLayout, groups: EntityLayout, ones: Int32Array): Int32Array {
  const offsets = new Int32Array(members.length)
  for (let tile = 0; tile < members.rows.length - 1; tile++) {
    const shift = members.storage[tile]! - members.rows[tile]!
    for (let row = members.rows[tile]!; row < members.rows[tile + 1]!; row++)
      offsets[row + shift] = (ones[row]! - groups.rows[tile]!) * 8
  }
  return offsets
}

function eachTile(layout: EntityLayout, visit: (from: number, to: number, at: number) => void): void {
  for (let tile = 0; tile < layout.rows.length - 1; tile++)
    visit(layout.rows[tile]!, layout.rows[tile + 1]!, layout.storage[tile]!)
}
