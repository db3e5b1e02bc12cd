/**
 * What the impact of every reform is measured against: groups cut once on the baseline, people and equivalence scales by
 * unit. Made once a baseline, from its incomes alone.
 */
import type { PopulationLayout } from '../backends/wasm/index.ts'
import { type BucketMap, fitBucketMap } from './bucket-map.ts'
import { type Convention, equivalenceDivisor, type Weighting } from './convention.ts'
import type { PopulationSize } from './impact.ts'
import { cutIncomeGroups, type IncomeGroup } from './income-groups.ts'
import { sortedOrder } from './sorted-order.ts'

/** What the frame reads of a population; a `Dataset` is one. */
export interface ImpactPopulation {
  readonly name: string
  readonly hash: string
  readonly access: 'public' | 'protected'
  readonly year: number
  /** For each member its group's row; ascending, unless there are `tiles`. */
  readonly relations: Readonly<Record<string, Int32Array>>
  /** How many real units each record stands for, by entity. */
  readonly weight: Readonly<Record<string, Float64Array>>
  /** Neighbouring rows that no relation leaves, where the population was arranged so; else they are cut. */
  readonly tiles?: PopulationLayout
}

export interface ImpactFrame {
  /** Size of the population by entity. */
  readonly population: Readonly<Record<string, PopulationSize>>
  readonly groups: readonly IncomeGroup[]
  /** Columns over the convention's entity. */
  readonly columns: {
    readonly people: Float64Array
    readonly slots: Float64Array
    readonly scale: Float64Array
    /** Place of each unit when incomes are ranked for inequality, from 0. */
    readonly ranks: Float64Array
  }
  /** Weight for inequality by rank, in memory that threads share. */
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
  const { people, scale, weightsOver, groups, slots } = groupUnits(population, convention, persons, rankedBy)
  const floor = incomeFloor(convention)
  const inequalityIncome = income.map((value, unit) => Math.max(floor, value * scale[unit]!))
  const order = sortedOrder(inequalityIncome)
  const ranks = new Float64Array(order.length)
  const rankedWeights = new Float64Array(new SharedArrayBuffer(order.length * 8))
  const inequalityWeights = weightsOver(convention.inequalityWeights)
  order.forEach((unit, rank) => {
    ranks[unit] = rank
    rankedWeights[rank] = inequalityWeights[unit]!
  })
  return {
    population: populationSizes(population),
    groups,
    columns: { people, slots, scale, ranks },
    rankedWeights,
    buckets: fitBucketMap(Float64Array.from(order, unit => inequalityIncome[unit]!)),
  }
}

/** The convention's units in groups by the baseline of its `rankedBy`; `persons` is the entity whose records are people. */
export function groupUnits(
  population: ImpactPopulation,
  convention: Convention,
  persons: string,
  rankedBy: Float64Array,
) {
  const { entity, equivalenceScale, groupWeights } = convention
  const weights = population.weight[entity]!
  const people = peopleOf(population, entity, persons)
  const scale = people.map(count => 1 / equivalenceDivisor(equivalenceScale, count))
  const weightsOver = (weighting: Weighting) =>
    weighting === 'people' ? weights.map((weight, unit) => weight * people[unit]!) : weights
  const ranking = rankedBy.map((value, unit) => value * scale[unit]!)
  return { people, scale, weightsOver, ...cutIncomeGroups(ranking, weightsOver(groupWeights), convention) }
}

/** Incomes below this are ranked as this when inequality is measured. */
export const incomeFloor = (convention: Convention) =>
  convention.negativeIncomes === 'zero' ? 0 : Number.NEGATIVE_INFINITY

function populationSizes({ weight }: ImpactPopulation): Record<string, PopulationSize> {
  const sizes = Object.entries(weight).map(([entity, weights]) => {
    return [
      entity,
      { records: weights.length, weighted: weights.reduce((sum, one) => sum + one, 0) },
    ] as const
  })
  return Object.fromEntries(sizes)
}

/** How many persons each unit has. */
export function peopleOf(population: ImpactPopulation, entity: string, persons: string): Float64Array {
  const people = new Float64Array(population.weight[entity]!.length)
  if (entity === persons) return people.fill(1)
  for (const unit of population.relations[`${persons}.${entity}`]!) people[unit] = people[unit]! + 1
  return people
}
