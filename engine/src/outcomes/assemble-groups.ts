/** Income groups, and everybody as one, from what the workers added up. */
import { ReformlabError } from '../errors/index.ts'
import type { Convention } from './convention.ts'
import { groupLevel } from './group-levels.ts'
import { type HalfSums, ratioOf, type Sampled, sumSampled } from './half-samples.ts'
import { type GroupImpact, type WinnerBin, type WinnersAndLosers, winnerBins } from './impact.ts'
import type { IncomeGroup } from './income-groups.ts'
import { ratioError, standardError } from './standard-errors.ts'
import { incomeTally } from './tally-incomes.ts'

/** Numbers of a group: `groupLevel` at the baseline, `incomeTally` of the change. */
interface GroupSums {
  readonly level: readonly Sampled[]
  readonly tally: readonly Sampled[]
}

/**
 * levels  `[group][groupLevel]`
 * changes `[group][incomeTally]`, from `at`
 * throws  E_OUTCOME_VALUE where incomes are not finite numbers
 */
export function groupImpacts(
  cut: readonly IncomeGroup[],
  levels: HalfSums,
  changes: HalfSums,
  at: number,
  convention: Convention,
): { groups: GroupImpact[]; overall: GroupImpact } {
  const numbers = (of: HalfSums, from: number, length: number) =>
    Array.from({ length }, (_, k) => of.of(from + k))
  const isRanked = (_: GroupSums, i: number) => cut[i]!.group > 0
  const all = cut.map((_, i) => ({
    level: numbers(levels, i * groupLevel.length, groupLevel.length),
    tally: numbers(changes, at + i * incomeTally.length, incomeTally.length),
  }))
  const together = (kept: readonly GroupSums[]): GroupSums => ({
    level: kept[0]!.level.map((_, k) => sumSampled(kept.map(({ level }) => level[k]!))),
    tally: kept[0]!.tally.map((_, k) => sumSampled(kept.map(({ tally }) => tally[k]!))),
  })
  const everybody = together(all)
  if (!everybody.tally.every(({ total }) => Number.isFinite(total)))
    throw new ReformlabError('E_OUTCOME_VALUE', { variable: convention.income })
  return {
    groups: cut.map((group, i) => groupImpact(group, all[i]!, convention)),
    overall:
      convention.overall === 'everybody'
        ? groupImpact({ ...whole, label: 'everybody' }, everybody, convention)
        : groupImpact({ ...whole, label: 'all groups' }, together(all.filter(isRanked)), convention),
  }
}

const whole = { group: null, from: 0, to: 1, upperBound: null }

function groupImpact(
  { group, label, from, to, upperBound }: Omit<IncomeGroup, 'group'> & { readonly group: number | null },
  { level, tally }: GroupSums,
  { means }: Convention,
): GroupImpact {
  const overPeople = means === 'people'
  const weights = level[overPeople ? groupLevel.people : groupLevel.units]!
  const incomes = level[overPeople ? groupLevel.incomeOfPeople : groupLevel.incomeOfUnits]!
  const changes = tally[overPeople ? incomeTally.changeOfPeople : incomeTally.changeOfUnits]!
  const changeOfUnits = tally[incomeTally.changeOfUnits]!
  return {
    ...{ group, label, from, to, upperBound },
    records: level[groupLevel.records]!.total,
    units: level[groupLevel.units]!.total,
    people: level[groupLevel.people]!.total,
    meanBaseline: ratioOf(incomes, weights),
    averageChange: ratioOf(changes, weights),
    relativeChange: ratioOf(changes, incomes),
    totalBaseline: level[groupLevel.incomeOfUnits]!.total,
    totalChange: changeOfUnits.total,
    winnersAndLosers: winnersAndLosers(tally),
    standardError: {
      meanBaseline: ratioError(incomes, weights),
      averageChange: ratioError(changes, weights),
      relativeChange: ratioError(changes, incomes),
      totalChange: standardError(changeOfUnits),
    },
  }
}

function winnersAndLosers(tally: readonly Sampled[]): WinnersAndLosers {
  const bins = tally.slice(incomeTally.bins, incomeTally.bins + winnerBins.length)
  const people = sumSampled(bins)
  const record = <T>(pick: (bin: Sampled) => T) =>
    Object.fromEntries(winnerBins.map((name, i) => [name, pick(bins[i]!)])) as Record<WinnerBin, T>
  const either = (...names: readonly WinnerBin[]) => {
    const those = sumSampled(names.map(name => bins[winnerBins.indexOf(name)]!))
    return { share: ratioOf(those, people), standardError: ratioError(those, people) }
  }
  return {
    people: record(bin => bin.total),
    shares: people.total > 0 ? record(bin => bin.total / people.total) : null,
    standardError: record(bin => ratioError(bin, people)),
    gain: either('gainMoreThan5Percent', 'gainLessThan5Percent'),
    lose: either('loseMoreThan5Percent', 'loseLessThan5Percent'),
  }
}
