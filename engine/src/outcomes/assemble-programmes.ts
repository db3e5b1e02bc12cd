/** Programmes and the budget from what the workers added up. */
import { ReformlabError } from '../errors/index.ts'
import { type HalfSums, type Sampled, sumSampled } from './half-samples.ts'
import type { Budget, ProgrammeImpact } from './impact.ts'
import type { Programme } from './outcome-table.ts'
import { standardError } from './standard-errors.ts'
import { programmeTally } from './tally-programme.ts'

export interface ProgrammeChange {
  readonly impact: ProgrammeImpact
  readonly budgetaryImpact: Sampled
}

/**
 * levels  `[programme][programmeTally]` of going from nothing to the baseline
 * changes the same of going from there to the reform
 */
export function programmeChanges(
  programmes: readonly Programme[],
  levels: HalfSums,
  changes: HalfSums,
): ProgrammeChange[] {
  return programmes.map((programme, i) => {
    const at = (name: Exclude<keyof typeof programmeTally, 'length'>) =>
      i * programmeTally.length + programmeTally[name]
    const [baseline, change] = [levels.of(at('change')), changes.of(at('change'))]
    const reform = sumSampled([baseline, change])
    if (!Number.isFinite(reform.total))
      throw new ReformlabError('E_OUTCOME_VALUE', { variable: programme.variable })
    const [raised, lowered] = [changes.of(at('raised')), changes.of(at('lowered'))]
    const isTax = programme.kind === 'tax'
    const [winners, losers] = isTax ? [lowered, raised] : [raised, lowered]
    const budgetaryImpact = isTax ? change : opposite(change)
    const holders = levels.of(at('holders')).total
    const impact = {
      name: programme.variable,
      label: programme.label,
      kind: programme.kind,
      government: programme.government,
      partOf: programme.partOf,
      entity: programme.entity,
      baseline: baseline.total,
      reform: reform.total,
      change: change.total,
      budgetaryImpact: budgetaryImpact.total,
      payersOrRecipients: { baseline: holders, reform: holders + changes.of(at('holders')).total },
      winners: winners.total,
      losers: losers.total,
      changed: changes.of(at('moved')).total > 0,
      standardError: {
        baseline: standardError(baseline),
        reform: standardError(reform),
        change: standardError(change),
        winners: standardError(winners),
        losers: standardError(losers),
      },
    }
    return { impact, budgetaryImpact }
  })
}

/** Of the programmes that enter the budget themselves, together. */
export function budgetOf(all: readonly ProgrammeChange[]): Budget {
  const whole = all.filter(({ impact }) => impact.partOf === null)
  const sumWhere = (test: (impact: ProgrammeImpact) => boolean) =>
    sumSampled(whole.filter(({ impact }) => test(impact)).map(change => change.budgetaryImpact))
  const total = sumWhere(() => true)
  const taxes = sumWhere(({ kind }) => kind === 'tax')
  const benefits = sumWhere(({ kind }) => kind === 'benefit')
  const governments = [...new Set(whole.map(({ impact }) => impact.government))].map(
    government => [government, sumWhere(impact => impact.government === government)] as const,
  )
  return {
    total: total.total,
    taxes: taxes.total,
    benefits: opposite(benefits).total,
    byGovernment: Object.fromEntries(governments.map(([government, sum]) => [government, sum.total])),
    standardError: {
      total: standardError(total),
      taxes: standardError(taxes),
      benefits: standardError(benefits),
      byGovernment: Object.fromEntries(
        governments.map(([government, sum]) => [government, standardError(sum)]),
      ),
    },
  }
}

/** −x, but 0 for 0. */
const opposite = ({ total, differences }: Sampled): Sampled => ({
  total: 0 - total,
  differences: differences.map(difference => 0 - difference),
})
