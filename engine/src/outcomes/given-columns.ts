/** Columns that a reduction of outcomes finds beside the law's variables: weights by entity, and facts about each unit. */
import type { ImpactFrame, ImpactPopulation } from './impact-frame.ts'

export const weightColumn = (entity: string) => `outcome_weight.${entity}`

/** Of the entity whose income is compared: its persons, the position of its group, 1 ÷ its equivalence divisor. */
export const unitColumns = {
  people: 'outcome_people',
  slots: 'outcome_group',
  scale: 'outcome_scale',
} as const

export interface GivenColumn {
  readonly entity: string
  readonly name: string
  readonly values: Float64Array
}

export function givenColumns(
  population: ImpactPopulation,
  entity: string,
  frame: ImpactFrame,
): GivenColumn[] {
  const weights = Object.entries(population.weight).map(([name, values]) => ({
    entity: name,
    name: weightColumn(name),
    values,
  }))
  const { people, slots, scale } = frame.columns
  return [
    ...weights,
    { entity, name: unitColumns.people, values: people },
    { entity, name: unitColumns.slots, values: slots },
    { entity, name: unitColumns.scale, values: scale },
  ]
}
