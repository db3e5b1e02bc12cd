/** How many people each group of the baseline has, and their income: what a reform's changes are measured against. */
import type { ReducerDefinition } from '../run/tile-reducer.ts'
import { unitColumns, weightColumn } from './given-columns.ts'
import { HalfSums, halves } from './half-samples.ts'
import type { ImpactSpec } from './impact-reducer.ts'

/** Numbers of a group: records, weighted units and people, and Σ weight × income over units and over people. */
export const groupLevel = {
  records: 0,
  units: 1,
  people: 2,
  incomeOfUnits: 3,
  incomeOfPeople: 4,
  length: 5,
} as const

type Spec = Pick<ImpactSpec, 'entity' | 'income' | 'groupCount'>

/** The result is `[group][groupLevel]`. */
export const groupLevels: ReducerDefinition<Spec, HalfSums> = {
  name: 'group_levels',
  plan: ({ income, groupCount }) => ({
    variables: [income],
    partials: groupCount * groupLevel.length * halves,
  }),
  create: ({ entity, income, groupCount }, data) => ({
    tile(tile) {
      const { start, end } = data.rows(entity, tile)
      const incomes = data.column(income)
      const weights = data.column(weightColumn(entity))
      const people = data.column(unitColumns.people)
      const slots = data.column(unitColumns.slots)
      const length = groupCount * groupLevel.length * halves
      const sums = data.partials.subarray(tile * length, (tile + 1) * length).fill(0)
      const add = (at: number, number: number) => {
        sums[at] = sums[at]! + number
      }
      for (let row = start; row < end; row++) {
        const at = (number: number) =>
          (slots[row]! * groupLevel.length + number) * halves + ((row - start) & 1)
        const weight = weights[row]!
        const amount = incomes[row]!
        add(at(groupLevel.records), 1)
        add(at(groupLevel.units), weight)
        add(at(groupLevel.people), weight * people[row]!)
        add(at(groupLevel.incomeOfUnits), weight * amount)
        add(at(groupLevel.incomeOfPeople), weight * people[row]! * amount)
      }
    },
  }),
  combine: ({ groupCount }, { partials }) => new HalfSums(partials, groupCount * groupLevel.length),
}
