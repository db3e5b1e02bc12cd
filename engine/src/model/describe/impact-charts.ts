/** An impact as charts: named series that can be drawn without knowing what an impact is made of. */
import { type Impact, winnerBins } from '../../outcomes/index.ts'

export interface Chart {
  readonly name: 'budget' | 'averageChange' | 'relativeChange' | 'winnersAndLosers' | 'inequality'
  readonly title: string
  readonly kind: 'bars' | 'stacked-bars'
  readonly x: { readonly title: string; readonly values: readonly string[] }
  /** Unit as variables have them: currency-USD, or /1 for shares and ratios. */
  readonly y: { readonly title: string; readonly unit: string }
  readonly series: readonly ChartSeries[]
}

export interface ChartSeries {
  readonly name: string
  readonly title: string
  /** One for each value of x; null where there is none. */
  readonly values: readonly (number | null)[]
  /** Standard errors of `values`. */
  readonly errors: readonly (number | null)[]
}

const binTitles = {
  gainMoreThan5Percent: 'Gain more than 5%',
  gainLessThan5Percent: 'Gain less than 5%',
  unchanged: 'No change',
  loseLessThan5Percent: 'Lose less than 5%',
  loseMoreThan5Percent: 'Lose more than 5%',
} as const

const measureTitles = {
  gini: 'Gini',
  top10Share: 'Top 10% share',
  top1Share: 'Top 1% share',
  bottom50Share: 'Bottom 50% share',
  s80s20: 'S80/S20',
  p90p10: 'P90/P10',
} as const satisfies Record<keyof Impact['inequality'], string>

/** The budget by programme, incomes by group, winners and losers, inequality. */
export function impactCharts(impact: Impact): readonly Chart[] {
  const { budget, programmes, groups, overall, inequality } = impact
  const currency = `currency-${impact.currency}`
  const changed = programmes.filter(({ partOf, changed }) => partOf === null && changed)
  const groupAxis = { title: 'Income group', values: groups.map(({ label }) => label) }
  const ofGroups = (name: 'averageChange' | 'relativeChange', title: string) => ({
    ...{ name, title },
    values: groups.map(group => group[name]),
    errors: groups.map(({ standardError }) => standardError[name]),
  })
  const everybody = [...groups, overall]
  const measures = Object.keys(measureTitles) as (keyof typeof measureTitles)[]
  return [
    {
      ...{ name: 'budget', title: 'Change of the budget balance', kind: 'bars' },
      x: { title: 'Programme', values: [...changed.map(({ label }) => label), 'Total'] },
      y: { title: 'Change a year', unit: currency },
      series: [
        {
          ...{ name: 'budgetaryImpact', title: 'Budget balance' },
          values: [...changed.map(({ budgetaryImpact }) => budgetaryImpact), budget.total],
          errors: [...changed.map(({ standardError }) => standardError.change), budget.standardError.total],
        },
      ],
    },
    {
      ...{ name: 'averageChange', title: 'Average change of net income', kind: 'bars', x: groupAxis },
      y: { title: 'Change a year', unit: currency },
      series: [ofGroups('averageChange', 'Average change')],
    },
    {
      ...{ name: 'relativeChange', title: 'Relative change of net income', kind: 'bars', x: groupAxis },
      y: { title: 'Share of net income', unit: '/1' },
      series: [ofGroups('relativeChange', 'Relative change')],
    },
    {
      ...{ name: 'winnersAndLosers', title: 'Winners and losers', kind: 'stacked-bars' },
      x: { title: 'Income group', values: [...groupAxis.values, 'All'] },
      y: { title: 'Share of people', unit: '/1' },
      series: winnerBins.map(bin => ({
        ...{ name: bin, title: binTitles[bin] },
        values: everybody.map(({ winnersAndLosers: { shares } }) => shares?.[bin] ?? null),
        errors: everybody.map(({ winnersAndLosers: { standardError } }) => standardError[bin]),
      })),
    },
    {
      ...{ name: 'inequality', title: 'Inequality', kind: 'bars' },
      x: { title: 'Measure', values: measures.map(measure => measureTitles[measure]) },
      y: { title: 'Value', unit: '/1' },
      series: (['baseline', 'reform'] as const).map(law => ({
        ...{ name: law, title: law === 'baseline' ? 'Baseline' : 'Reform' },
        values: measures.map(measure => inequality[measure][law]),
        errors: measures.map(measure => inequality[measure].standardError[law]),
      })),
    },
  ]
}
