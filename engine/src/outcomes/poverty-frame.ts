/** What poverty under every reform is measured against: people by group, and the baseline's medians. */
import { type ImpactPopulation, peopleOf } from './impact-frame.ts'
import type { PovertyTable } from './poverty-table.ts'
import { sortedOrder } from './sorted-order.ts'
import { weightedMedian } from './weighted-median.ts'
import { weightedQuantiles } from './weighted-quantiles.ts'

/** Arrays are in memory that threads share. */
export interface PovertyFrame {
  /** Weight × people of everybody, one a unit. */
  readonly everybody: Float64Array
  /** `[unit][group]`: the same of everybody, then of each group of the table. */
  readonly people: Float64Array
  /** Of each line of the table; null where the law has thresholds. */
  readonly medians: readonly (BaselineMedian | null)[]
}

export interface BaselineMedian {
  /** Where reforms look for theirs. */
  readonly guess: number
  /** What is found from there: the same number as a reform that changes nothing finds. */
  readonly value: number
}

/** `column` answers a variable at the baseline, one value a unit; `persons` is the entity whose records are people. */
export function framePoverty(
  population: ImpactPopulation,
  { entity, groups, lines }: PovertyTable,
  persons: string,
  column: (variable: string) => Float64Array,
): PovertyFrame {
  const weights = population.weight[entity]!
  const counts = [peopleOf(population, entity, persons), ...groups.map(group => column(group.people))]
  const everybody = shared(weights.length)
  const people = shared(weights.length * counts.length)
  weights.forEach((weight, unit) => {
    everybody[unit] = weight * counts[0]![unit]!
    for (const [group, count] of counts.entries())
      people[unit * counts.length + group] = weight * count[unit]!
  })
  return {
    everybody,
    people,
    medians: lines.map(({ resources, need, shareOfMedian }) =>
      shareOfMedian === null ? null : baselineMedian(column(resources), column(need), everybody),
    ),
  }
}

const shared = (length: number) => new Float64Array(new SharedArrayBuffer(length * 8))

function baselineMedian(resources: Float64Array, need: Float64Array, weights: Float64Array): BaselineMedian {
  const values = resources.map((amount, unit) => amount / need[unit]!)
  const [guess] = weightedQuantiles(values, weights, sortedOrder(values), [0.5])
  const everyRow = [{ start: 0, end: values.length }]
  const scratch = { values, weights: new Float64Array(values.length) }
  return { guess: guess!, value: weightedMedian({ resources, need, weights }, everyRow, guess!, scratch) }
}
