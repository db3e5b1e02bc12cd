/** Poverty before and after a reform, from what the workers added up. */
import { ReformlabError } from '../errors/index.ts'
import { differenceOf, type HalfSums, ratioOf, type Sampled } from './half-samples.ts'
import type { Change, GroupPoverty, PovertyImpact } from './impact.ts'
import type { ImpactTallies } from './impact-reducer.ts'
import type { PovertyLine, PovertyTable } from './poverty-table.ts'
import { ratioError, standardError } from './standard-errors.ts'
import { povertyTally } from './tally-poverty.ts'

/** The baseline, or the reform. */
type Measured = Pick<ImpactTallies, 'sums' | 'povertyMedians'>

type Measure = Exclude<keyof typeof povertyTally, 'length'>

/** What is reported of a line: where it stands in the tallies, and in the medians of each law where it follows them. */
interface ReportedLine {
  readonly line: PovertyLine
  readonly kind: PovertyImpact['line']
  readonly place: number
  readonly median: number | null
}

/** A sum of one law, and how far it may be off: itself, and as a share of the group's people. */
interface Sum extends Sampled {
  readonly error: number | null
  readonly shareError: number | null
}

export class PovertyAssembler {
  private readonly table: PovertyTable
  private readonly lines: readonly ReportedLine[]
  /** Of everybody, then of each group. */
  private readonly people: readonly Sampled[]
  private readonly medians: readonly number[]
  private readonly at: number
  /** `[place][group][measure]` of the baseline. */
  private readonly before: readonly Sum[]

  /**
   * people  of everybody, then of each group
   * at      where the numbers of poverty begin among the sums
   */
  constructor(table: PovertyTable, people: HalfSums, baseline: Measured, at: number) {
    this.table = table
    this.lines = reportedLines(table.lines)
    this.people = people.all()
    this.medians = baseline.povertyMedians
    this.at = at
    this.before = this.sumsOf(baseline)
  }

  /** Throws E_OUTCOME_VALUE where resources or lines are not finite numbers. */
  impacts(reform: Measured): PovertyImpact[] {
    const after = this.sumsOf(reform)
    const groups = [{ name: 'everybody', label: 'Everybody' }, ...this.table.groups]
    return this.lines.map(({ line, kind, place, median }) => ({
      ...{ name: line.name, label: line.label, note: line.note, line: kind, resources: line.resources },
      amount: median === null ? null : this.amounts(line, kind, median, reform),
      groups: groups.map(({ name, label }, group) => {
        const first = (place * groups.length + group) * povertyTally.length
        if (!Number.isFinite(after[first + povertyTally.squaredGap]!.total))
          throw new ReformlabError('E_OUTCOME_VALUE', { variable: line.resources })
        return { ...{ name, label }, ...this.measures(group, first, after) }
      }),
    }))
  }

  private sumsOf({ sums }: Measured): Sum[] {
    const width = povertyTally.length
    const places = 1 + Math.max(...this.lines.map(({ place }) => place))
    return Array.from({ length: places * this.people.length * width }, (_, i) => {
      const sum = sums.of(this.at + i)
      const people = this.people[Math.floor(i / width) % this.people.length]!
      const error = i % width === povertyTally.poor ? standardError(sum) : null
      return { ...sum, error, shareError: ratioError(sum, people) }
    })
  }

  private amounts(line: PovertyLine, kind: PovertyImpact['line'], median: number, reform: Measured) {
    const baseline = line.shareOfMedian! * this.medians[median]!
    const own = line.shareOfMedian! * reform.povertyMedians[median]!
    return { baseline, reform: kind === 'anchored' ? baseline : own }
  }

  private measures(group: number, first: number, all: readonly Sum[]): Omit<GroupPoverty, 'name' | 'label'> {
    const people = this.people[group]!
    const share = (measure: Measure): Change => {
      const [before, after] = [
        this.before[first + povertyTally[measure]]!,
        all[first + povertyTally[measure]]!,
      ]
      const change = differenceOf(before, after)
      return {
        ...{
          baseline: ratioOf(before, people),
          reform: ratioOf(after, people),
          change: ratioOf(change, people),
        },
        standardError: {
          ...{ baseline: before.shareError, reform: after.shareError },
          change: ratioError(change, people),
        },
      }
    }
    const [before, after] = [this.before[first + povertyTally.poor]!, all[first + povertyTally.poor]!]
    const change = differenceOf(before, after)
    return {
      people: people.total,
      poor: {
        ...{ baseline: before.total, reform: after.total, change: change.total },
        standardError: { baseline: before.error, reform: after.error, change: standardError(change) },
      },
      rate: share('poor'),
      deepRate: share('deep'),
      gap: share('gap'),
      squaredGap: share('squaredGap'),
    }
  }
}

/** A relative line is reported twice: as the baseline had it, and as each law has its own. */
function reportedLines(lines: readonly PovertyLine[]): ReportedLine[] {
  let median = 0
  return lines.flatMap((line, place): ReportedLine[] => {
    if (line.shareOfMedian === null) return [{ line, kind: 'law', place, median: null }]
    const own = median++
    return [
      { line, kind: 'anchored', place, median: own },
      { line, kind: 'contemporaneous', place: lines.length + own, median: own },
    ]
  })
}
