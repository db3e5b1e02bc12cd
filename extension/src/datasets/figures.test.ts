/** Charts of datasets as data: shares of everybody and of groups, and the tables behind them. */
import { expect, test } from 'vitest'
import { namedPalette as palette, plainWords as trans } from '../impact/testing/sample-impact.ts'
import type { ColumnSummary, Summary } from './answers.ts'
import { groupsFigure } from './charts/groups-figure.ts'
import { spreadFigure } from './charts/histogram-figure.ts'
import { countText, totalText, valueText } from './data-words.ts'

const points = [0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99]

const amounts = (weighted: readonly number[]): Summary => {
  const all = weighted.reduce((sum, one) => sum + one, 0)
  return {
    ...{
      records: 7,
      weighted: all,
      total: 5000 * all,
      mean: 5000,
      shareZero: 0.25,
      minimum: -3,
      maximum: 99_000,
    },
    quantiles: points.map(share => ({ share, value: 10_000 * share })),
    histogram: { edges: [0, 500, 1000], weighted },
    counts: null,
  }
}

const credit: ColumnSummary = {
  ...{
    name: 'credit',
    entity: 'tax_unit',
    type: 'number',
    label: 'Credit',
    unit: 'currency-USD',
    reference: '',
  },
  overall: amounts([3e6, 1e6]),
}

const of = { column: credit, counted: 'tax units', unit: 'USD' }

test('bars are shares of whom they are of, and a group stands before everybody', () => {
  const everybody = spreadFigure(of, palette, trans)!
  expect(everybody.data).toMatchObject([{ x: [250, 750], y: [75, 25], width: [500, 500] }])
  expect(everybody.subtitle).toBe(
    'percent of tax units · bars of $500 · the outer ones hold what lies beyond too',
  )
  expect(everybody.table().rows).toEqual([
    ['$0 – $500', '3.0 m', '75.00 %'],
    ['$500 – $1,000', '1.0 m', '25.00 %'],
  ])
  const group = { ...amounts([1e6, 4e6]), group: 'head_of_household' }
  const figure = spreadFigure({ ...of, group }, palette, trans)!
  expect(figure.title).toBe('Spread: head of household')
  expect(figure.data).toMatchObject([{ y: [20, 80] }, { type: 'scatter', y: [75, 75, 25, 25] }])
  expect(figure.table().rows[1]).toEqual(['$500 – $1,000', '4.0 m', '80.00 %', '25.00 %'])
})

test('categories are bars by name, and nobody is no chart', () => {
  const nothing = {
    total: null,
    mean: null,
    shareZero: null,
    minimum: null,
    maximum: null,
    quantiles: null,
    histogram: null,
  }
  const counts = [
    { value: 'joint', weighted: 30 },
    { value: 'head_of_household', weighted: 10 },
  ]
  const overall = { ...nothing, records: 4, weighted: 40, counts }
  const column = { ...credit, type: 'filing_status', unit: '', overall }
  expect(spreadFigure({ ...of, column }, palette, trans)!.data).toMatchObject([
    { x: ['joint', 'head of household'], y: [75, 25] },
  ])
  expect(
    groupsFigure({ ...of, column, groups: [{ ...overall, group: 'yes' }], by: 'Blind' }, palette, trans),
  ).toBe(undefined)
  const empty = { ...credit, overall: { ...nothing, records: 0, weighted: 0, counts: null } }
  expect(spreadFigure({ ...of, column: empty }, palette, trans)).toBe(undefined)
})

test('groups have their quantiles, and those of nobody are in the table alone', () => {
  const groups = [
    { ...amounts([1, 1]), group: 'single' },
    { ...amounts([0, 0]), group: 'joint', mean: null, quantiles: null, histogram: null, total: null },
  ]
  const figure = groupsFigure({ ...of, groups, by: 'Filing status' }, palette, trans)!
  expect(figure.title).toBe('By filing status')
  expect(figure.data[0]).toMatchObject({ x: [1000, 9000, null], y: ['single', 'single', null] })
  expect(figure.table().rows).toEqual([
    ['single', '2', '$5,000', '$1,000', '$5,000', '$9,000', '$10,000'],
    ['joint', '0', '–', '–', '–', '–', '–'],
  ])
})

test('numbers are in their unit, and those that only name something have none', () => {
  expect(valueText(12.3, { type: 'number', unit: 'currency-USD' })).toBe('$12.30')
  expect(valueText(-52_310.4, { type: 'number', unit: 'currency-USD' })).toBe('−$52,310')
  expect(valueText(0.123, { type: 'bool', unit: '' })).toBe('12.3 %')
  expect(valueText(38.404, { type: 'integer', unit: 'year' })).toBe('38.40')
  expect(valueText(6, { type: 'integer', unit: '' })).toBe('–')
  expect(totalText(6.2e6, { type: 'bool', unit: '' })).toBe('6.2 m')
  expect(totalText(1e9, { type: 'integer', unit: 'year' })).toBe('–')
  expect(countText(280_005)).toBe('280,005')
})
