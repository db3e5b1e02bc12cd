import { expect, test } from 'vitest'
import { namedPalette, plainWords } from '../testing/sample-impact.ts'
import { type Incentives, shareFrom } from './incentives.ts'
import { rateByGroupFigure, spreadFigure } from './rates-figures.ts'
import { rateGroupTable, rateTable, whoIsTouched } from './rates-tables.ts'

const compared = (baseline: number | null, reform: number | null, error: number | null = 0.001) => ({
  baseline,
  reform,
  change: baseline === null || reform === null ? null : reform - baseline,
  standardError: { baseline: error, reform: error, change: error },
})

const rates = (mean: number, higher: number) => ({
  mean: compared(mean, mean + 0.02),
  aboveHalf: compared(0.06, 0.058),
  aboveOne: compared(0.01, 0.01, 0),
  quantiles: Object.fromEntries(
    ['p10', 'p25', 'median', 'p75', 'p90'].map(name => [name, compared(0.3, 0.25)]),
  ),
  bands: { baseline: [0.1, 0.6, 0.2, 0.1], reform: [0.1, 0.5, 0.3, 0.1] },
  higher: { share: higher, standardError: 0.01 },
  lower: { share: 0.05, standardError: 0.01 },
})

const group = (number: number | null, label: string) => ({
  ...{ group: number, label, from: null, to: null, upperBound: null, records: 1, earners: 2_500_000 },
  marginalRates: { next: rates(0.3, 0.25), last: rates(0.28, 0.2), atKink: compared(0.2, 0.2) },
  participationRates: rates(0.15, 0.1),
  cliffs: {
    share: compared(0.02, 0.01),
    nextDollar: compared(0.01, 0.005),
    withinReach: compared(0.015, 0.005),
    gap: compared(1e9, 5e8),
    meanGap: compared(700, null, null),
  },
})

const incentives = {
  reach: 2000,
  bands: [
    { from: null, to: 0 },
    { from: 0, to: 0.8 },
    { from: 0.8, to: 1 },
    { from: 1, to: null },
  ],
  overall: group(null, 'all who earn'),
  roles: [group(null, 'heads'), group(null, 'spouses')],
  groups: [group(-1, 'negative'), group(1, 'poorest'), group(2, 'richest')],
} as unknown as Incentives

test('shares from a rate on are those of the bands above it', () => {
  expect(shareFrom([0.1, 0.6, 0.2, 0.1], incentives.bands, 0.8)).toBeCloseTo(0.3, 12)
  expect(shareFrom(null, incentives.bands, 0.8)).toBeNull()
})

test('the spread shows the law as bars and the reform as a line over the same bands', () => {
  const figure = spreadFigure(incentives, 'next', namedPalette, plainWords)
  expect(figure.data).toMatchObject([
    { type: 'bar', y: [10, 60, 20, 10] },
    { type: 'scatter', y: [10, 50, 30, 10] },
  ])
  expect(figure.table().rows.map(([name]) => name)).toEqual([
    'below 0 %',
    '0–80 %',
    '80–100 %',
    '100 % and more',
  ])
})

test('rates by group are those of groups cut by income, mean and median', () => {
  const figure = rateByGroupFigure(incentives, 'all', namedPalette, plainWords)
  expect(figure.data).toHaveLength(4)
  expect(figure.data[0]).toMatchObject({ x: ['poorest', 'richest'], y: [15, 15] })
  expect(figure.data[3]).toMatchObject({ y: [25, 25], marker: { symbol: 'diamond' } })
})

test('the tables say changes in points with their intervals, and a dash where there is no number', () => {
  const { rows } = rateTable(incentives, 'next', plainWords)
  const of = (name: string) => rows.find(([first]) => first === name)
  expect(of('Mean rate')).toEqual(['Mean rate', '30.00 %', '32.00 %', '+2.00', '0.20'])
  expect(of('Rate of 80 % or more')).toEqual(['Rate of 80 % or more', '30.00 %', '40.00 %', '+10.00', '–'])
  expect(of('Net income lost there, mean')).toEqual(['Net income lost there, mean', '$700', '–', '–', '–'])
  expect(of('At a kink')).toBeDefined()
  expect(rateTable(incentives, 'all', plainWords).rows.some(([name]) => name === 'At a kink')).toBe(false)
  const groups = rateGroupTable(incentives, 'next', plainWords)
  expect(groups.rows.map(([name]) => name)).toEqual([
    'poorest',
    'richest',
    'heads',
    'spouses',
    'all who earn',
  ])
  expect(groups.rows.every(row => row.length === groups.columns.length)).toBe(true)
  expect(whoIsTouched(incentives, 'next', plainWords)).toBe(
    'The rate rises for 25.0 % of all who earn and falls for 5.0 %.',
  )
})
