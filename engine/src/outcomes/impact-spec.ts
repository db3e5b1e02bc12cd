import type { Convention } from './convention.ts'
import { type ImpactFrame, incomeFloor } from './impact-frame.ts'
import type { ImpactSpec } from './impact-reducer.ts'
import type { OutcomeTable } from './outcome-table.ts'

/** What the workers need to know of a law's outcomes, a convention and a baseline. */
export function impactSpec(table: OutcomeTable, convention: Convention, frame: ImpactFrame): ImpactSpec {
  return {
    programmes: table.programmes.map(({ variable, entity }) => ({ variable, entity })),
    entity: convention.entity,
    income: convention.income,
    groupCount: frame.groups.length,
    floor: incomeFloor(convention),
    rankedWeights: frame.rankedWeights,
    buckets: frame.buckets,
  }
}
