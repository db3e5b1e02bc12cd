/**
 * Poverty inside the workers. Lines that are known beforehand are tallied tile by tile; where a line is a share of the
 * reform's own median, that is found when all tiles are done, and then the tiles are tallied against it.
 */
import type { ReducerData, StoredPopulation, TileRows } from '../run/tile-reducer.ts'
import { halves } from './half-samples.ts'
import { longestTile } from './longest-tile.ts'
import type { BaselineMedian } from './poverty-frame.ts'
import { type PovertyColumns, PovertyTallier, povertyTally } from './tally-poverty.ts'
import { weightedMedian } from './weighted-median.ts'

export interface PovertySpec {
  readonly entity: string
  /** Everybody, and the groups of the table. */
  readonly groupCount: number
  /** As `PovertyFrame` has them. */
  readonly everybody: Float64Array
  readonly people: Float64Array
  /** Lines that are known beforehand: a share of the baseline's median, or 1 where the need is the line. */
  readonly lines: readonly (LineVariables & { readonly line: number })[]
  /** Lines that are a share of each law's own median. */
  readonly ownLines: readonly (LineVariables & { readonly share: number; readonly median: BaselineMedian })[]
}

interface LineVariables {
  readonly resources: string
  readonly need: string
}

/** How many numbers: `[line][group][povertyTally]` of `lines`, then of `ownLines`. */
export const povertyNumbers = ({ lines, ownLines, groupCount }: PovertySpec) =>
  (lines.length + ownLines.length) * groupCount * povertyTally.length

export const povertyVariablesOf = ({ lines }: PovertySpec) =>
  lines.flatMap(({ resources, need }) => [resources, need])

/** Shared arrays: `poverty_medians` holds the reform's, one for each of `ownLines`. */
export function povertyArrays(spec: PovertySpec, population: StoredPopulation): Record<string, number> {
  const { length: count } = spec.ownLines
  const units = population.size(spec.entity).count
  return { poverty_medians: count, poverty_values: count * units, poverty_weights: count * units }
}

export class PovertyTiles {
  private readonly spec: PovertySpec
  private readonly data: ReducerData
  private readonly tallier: PovertyTallier
  private readonly rows: readonly TileRows[]
  /** The first unit of each tile. */
  private readonly units: readonly number[]
  private lines: readonly PovertyColumns[] = []
  private ownLines: readonly PovertyColumns[] = []

  constructor(spec: PovertySpec, data: ReducerData) {
    this.spec = spec
    this.data = data
    this.tallier = new PovertyTallier(spec.people, spec.groupCount, longestTile(data, spec.entity))
    this.rows = Array.from({ length: data.tileCount }, (_, tile) => data.rows(spec.entity, tile))
    let unit = 0
    this.units = this.rows.map(({ start, end }) => {
      const first = unit
      unit += end - start
      return first
    })
  }

  begin(): void {
    const { spec, data } = this
    const columns = ({ resources, need }: LineVariables) => ({
      resources: data.column(resources),
      need: data.column(need),
    })
    this.lines = spec.lines.map(columns)
    this.ownLines = spec.ownLines.map(columns)
  }

  /** Writes what is known beforehand to the partials from `at`. */
  tile(tile: number, at: number): void {
    const { lines } = this.spec
    for (let i = 0; i < lines.length; i++) this.tally(this.lines[i]!, lines[i]!.line, tile, at, i)
  }

  /** Finds the reform's median of one of `ownLines`, once all tiles are done. */
  findMedian(line: number): void {
    const { spec, data } = this
    const { count } = data.size(spec.entity)
    const room = (name: string) => data.array(name).subarray(line * count, (line + 1) * count)
    data.array('poverty_medians')[line] = weightedMedian(
      { ...this.ownLines[line]!, weights: spec.everybody },
      this.rows,
      spec.ownLines[line]!.median.guess,
      { values: room('poverty_values'), weights: room('poverty_weights') },
    )
  }

  /** Writes what hangs on the reform's medians to the partials from `at`. */
  tileAgain(tile: number, at: number): void {
    const { lines, ownLines } = this.spec
    const medians = this.data.array('poverty_medians')
    for (let i = 0; i < ownLines.length; i++) {
      const line = ownLines[i]!.share * medians[i]!
      this.tally(this.ownLines[i]!, line, tile, at, lines.length + i)
    }
  }

  private tally(columns: PovertyColumns, line: number, tile: number, at: number, place: number): void {
    const { start, end } = this.rows[tile]!
    const to = at + place * this.spec.groupCount * povertyTally.length * halves
    this.tallier.tally(columns, line, start, end, this.units[tile]!, this.data.partials, to)
  }
}
