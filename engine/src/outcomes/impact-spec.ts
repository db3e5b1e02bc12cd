import type { Convention } from './convention.ts'
import { type ImpactFrame, incomeFloor } from './impact-frame.ts'
import type { ImpactSpec } from './impact-reducer.ts'
import type { OutcomeTable } from './outcome-table.ts'
import type { PovertyFrame } from './poverty-frame.ts'
import type { PovertyLine, PovertyTable } from './poverty-table.ts'
import type { PovertySpec } from './poverty-tiles.ts'
import { lossEdges } from './tally-incomes.ts'

/** What the workers need to know of a law's outcomes, a convention and a baseline. */
export function impactSpec(
  table: OutcomeTable,
  convention: Convention,
  frame: ImpactFrame,
  poverty: PovertyFrame | null,
): ImpactSpec {
  return {
    programmes: table.programmes.map(({ variable, entity }) => ({ variable, entity })),
    entity: convention.entity,
    income: convention.income,
    groupCount: frame.groups.length,
    floor: incomeFloor(convention),
    losses: lossEdges(convention),
    inequalityWeights: convention.inequalityWeights,
    shareStraddlers: convention.shareStraddlers,
    rankedWeights: frame.rankedWeights,
    buckets: frame.buckets,
    poverty: poverty && povertySpec(table.poverty!, poverty),
  }
}

function povertySpec(
  { entity, groups, lines }: PovertyTable,
  { everybody, people, medians }: PovertyFrame,
): PovertySpec {
  const medianOf = (line: PovertyLine) => medians[lines.indexOf(line)]!
  return {
    entity,
    groupCount: 1 + groups.length,
    everybody,
    people,
    lines: lines.map(line => ({
      ...{ resources: line.resources, need: line.need },
      line: line.shareOfMedian === null ? 1 : line.shareOfMedian * medianOf(line).value,
    })),
    ownLines: lines.flatMap(line =>
      line.shareOfMedian === null
        ? []
        : {
            ...{ resources: line.resources, need: line.need },
            ...{ share: line.shareOfMedian, median: medianOf(line) },
          },
    ),
  }
}
