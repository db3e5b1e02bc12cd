/** Turns what the workers added up into the impact a user reads. No sums over records here. */
import { groupImpacts } from './assemble-groups.ts'
import type { PovertyAssembler } from './assemble-poverty.ts'
import { budgetOf, programmeChanges } from './assemble-programmes.ts'
import type { Convention } from './convention.ts'
import type { HalfSums } from './half-samples.ts'
import type { Change, Impact, Inequality } from './impact.ts'
import type { ImpactFrame, ImpactPopulation } from './impact-frame.ts'
import type { ImpactTallies } from './impact-reducer.ts'
import type { InequalityNumbers } from './inequality-numbers.ts'
import { define } from './outcome-definitions.ts'
import type { OutcomeTable } from './outcome-table.ts'
import { replacementError } from './standard-errors.ts'
import { programmeTally } from './tally-programme.ts'

/** What stays the same from reform to reform. */
export interface ImpactBaseline {
  readonly population: ImpactPopulation
  readonly table: OutcomeTable
  readonly convention: Convention
  readonly frame: ImpactFrame
  /** What `programmeLevels` and `groupLevels` answer. */
  readonly programmes: HalfSums
  readonly groups: HalfSums
  /** Null where the law reports no poverty. */
  readonly poverty: PovertyAssembler | null
  /** The baseline as a reform of itself. */
  readonly tallies: ImpactTallies
}

/** Throws `E_OUTCOME_VALUE` where the reform makes a variable something other than a finite number. */
export function assembleImpact(baseline: ImpactBaseline, tallies: ImpactTallies): Impact {
  const { population, table, convention, frame } = baseline
  const changes = programmeChanges(table.programmes, baseline.programmes, tallies.sums)
  const programmes = changes.map(({ impact }) => impact)
  const groupsAt = programmes.length * programmeTally.length
  const counts = mapValues(frame.population, size => size.records)
  const programmeEntities = [...new Set(programmes.map(programme => programme.entity))]
  return {
    format: 'reformlab-impact/1',
    year: population.year,
    currency: table.currency,
    dataset: { name: population.name, hash: population.hash, access: population.access },
    convention,
    population: frame.population,
    budget: budgetOf(changes),
    programmes,
    ...groupImpacts(frame.groups, baseline.groups, tallies.sums, groupsAt, convention),
    inequality: inequalityOf(baseline.tallies, tallies),
    poverty: baseline.poverty?.impacts(tallies) ?? [],
    definitions: define(table, convention, counts, programmeEntities),
  }
}

function inequalityOf(before: ImpactTallies, after: ImpactTallies): Inequality {
  const change = (name: keyof InequalityNumbers): Change => {
    const [baseline, reform] = [before.inequality[name], after.inequality[name]]
    const [moves, movesThen] = [before.inequalityMoves[name], after.inequalityMoves[name]]
    const apart = moves.map((move, stratum) => movesThen[stratum]! - move)
    const error = (value: number | null, of: Float64Array) => (value === null ? null : replacementError(of))
    const difference = baseline === null || reform === null ? null : reform - baseline
    return {
      baseline,
      reform,
      change: difference,
      standardError: {
        baseline: error(baseline, moves),
        reform: error(reform, movesThen),
        change: error(difference, apart),
      },
    }
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
