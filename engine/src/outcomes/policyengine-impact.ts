/**
 * An impact in the shape in which PolicyEngine answers society-wide results, for dashboards made for that: names and units
 * are theirs. Null where the data hold nothing, such as race. Equal to `schema/policyengine-impact.schema.json`;
 * docs/policyengine.md says what differs.
 */
import type { Change, GroupImpact, GroupPoverty, Impact, WinnerBin } from './impact.ts'

/** The convention whose numbers it is made for. */
export const policyEngineConvention = 'policyengine-5'

export const policyEngineBins = {
  'Gain more than 5%': 'gainMoreThan5Percent',
  'Gain less than 5%': 'gainLessThan5Percent',
  'No change': 'unchanged',
  'Lose less than 5%': 'loseLessThan5Percent',
  'Lose more than 5%': 'loseMoreThan5Percent',
} as const satisfies Record<string, WinnerBin>

/** Of a law's groups of people, by name, those whose poverty PolicyEngine tells; everybody is the first of all. */
const ageGroups = { child: 'children', adult: 'adults_under_65', senior: 'seniors' } as const

export interface BeforeAndAfter {
  readonly baseline: number | null
  readonly reform: number | null
}

type ByBin<Value> = Readonly<Record<keyof typeof policyEngineBins, Value>>
type ByAge = Readonly<Record<keyof typeof ageGroups | 'all', BeforeAndAfter>>
/** By number of the group, as text. */
type ByGroup = Readonly<Record<string, number | null>>

export interface PolicyEngineImpact {
  readonly model_version: string
  readonly policyengine_version: null
  readonly dataset: string
  readonly data_version: string
  readonly budget: {
    readonly budgetary_impact: number
    readonly tax_revenue_impact: number
    readonly state_tax_revenue_impact: number
    readonly benefit_spending_impact: number
    readonly households: number
    readonly baseline_net_income: number
  }
  /** Programmes and their parts, in their own direction. */
  readonly detailed_budget: Readonly<
    Record<string, { readonly baseline: number; readonly reform: number; readonly difference: number }>
  >
  readonly decile: { readonly average: ByGroup; readonly relative: ByGroup }
  readonly intra_decile: {
    readonly all: ByBin<number | null>
    readonly deciles: ByBin<readonly (number | null)[]>
  }
  readonly inequality: Readonly<Record<'gini' | 'top_10_pct_share' | 'top_1_pct_share', BeforeAndAfter>>
  /** By the first line that is a threshold of the law; null where there is none. */
  readonly poverty: {
    readonly poverty: ByAge
    readonly deep_poverty: ByAge
  } | null
  readonly poverty_by_gender: null
  readonly poverty_by_race: null
  /** Zero where nobody responds; null where somebody does, as effects of income and of rates are not told apart. */
  readonly labor_supply_response: LaborSupplyResponse | null
  readonly wealth_decile: null
  readonly intra_wealth_decile: null
  readonly constituency_impact: null
  readonly local_authority_impact: null
  readonly congressional_district_impact: null
  readonly cliff_impact: null
}

interface LaborSupplyResponse {
  readonly income_lsr: 0
  readonly substitution_lsr: 0
  readonly total_change: 0
  readonly revenue_change: 0
  readonly relative_lsr: { readonly income: 0; readonly substitution: 0 }
  readonly decile: Readonly<
    Record<'average' | 'relative', Readonly<Record<'income' | 'substitution', ByGroup>>>
  >
  readonly hours: null
}

export interface PolicyEngineOptions {
  /** Version of the engine. */
  readonly version: string
  /** Whether people responded to the reform. */
  readonly responsive?: boolean
}

export function policyEngineImpact(
  impact: Impact,
  { version, responsive = false }: PolicyEngineOptions,
): PolicyEngineImpact {
  const { budget, dataset, programmes, groups, overall, inequality, population } = impact
  const ranked = groups.filter(({ group }) => group !== null && group > 0)
  const stateTaxes = programmes.filter(
    ({ kind, government, partOf }) => kind === 'tax' && government === 'state' && partOf === null,
  )
  return {
    model_version: version,
    policyengine_version: null,
    dataset: dataset.name,
    data_version: dataset.hash,
    budget: {
      budgetary_impact: budget.total,
      tax_revenue_impact: budget.taxes,
      state_tax_revenue_impact: stateTaxes.reduce((sum, { change }) => sum + change, 0),
      benefit_spending_impact: budget.benefits,
      households: population.household!.weighted,
      baseline_net_income: groups.reduce((sum, { totalBaseline }) => sum + totalBaseline, 0),
    },
    detailed_budget: Object.fromEntries(
      programmes.map(({ name, baseline, reform, change }) => [
        name,
        { baseline, reform, difference: change },
      ]),
    ),
    decile: {
      average: byGroup(ranked, ({ averageChange }) => averageChange),
      relative: byGroup(ranked, ({ relativeChange }) => relativeChange),
    },
    intra_decile: {
      all: byBin(bin => overall.winnersAndLosers.shares?.[bin] ?? null),
      deciles: byBin(bin => ranked.map(({ winnersAndLosers }) => winnersAndLosers.shares?.[bin] ?? null)),
    },
    inequality: {
      gini: beforeAndAfter(inequality.gini),
      top_10_pct_share: beforeAndAfter(inequality.top10Share),
      top_1_pct_share: beforeAndAfter(inequality.top1Share),
    },
    poverty: povertyOf(impact),
    poverty_by_gender: null,
    poverty_by_race: null,
    labor_supply_response: responsive ? null : noResponse(byGroup(ranked, () => 0)),
    wealth_decile: null,
    intra_wealth_decile: null,
    constituency_impact: null,
    local_authority_impact: null,
    congressional_district_impact: null,
    cliff_impact: null,
  }
}

function povertyOf({ poverty }: Impact): PolicyEngineImpact['poverty'] {
  const groups = poverty.find(({ line }) => line === 'law')?.groups
  if (!groups) return null
  const byAge = (pick: (group: GroupPoverty) => Change): ByAge => {
    const of = (name: string) => groups.find(group => group.name === name)
    const rate = (group: GroupPoverty | undefined) =>
      group ? beforeAndAfter(pick(group)) : { baseline: null, reform: null }
    return {
      child: rate(of(ageGroups.child)),
      adult: rate(of(ageGroups.adult)),
      senior: rate(of(ageGroups.senior)),
      all: rate(groups[0]),
    }
  }
  return { poverty: byAge(group => group.rate), deep_poverty: byAge(group => group.deepRate) }
}

const byGroup = (groups: readonly GroupImpact[], pick: (group: GroupImpact) => number | null): ByGroup =>
  Object.fromEntries(groups.map(group => [String(group.group), pick(group)]))

const byBin = <Value>(pick: (bin: WinnerBin) => Value): ByBin<Value> =>
  Object.fromEntries(Object.entries(policyEngineBins).map(([name, bin]) => [name, pick(bin)])) as ByBin<Value>

const beforeAndAfter = ({ baseline, reform }: Change): BeforeAndAfter => ({ baseline, reform })

const noResponse = (zeros: ByGroup): LaborSupplyResponse => ({
  income_lsr: 0,
  substitution_lsr: 0,
  total_change: 0,
  revenue_change: 0,
  relative_lsr: { income: 0, substitution: 0 },
  decile: {
    average: { income: zeros, substitution: zeros },
    relative: { income: zeros, substitution: zeros },
  },
  hours: null,
})
