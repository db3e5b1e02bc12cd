/**
 * What the impact of every reform is measured against: groups cut once on the baseline, people and equivalence scales by
 * unit, and the totals of groups. Made once a baseline, from its incomes alone.
 */
import { type BucketMap, fitBucketMap } from './bucket-map.ts'
import { type Convention, equivalenceDivisor } from './convention.ts'
import type { PopulationSize } from './impact.ts'
import { cutIncomeGroups, type IncomeGroup } from './income-groups.ts'
import { sortedOrder } from './sorted-order.ts'

/** What the frame reads of a population; a `Dataset` is one. */
export interface ImpactPopulation {
  readonly name: string
  readonly hash: string
  readonly access: 'public' | 'protected'
  readonly year: number
  /** For each member its group's row, ascending. */
  readonly relations: Readonly<Record<string, Int32Array>>
  /** How many real units each record stands for, by entity. */
  readonly weight: Readonly<Record<string, Float64Array>>
}

/** Size and baseline income of a group. */
export interface GroupLevel {
  readonly records: number
  readonly units: number
  readonly people: number
  /** Σ weight × income, and Σ weight × people × income. */
  readonly incomeOfUnits: number
  readonly incomeOfPeople: number
}

export interface ImpactFrame {
  /** Size of the population by entity. */
  readonly population: Readonly<Record<string, PopulationSize>>
  readonly groups: readonly IncomeGroup[]
  readonly levels: readonly GroupLevel[]
  /** Columns over the convention's entity. */
  readonly columns: {
    readonly people: Float64Array
    readonly slots: Float64Array
    readonly scale: Float64Array
    /** Place of each unit when incomes are ranked for inequality, from 0. */
    readonly ranks: Float64Array
  }
  /** Weight × people by rank, in memory that threads share. */
  readonly rankedWeights: Float64Array
  readonly buckets: BucketMap
}

/**
 * income    baseline of the convention's `income`, one a unit
 * rankedBy  baseline of the convention's `rankedBy`, one a unit
 * persons   the entity whose records are people
 */
export function frameImpact(
  population: ImpactPopulation,
  convention: Convention,
  persons: string,
  income: Float64Array,
  rankedBy: Float64Array,
): ImpactFrame {
  const { entity } = convention
  const weights = population.weight[entity]!
  const people = peopleOf(population, entity, persons)
  const scale = people.map(count => 1 / equivalenceDivisor(convention.equivalenceScale, count))
  const rankWeights =
    convention.groupWeights === 'people' ? weights.map((weight, unit) => weight * people[unit]!) : weights
  const ranking = rankedBy.map((value, unit) => value * scale[unit]!)
  const { groups, slots } = cutIncomeGroups(ranking, rankWeights, convention)
  const floor = incomeFloor(convention)
  const inequalityIncome = income.map((value, unit) => Math.max(floor, value * scale[unit]!))
  const order = sortedOrder(inequalityIncome)
  const ranks = new Float64Array(order.length)
  const rankedWeights = new Float64Array(new SharedArrayBuffer(order.length * 8))
  order.forEach((unit, rank) => {
    ranks[unit] = rank
    rankedWeights[rank] = weights[unit]! * people[unit]!
  })
  return {
    population: populationSizes(population),
    groups,
    levels: groupLevels(groups.length, slots, weights, people, income),
    columns: { people, slots, scale, ranks },
    rankedWeights,
    buckets: fitBucketMap(Float64Array.from(order, unit => inequalityIncome[unit]!)),
  }
}

/** Incomes below this are ranked as this when inequality is measured. */
export const incomeFloor = (convention: Convention) =>
  convention.negativeIncomes === 'zero' ? 0 : Number.NEGATIVE_INFINITY

/** Everybody as one group. */
export function sumLevels(levels: readonly GroupLevel[]): GroupLevel {
  const sum = (pick: (level: GroupLevel) => number) => levels.reduce((total, level) => total + pick(level), 0)
  return {
    records: sum(level => level.records),
    units: sum(level => level.units),
    people: sum(level => level.people),
    incomeOfUnits: sum(level => level.incomeOfUnits),
    incomeOfPeople: sum(level => level.incomeOfPeople),
  }
}

function populationSizes({ weight }: ImpactPopulation): Record<string, PopulationSize> {
  const sizes = Object.entries(weight).map(([entity, weights]) => {
    return [
      entity,
      { records: weights.length, weighted: weights.reduce((sum, one) => sum + one, 0) },
    ] as const
  })
  return Object.fromEntries(sizes)
}

function peopleOf(population: ImpactPopulation, entity: string, persons: string): Float64Array {
  const people = new Float64Array(population.weight[entity]!.length)
  if (entity === persons) return people.fill(1)
  for (const unit of population.relations[`${persons}.${entity}`]!) people[unit] = people[unit]! + 1
  return people
}

function groupLevels(
  count: number,
  slots: Float64Array,
  weights: Float64Array,
  people: Float64Array,
  income: Float64Array,
): GroupLevel[] {
  const levels = Array.from({ length: count }, () => ({
    records: 0,
    units: 0,
    people: 0,
    incomeOfUnits: 0,
    incomeOfPeople: 0,
  }))
  slots.forEach((slot, unit) => {
    const level = levels[slot]!
    const weight = weights[unit]!
    level.records++
    level.units += weight
    level.people += weight * people[unit]!
    level.incomeOfUnits += weight * income[unit]!
    level.incomeOfPeople += weight * people[unit]! * income[unit]!
  })
  return levels
}
