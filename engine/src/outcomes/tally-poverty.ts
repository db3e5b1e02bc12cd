/**
 * Who is poor, and by how much, over a run of units: added up for each group of people.
 *
 * The gap of a poor unit is the share of its line that it lacks; resources below zero count as zero. Sums over people of
 * the 0th, 1st and 2nd power of the gap are the numerators of Foster, Greer and Thorbecke.
 */
import { halves } from './half-samples.ts'

/** Numbers of a group: people below the line, below half of it, Σ people × gap, Σ people × gap². */
export const povertyTally = { poor: 0, deep: 1, gap: 2, squaredGap: 3, length: 4 } as const

export interface PovertyColumns {
  readonly resources: Float64Array
  /** What the line is multiplied by for a unit. */
  readonly need: Float64Array
}

export class PovertyTallier {
  private readonly people: Float64Array
  private readonly groupCount: number
  /** Of the poor at hand: where their people stand, and their gaps. */
  private readonly places: Int32Array
  private readonly gaps: Float64Array

  /**
   * people   `[unit][group]`, weighted; a group after the other would be memory read for everybody, not for the poor alone
   * longest  the most units of a run
   */
  constructor(people: Float64Array, groupCount: number, longest: number) {
    this.people = people
    this.groupCount = groupCount
    this.places = new Int32Array(longest)
    this.gaps = new Float64Array(longest)
  }

  /**
   * Writes the tallies of rows `start` up to, not including, `end`, `[group][povertyTally][half]`, to `out` from `at`. The
   * unit of the first row is `unit`.
   */
  tally(
    columns: PovertyColumns,
    line: number,
    start: number,
    end: number,
    unit: number,
    out: Float64Array,
    at: number,
  ): void {
    for (let half = 0; half < halves; half++) {
      const count = this.findPoor(columns, line, start + half, end, unit - start)
      for (let group = 0; group < this.groupCount; group++)
        this.addUp(group, count, out, at + group * povertyTally.length * halves + half)
    }
  }

  /**
   * Lists the poor of every other row; a unit is its row plus `shift`. Most are not poor, but none is passed over by a
   * branch, which would be mispredicted. A number that is none is listed.
   */
  private findPoor(
    { resources, need }: PovertyColumns,
    line: number,
    start: number,
    end: number,
    shift: number,
  ): number {
    const { places, gaps, groupCount } = this
    let count = 0
    for (let row = start; row < end; row += halves) {
      places[count] = row
      count += Number(!(Math.max(resources[row]!, 0) >= line * need[row]!))
    }
    for (let i = 0; i < count; i++) {
      const row = places[i]!
      const threshold = line * need[row]!
      gaps[i] = (threshold - Math.max(resources[row]!, 0)) / threshold
      places[i] = (row + shift) * groupCount
    }
    return count
  }

  private addUp(group: number, count: number, out: Float64Array, at: number): void {
    const { people, places, gaps } = this
    let poor = 0
    let deep = 0
    let gapSum = 0
    let squaredGap = 0
    for (let i = 0; i < count; i++) {
      const weight = people[places[i]! + group]!
      const gap = gaps[i]!
      const lacking = weight * gap
      poor += weight
      deep += weight * Number(gap > 0.5)
      gapSum += lacking
      squaredGap += lacking * gap
    }
    out[at + povertyTally.poor * halves] = poor
    out[at + povertyTally.deep * halves] = deep
    out[at + povertyTally.gap * halves] = gapSum
    out[at + povertyTally.squaredGap * halves] = squaredGap
  }
}
