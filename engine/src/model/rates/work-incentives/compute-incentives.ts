/**
 * Work incentives of a population under one reform after another: what stays the same is kept with the population, and
 * the last baseline with it.
 */
import { conventionNamed, groupUnits, type OutcomeTable } from '../../../outcomes/index.ts'
import type { ParameterTree } from '../../../parameters/parameter-tree.ts'
import { DEFAULT_REACH } from '../../defaults.ts'
import type { CompiledModel } from '../../model.ts'
import type { CompiledPopulation } from '../../open-population.ts'
import { type CliffTally, cliffsOf, tallyCliffs } from './cliffs.ts'
import { type EarnerCalculator, type IncentiveTerms, openEarners } from './earner-calculator.ts'
import { type Cells, EarnerCells } from './earner-cells.ts'
import { earnerRoles } from './earners.ts'
import { ratioChange } from './estimates.ts'
import { defineIncentives } from './incentive-definitions.ts'
import { rateBands, rateSlack } from './rate-bands.ts'
import { type RateTally, rateDistributions, tallyRates } from './rate-distribution.ts'
import type { EarnerGroup, WorkIncentives } from './work-incentives.ts'

export interface IncentiveRequest extends Partial<IncentiveTerms> {
  readonly baseline: ParameterTree
  readonly reform: ParameterTree
  /** A name of the law's outcome table. */
  readonly convention?: string
}

/**
 * Those of the population. The first call differentiates the law, the first for a baseline computes that too.
 *
 * throws  E_CONVENTION_UNKNOWN; E_OUTCOME_VALUE where net income is not a finite number; the signal's reason once aborted
 */
export async function workIncentives(
  model: CompiledModel,
  population: CompiledPopulation,
  request: IncentiveRequest,
  options: { readonly signal?: AbortSignal } = {},
): Promise<WorkIncentives> {
  const table = model.outcomes()
  conventionNamed(table, request.convention ?? 'default')
  const calculator = await population.beside('work incentives', async () => {
    return new IncentiveCalculator(population, await openEarners(model, population), table)
  })
  return calculator.incentives(request, options.signal)
}

interface LawTally {
  readonly next: RateTally
  readonly last: RateTally
  readonly participation: RateTally
  readonly kinks: Cells
  readonly cliffs: CliffTally
}

interface Baseline extends IncentiveTerms {
  readonly law: ParameterTree
  readonly convention: string
  readonly cells: EarnerCells
  readonly groups: ReturnType<typeof groupUnits>['groups']
  readonly tally: LawTally
}

class IncentiveCalculator {
  readonly #population: CompiledPopulation
  readonly #earners: EarnerCalculator
  readonly #table: OutcomeTable
  #baseline: Baseline | undefined

  constructor(population: CompiledPopulation, earners: EarnerCalculator, table: OutcomeTable) {
    this.#population = population
    this.#earners = earners
    this.#table = table
  }

  async incentives(
    {
      baseline: law,
      reform,
      convention = 'default',
      perCompensation = false,
      reach = DEFAULT_REACH,
    }: IncentiveRequest,
    signal: AbortSignal | undefined,
  ): Promise<WorkIncentives> {
    const wanted = { law, convention, perCompensation, reach }
    const baseline = await this.#baselineFor(wanted, signal)
    const { cells, tally } = baseline
    const after = reform === law ? tally : await this.#tally(reform, wanted, cells, signal)
    const { dataset } = this.#population
    const groups = this.#groups(baseline, after)
    const [overall, ...others] = groups
    const of = conventionNamed(this.#table, convention)
    return {
      format: 'reformlab-work-incentives/1',
      year: dataset.year,
      currency: this.#table.currency,
      dataset: { name: dataset.name, hash: dataset.hash, access: dataset.access },
      convention,
      per: perCompensation ? 'compensation' : 'dollar',
      reach,
      bands: rateBands,
      overall: overall!,
      roles: others.slice(0, earnerRoles.length),
      groups: others.slice(earnerRoles.length),
      definitions: defineIncentives(
        this.#earners.rules,
        wanted,
        of,
        this.#table.currency,
        this.#earners.earners.count,
      ),
    }
  }

  close(): Promise<void> {
    return this.#earners.close()
  }

  async #baselineFor(
    wanted: IncentiveTerms & Pick<Baseline, 'law' | 'convention'>,
    signal: AbortSignal | undefined,
  ): Promise<Baseline> {
    const known = this.#baseline
    const names = ['law', 'convention', 'perCompensation', 'reach'] as const
    if (known && names.every(name => known[name] === wanted[name])) return known
    this.#baseline = undefined
    const { cells, groups } = await this.#cut(wanted.law, wanted.convention, signal)
    const tally = await this.#tally(wanted.law, wanted, cells, signal)
    this.#baseline = { ...wanted, cells, groups, tally }
    return this.#baseline
  }

  /** Income groups as the impact has them, and each earner's. */
  async #cut(law: ParameterTree, name: string, signal: AbortSignal | undefined) {
    const { dataset } = this.#population
    const { relations, weight } = dataset
    const convention = conventionNamed(this.#table, name)
    const { entity, rankedBy } = convention
    const columns = await this.#population.columnsUnder(law, [rankedBy], { ...(signal && { signal }) })
    const { groups, slots } = groupUnits(dataset, convention, this.#table.people, columns.get(rankedBy)!)
    const { earners } = this.#earners
    const households = earners.taxUnits.map(unit => relations['tax_unit.household'][unit]!)
    const units =
      entity === 'household' ? households : entity === 'tax_unit' ? earners.taxUnits : earners.persons
    const cells = new EarnerCells(earners, {
      households,
      householdCount: weight.household.length,
      incomeGroups: units.map(unit => slots[unit]!),
      incomeGroupCount: groups.length,
    })
    return { cells, groups }
  }

  async #tally(
    law: ParameterTree,
    terms: IncentiveTerms,
    cells: EarnerCells,
    signal: AbortSignal | undefined,
  ): Promise<LawTally> {
    const { earners } = this.#earners
    const columns = await this.#earners.under(law, terms, signal)
    const { next, last, participation } = columns
    return {
      next: tallyRates(next, earners, cells),
      last: tallyRates(last, earners, cells),
      participation: tallyRates(participation, earners, cells),
      kinks: cells.sums(earner => Number(Math.abs(next[earner]! - last[earner]!) > rateSlack)),
      cliffs: tallyCliffs(columns, cells),
    }
  }

  /** Everybody, heads, spouses, then income groups. */
  #groups({ cells, groups, tally: before }: Baseline, after: LawTally): readonly EarnerGroup[] {
    const nobodys = { group: null, from: null, to: null, upperBound: null }
    const roles = { head: 'heads', spouse: 'spouses' }
    const titles = [
      { ...nobodys, label: 'all who earn' },
      ...earnerRoles.map(role => ({ ...nobodys, label: roles[role] })),
      ...groups,
    ]
    const next = rateDistributions(before.next, after.next, cells)
    const last = rateDistributions(before.last, after.last, cells)
    const participation = rateDistributions(before.participation, after.participation, cells)
    const cliffs = cliffsOf(before.cliffs, after.cliffs, cells)
    return titles.map((title, i) => {
      const below = cells.weights[i]!
      const kink = ({ kinks }: LawTally) => ({ above: kinks[i]!, below })
      return {
        ...title,
        records: cells.records[i]!,
        earners: below.total,
        marginalRates: { next: next[i]!, last: last[i]!, atKink: ratioChange(kink(before), kink(after)) },
        participationRates: participation[i]!,
        cliffs: cliffs[i]!,
      }
    })
  }
}
