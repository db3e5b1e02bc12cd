/** Turns what the workers added up into the impact a user reads. No sums over records here. */
import { ReformlabError } from '../errors/index.ts'
import type { Convention } from './convention.ts'
import type {
  Budget,
  Change,
  GroupImpact,
  Impact,
  Inequality,
  ProgrammeImpact,
  WinnerBin,
  WinnersAndLosers,
} from './impact.ts'
import { winnerBins } from './impact.ts'
import { type GroupLevel, type ImpactFrame, type ImpactPopulation, sumLevels } from './impact-frame.ts'
import type { ImpactTallies, InequalityNumbers } from './impact-reducer.ts'
import type { IncomeGroup } from './income-groups.ts'
import { define } from './outcome-definitions.ts'
import type { OutcomeTable, Programme } from './outcome-table.ts'
import type { ProgrammeLevel } from './programme-levels.ts'
import { incomeTally } from './tally-incomes.ts'
import { programmeTally } from './tally-programme.ts'

/** What stays the same from reform to reform. */
export interface ImpactBaseline {
  readonly population: ImpactPopulation
  readonly table: OutcomeTable
  readonly convention: Convention
  readonly frame: ImpactFrame
  readonly levels: readonly ProgrammeLevel[]
  readonly inequality: InequalityNumbers
}

/** Throws `E_OUTCOME_VALUE` where the reform makes a variable something other than a finite number. */
export function assembleImpact(baseline: ImpactBaseline, tallies: ImpactTallies): Impact {
  const { population, table, convention, frame } = baseline
  const programmes = table.programmes.map((programme, i) =>
    programmeImpact(
      programme,
      baseline.levels[i]!,
      tallies.programmes.subarray(i * programmeTally.length, (i + 1) * programmeTally.length),
    ),
  )
  const groupTallies = frame.groups.map((_, i) =>
    tallies.groups.subarray(i * incomeTally.length, (i + 1) * incomeTally.length),
  )
  const everybody = groupTallies.reduce((sum, tally) => sum.map((value, k) => value + tally[k]!))
  if (!everybody.every(Number.isFinite)) throw notANumber(convention.income)
  const counts = mapValues(frame.population, size => size.records)
  const programmeEntities = [...new Set(programmes.map(programme => programme.entity))]
  return {
    format: 'reformlab-impact/1',
    year: population.year,
    currency: table.currency,
    dataset: { name: population.name, hash: population.hash, access: population.access },
    convention,
    population: frame.population,
    budget: budgetOf(programmes),
    programmes,
    groups: frame.groups.map((group, i) =>
      groupImpact(group, frame.levels[i]!, groupTallies[i]!, convention),
    ),
    overall: groupImpact(everyone, sumLevels(frame.levels), everybody, convention),
    inequality: changesOf(baseline.inequality, tallies.inequality),
    definitions: define(convention, table.currency, counts, programmeEntities),
  }
}

const everyone = { group: null, label: 'everybody', from: 0, to: 1, upperBound: null }

function programmeImpact(programme: Programme, level: ProgrammeLevel, tally: Float64Array): ProgrammeImpact {
  const change = tally[programmeTally.change]!
  if (!Number.isFinite(level.amount + change)) throw notANumber(programme.variable)
  const isTax = programme.kind === 'tax'
  const raised = tally[programmeTally.raised]!
  const lowered = tally[programmeTally.lowered]!
  return {
    name: programme.variable,
    label: programme.label,
    kind: programme.kind,
    government: programme.government,
    partOf: programme.partOf,
    entity: programme.entity,
    baseline: level.amount,
    reform: level.amount + change,
    change,
    budgetaryImpact: isTax ? change : opposite(change),
    payersOrRecipients: {
      baseline: level.holders,
      reform: level.holders + tally[programmeTally.holders]!,
    },
    winners: isTax ? lowered : raised,
    losers: isTax ? raised : lowered,
    changed: tally[programmeTally.moved]! > 0,
  }
}

function budgetOf(programmes: readonly ProgrammeImpact[]): Budget {
  const whole = programmes.filter(programme => programme.partOf === null)
  const total = (kept: readonly ProgrammeImpact[], pick: (p: ProgrammeImpact) => number) =>
    kept.reduce((sum, programme) => sum + pick(programme), 0)
  const governments = [...new Set(whole.map(programme => programme.government))]
  return {
    total: total(whole, p => p.budgetaryImpact),
    taxes: total(
      whole.filter(p => p.kind === 'tax'),
      p => p.change,
    ),
    benefits: total(
      whole.filter(p => p.kind === 'benefit'),
      p => p.change,
    ),
    byGovernment: Object.fromEntries(
      governments.map(government => [
        government,
        total(
          whole.filter(p => p.government === government),
          p => p.budgetaryImpact,
        ),
      ]),
    ),
  }
}

function groupImpact(
  group: Omit<IncomeGroup, 'group'> & { readonly group: number | null },
  level: GroupLevel,
  tally: Float64Array,
  convention: Convention,
): GroupImpact {
  const overPeople = convention.means === 'people'
  const weight = overPeople ? level.people : level.units
  const income = overPeople ? level.incomeOfPeople : level.incomeOfUnits
  const change = tally[overPeople ? incomeTally.changeOfPeople : incomeTally.changeOfUnits]!
  return {
    group: group.group,
    label: group.label,
    from: group.from,
    to: group.to,
    upperBound: group.upperBound,
    records: level.records,
    units: level.units,
    people: level.people,
    meanBaseline: weight > 0 ? income / weight : null,
    averageChange: weight > 0 ? change / weight : null,
    relativeChange: income > 0 ? change / income : null,
    totalChange: tally[incomeTally.changeOfUnits]!,
    winnersAndLosers: winnersAndLosers(tally),
  }
}

function winnersAndLosers(tally: Float64Array): WinnersAndLosers {
  const bins = winnerBins.map((bin, i) => [bin, tally[incomeTally.bins + i]!] as const)
  const all = bins.reduce((sum, [, people]) => sum + people, 0)
  const record = (pick: (people: number) => number) =>
    Object.fromEntries(bins.map(([bin, people]) => [bin, pick(people)])) as Record<WinnerBin, number>
  return {
    people: record(people => people),
    shares: all > 0 ? record(people => people / all) : null,
  }
}

function changesOf(before: InequalityNumbers, after: InequalityNumbers): Inequality {
  const change = (name: keyof InequalityNumbers): Change => {
    const baseline = before[name]
    const reform = after[name]
    return { baseline, reform, change: baseline === null || reform === null ? null : reform - baseline }
  }
  return {
    gini: change('gini'),
    top10Share: change('top10Share'),
    top1Share: change('top1Share'),
    bottom50Share: change('bottom50Share'),
    s80s20: change('s80s20'),
    p90p10: change('p90p10'),
  }
}

const mapValues = <T, U>(record: Readonly<Record<string, T>>, pick: (value: T) => U) =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, pick(value)]))

/** −x, but 0 for 0. */
const opposite = (value: number) => 0 - value

const notANumber = (variable: string) => new ReformlabError('E_OUTCOME_VALUE', { variable })
