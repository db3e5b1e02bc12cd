/** Sums over earners by group, in half-samples of households: everybody, each role, each income group. */
import type { Sampled } from '../../../outcomes/index.ts'
import { type Earners, earnerRoles } from './earners.ts'

/** Neighbouring households make a stratum, within which they go to its halves by turns. */
const mostStrata = 137

/** One a group. */
export type Cells = readonly Sampled[]

export interface EarnerPlaces {
  /** Row of each earner's household, among so many. */
  readonly households: Int32Array
  readonly householdCount: number
  /** Position of each earner's income group, among so many. */
  readonly incomeGroups: Int32Array
  readonly incomeGroupCount: number
}

export class EarnerCells {
  readonly groupCount: number
  /** Weighted earners. */
  readonly weights: Cells
  readonly records: readonly number[]
  readonly #earners: Earners
  readonly #incomeGroups: Int32Array
  readonly #strata: Int32Array
  readonly #stratumCount: number
  /** 1 for the first half of a stratum, −1 for the second. */
  readonly #signs: Int32Array

  constructor(earners: Earners, { households, householdCount, ...places }: EarnerPlaces) {
    const stratumCount = Math.min(mostStrata, householdCount >> 1)
    this.groupCount = 1 + earnerRoles.length + places.incomeGroupCount
    this.#earners = earners
    this.#incomeGroups = places.incomeGroups
    this.#stratumCount = stratumCount
    this.#strata = households.map(row => Math.floor((row * stratumCount) / householdCount))
    this.#signs = households.map(row => (row % 2 === 0 ? 1 : -1))
    this.weights = this.sums(() => 1)
    const records = new Array<number>(this.groupCount).fill(0)
    for (let earner = 0; earner < earners.count; earner++)
      for (const group of this.groupsOf(earner)) records[group] = records[group]! + 1
    this.records = records
  }

  /** Everybody, the earner's role, their income group. */
  groupsOf(earner: number): readonly [number, number, number] {
    const role = 1 + this.#earners.roles[earner]!
    return [0, role, 1 + earnerRoles.length + this.#incomeGroups[earner]!]
  }

  /** Σ weight × `value`. */
  sums(value: (earner: number) => number): Cells {
    const { count, weights, roles } = this.#earners
    const totals = new Float64Array(this.groupCount)
    const all = new Float64Array(totals.length * this.#stratumCount)
    const firstIncomeGroup = 1 + earnerRoles.length
    const add = (group: number, stratum: number, amount: number, sign: number) => {
      const at = group * this.#stratumCount + stratum
      totals[group] = totals[group]! + amount
      all[at] = all[at]! + sign * amount
    }
    for (let earner = 0; earner < count; earner++) {
      const amount = weights[earner]! * value(earner)
      if (amount === 0) continue
      const stratum = this.#strata[earner]!
      const sign = this.#signs[earner]!
      add(0, stratum, amount, sign)
      add(1 + roles[earner]!, stratum, amount, sign)
      add(firstIncomeGroup + this.#incomeGroups[earner]!, stratum, amount, sign)
    }
    return Array.from(totals, (total, group) => {
      const from = group * this.#stratumCount
      return { total, differences: all.subarray(from, from + this.#stratumCount) }
    })
  }
}
