/** Columns that a reduction of outcomes finds beside the law's variables: weights by entity, and facts about each unit. */
import type { ImpactFrame, ImpactPopulation } from './impact-frame.ts'

export const weightColumn = (entity: string) => `outcome_weight.${entity}`

/** Of the entity whose income is compared: its persons, the position of its group, 1 ÷ its equivalence divisor, rank. */
export const unitColumns = {
  people: 'outcome_people',
  slots: 'outcome_group',
  scale: 'outcome_scale',
  ranks: 'outcome_rank',
} as const

export interface GivenColumn {
  readonly entity: string
  readonly name: string
  readonly values: Float64Array
}

export function weightColumns(population: ImpactPopulation): GivenColumn[] {
  return Object.entries(population.weight).map(([entity, values]) => ({
    entity,
    name: weightColumn(entity),
    values,
  }))
}

/** `entity` is the one whose income is compared. */
export function givenColumns(entity: string, { columns }: ImpactFrame): GivenColumn[] {
  return [
    { entity, name: unitColumns.people, values: columns.people },
    { entity, name: unitColumns.slots, values: columns.slots },
    { entity, name: unitColumns.scale, values: columns.scale },
    { entity, name: unitColumns.ranks, values: columns.ranks },
  ]
}
