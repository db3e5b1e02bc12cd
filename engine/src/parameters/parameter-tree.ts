/**
 * The parameters of a law over all its years. Immutable: a reform gives a new tree (`apply-reform.ts`).
 *
 * A leaf is one number or condition: `gov.irs.deductions.standard.amount.joint`, `gov.irs.income.bracket.rates.1`.
 * Conditions are held as 0 and 1, no limit as 9e99.
 */

import { ReformlabError } from '../errors/index.ts'
import { nearestNames } from '../errors/nearest-names.ts'
import type { GrowthRates, Series, Years } from './indexation.ts'
import { type Leaf, leavesOf, yearsOf } from './leaves.ts'
import type { ParameterFile } from './parameter-file.ts'
import type { ParameterGroup } from './parameter-shape.ts'
import { shapeOf } from './shape-of-files.ts'
import { seriesOf, type Timeline } from './timeline.ts'

/** Parameter files by dotted path, in a fixed order. */
export type ParameterFiles = ReadonlyMap<string, ParameterFile>

interface TreeParts {
  readonly files: ParameterFiles
  readonly shape: ParameterGroup
  readonly years: Years
  readonly leaves: readonly Leaf[]
  readonly positions: ReadonlyMap<string, number>
  readonly timelines: readonly Timeline[]
}

export class ParameterTree {
  readonly #parts: TreeParts
  readonly #growth: GrowthRates
  /** Worked out when they are first asked for. */
  readonly #series: (Series | undefined)[]

  private constructor(parts: TreeParts, growth: GrowthRates, series: (Series | undefined)[]) {
    this.#parts = parts
    this.#growth = growth
    this.#series = series
  }

  /**
   * The law as `files` state it, by default in all years that they name.
   *
   * throws  E_PARAMETER_FILE when a file refers to a parameter that is not there, or states nothing for the first year
   */
  static of(files: ParameterFiles, years?: Years): ParameterTree {
    const leaves = leavesOf(files)
    const timelines = leaves.map(leaf => leaf.timeline)
    const positions = new Map(leaves.map(({ path }, i) => [path, i]))
    const parts = {
      files,
      shape: shapeOf(files),
      years: yearsOf(leaves, years),
      leaves,
      positions,
      timelines,
    }
    return new ParameterTree(parts, growthOf(parts), Array(leaves.length).fill(undefined))
  }

  /** Years the law covers, both inclusive. */
  get years(): Years {
    return this.#parts.years
  }

  /** All leaves; `vector` has one number for each, in this order. */
  get leaves(): readonly Leaf[] {
    return this.#parts.leaves
  }

  /** The files the tree was made of, by dotted path: labels, units, references. */
  get files(): ParameterFiles {
    return this.#parts.files
  }

  get shape(): ParameterGroup {
    return this.#parts.shape
  }

  /** The value of one leaf in a year. Throws E_PARAMETER_UNKNOWN, E_DATE_RANGE. */
  value(path: string, year: number): number | boolean {
    const position = this.position(path)
    const value = this.#seriesAt(position).values[this.#yearPosition(year, path)]!
    return this.leaves[position]!.type === 'bool' ? value !== 0 : value
  }

  /** The values of one leaf in all years of the law. Throws E_PARAMETER_UNKNOWN. */
  series(path: string): Float64Array {
    return this.#seriesAt(this.position(path)).values.slice()
  }

  /** All values of a year by leaf path. Throws E_DATE_RANGE. */
  at(year: number): ReadonlyMap<string, number | boolean> {
    const values = this.vector(year)
    return new Map(
      this.leaves.map(({ path, type }, i) => [path, type === 'bool' ? values[i] !== 0 : values[i]!]),
    )
  }

  /** All values of a year in the order of `leaves`. Throws E_DATE_RANGE. */
  vector(year: number): Float64Array {
    const i = this.#yearPosition(year, 'gov')
    return Float64Array.from(this.#series, (_, position) => this.#seriesAt(position).values[i]!)
  }

  /** Throws E_DATE_RANGE for a year that the law does not cover. */
  checkYear(year: number): void {
    this.#yearPosition(year, 'gov')
  }

  /** Whether there is a leaf at `path`. */
  has(path: string): boolean {
    return this.#parts.positions.has(path)
  }

  /** Where a leaf stands in `leaves`. Throws E_PARAMETER_UNKNOWN with the nearest names. */
  position(path: string): number {
    const position = this.#parts.positions.get(path)
    if (position !== undefined) return position
    const known = [...this.#parts.files.keys(), ...this.#parts.positions.keys()]
    const nearest = nearestNames(path, new Set(known)).join(', ') || 'none is close'
    throw new ReformlabError('E_PARAMETER_UNKNOWN', { path, nearest })
  }

  timeline(position: number): Timeline {
    return this.#parts.timelines[position]!
  }

  /** The same law with other timelines at some positions. What does not depend on them is shared. */
  withTimelines(changed: ReadonlyMap<number, Timeline>): ParameterTree {
    const parts = { ...this.#parts, timelines: this.#parts.timelines.map((old, i) => changed.get(i) ?? old) }
    const fresh = growthOf(parts)
    const growth = sameRates(fresh, this.#growth) ? this.#growth : fresh
    const series = this.#series.map((known, i) =>
      changed.has(i) || growth !== this.#growth ? undefined : known,
    )
    return new ParameterTree(parts, growth, series)
  }

  #seriesAt(position: number): Series {
    const { timelines, years } = this.#parts
    const series = this.#series[position] ?? seriesOf(timelines[position]!, years, this.#growth)
    this.#series[position] = series
    return series
  }

  #yearPosition(year: number, path: string): number {
    const { first, last } = this.years
    if (Number.isInteger(year) && year >= first && year <= last) return year - first
    throw new ReformlabError('E_DATE_RANGE', { path, value: year, first, last })
  }
}

/** Growth rates by index, its offset added. Indices are stated for every year, so they need no rates themselves. */
function growthOf({ files, positions, timelines, years }: TreeParts): GrowthRates {
  const valuesAt = (path: string) => seriesOf(timelines[positions.get(path)!]!, years, new Map()).values
  const indices = new Set([...files.values()].flatMap(({ indexation }) => indexation?.index ?? []))
  return new Map(
    [...indices].map(index => {
      const { offset } = files.get(index)!
      const added = offset === undefined ? undefined : valuesAt(offset)
      return [index, valuesAt(index).map((rate, i) => rate + (added?.[i] ?? 0))]
    }),
  )
}

function sameRates(a: GrowthRates, b: GrowthRates): boolean {
  return [...a].every(([index, rates]) => rates.every((rate, i) => rate === b.get(index)![i]))
}
