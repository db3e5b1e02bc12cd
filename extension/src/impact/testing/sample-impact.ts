/** An impact of three groups, two programmes and one poverty line, for tests of what is drawn. */
import type { TranslationBundle } from '@jupyterlab/translation'
import type { Impact } from '../../engine/api-types.ts'
import type { Palette } from '../charts/palette.ts'

/** Says what it is given. */
export const plainWords = {
  __: (text: string, ...values: unknown[]) => text.replace(/%(\d)/g, (_, index) => String(values[index - 1])),
} as TranslationBundle

export const namedPalette: Palette = {
  text: 'text',
  muted: 'muted',
  line: 'line',
  background: 'background',
  gain: 'gain',
  gainLight: 'gainLight',
  unchanged: 'unchanged',
  lossLight: 'lossLight',
  loss: 'loss',
  accent: 'accent',
  series: ['first', 'second'],
  font: 'font',
}

const change = (baseline: number, reform: number, error: number | null) => ({
  baseline,
  reform,
  change: reform - baseline,
  standardError: { baseline: error, reform: error, change: error },
})

function group(number: number | null, label: string, averageChange: number | null, error: number | null) {
  const bins = { gainMoreThan5Percent: 0, gainLessThan5Percent: 0.25, unchanged: 0.5 }
  const shares = { ...bins, loseLessThan5Percent: 0.25, loseMoreThan5Percent: 0 }
  return {
    group: number,
    label,
    from: null,
    to: null,
    upperBound: null,
    records: 10,
    units: 10,
    people: 2_500_000,
    meanBaseline: 50_000,
    averageChange,
    relativeChange: averageChange === null ? null : averageChange / 50_000,
    totalBaseline: 1e9,
    totalChange: 1e6,
    winnersAndLosers: {
      people: { ...shares, gainLessThan5Percent: 625_000 },
      shares,
      standardError: Object.fromEntries(Object.keys(shares).map(bin => [bin, error])),
      gain: { share: 0.25, standardError: 0.002 },
      lose: { share: 0.25, standardError: 0.0001 },
    },
    standardError: {
      meanBaseline: error,
      averageChange: error,
      relativeChange: error === null ? null : error / 50_000,
      totalChange: error,
    },
  }
}

function programme(name: string, partOf: string | null, budgetaryImpact: number) {
  return {
    name,
    label: `The ${name}`,
    kind: 'tax',
    government: 'federal',
    partOf,
    entity: 'tax_unit',
    baseline: 5e9,
    reform: 5e9 + budgetaryImpact,
    change: budgetaryImpact,
    budgetaryImpact,
    payersOrRecipients: { baseline: 1, reform: 1 },
    winners: 1,
    losers: 2,
    changed: budgetaryImpact !== 0,
    standardError: { baseline: 1, reform: 1, change: 1e8, winners: 1, losers: 1 },
  }
}

export const sampleImpact = {
  format: 'reformlab-impact/1',
  year: 2026,
  currency: 'USD',
  dataset: { name: 'us-cps', hash: 'c7c40f35', access: 'public' },
  budget: {
    total: -43.4e9,
    taxes: -43.4e9,
    benefits: 0,
    byGovernment: { federal: -43.4e9 },
    standardError: { total: 0.24e9, taxes: 0.24e9, benefits: 0, byGovernment: { federal: 0.24e9 } },
  },
  programmes: [
    programme('income_tax', null, -43.4e9),
    programme('credits, of it', 'income_tax', -43.4e9),
    programme('payroll_tax', null, 0),
  ],
  groups: [group(-1, 'negative', null, null), group(1, 'poorest', 400, 10), group(2, 'richest', -100, 200)],
  overall: group(null, 'everybody', 150, 8),
  poverty: [
    {
      name: 'relative',
      label: '60% of the median',
      note: 'By age alone.',
      line: 'anchored',
      resources: 'household_spm_resources',
      amount: { baseline: 1, reform: 1 },
      groups: [
        {
          name: 'all',
          label: 'Everybody',
          people: 10,
          poor: change(1000, 900, 5),
          rate: change(0.121, 0.112, 0.0005),
          deepRate: change(0.05, 0.04, null),
          gap: change(0.02, 0.01, null),
          squaredGap: change(0.01, 0.005, null),
        },
      ],
    },
  ],
  inequality: Object.fromEntries(
    ['gini', 'top10Share', 'top1Share', 'bottom50Share', 's80s20', 'p90p10'].map(name => [
      name,
      change(0.38, 0.379, 0.0000038),
    ]),
  ),
} as unknown as Impact
