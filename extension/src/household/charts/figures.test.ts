import { expect, test } from 'vitest'
import { namedPalette, plainWords } from '../../impact/testing/sample-impact.ts'
import type { Earnings, EarningsGrid } from '../answer-types.ts'
import { changeFigure } from './change-figure.ts'
import { gridFigure } from './grid-figure.ts'
import { netIncomeFigure } from './net-income-figure.ts'
import { ratesFigure } from './rates-figure.ts'
import { taxesFigure } from './taxes-figure.ts'

const curve = (kept: number, incomeTax: number) => ({
  kinks: [],
  points: Array.from({ length: 21 }, (_, index) => ({
    income: index * 1000,
    netIncome: index * 1000 * kept,
    taxes: { income_tax: index * incomeTax, payroll_tax: index * 100 },
    rates: { income_tax: incomeTax / 1000, payroll_tax: 0.1, combined_tax: incomeTax / 1000 + 0.1 },
  })),
})
const both = { baseline: curve(0.8, 100), reform: curve(0.75, 150) } as unknown as Earnings
const law = { baseline: curve(0.8, 100) } as unknown as Earnings
const own = { income: 5000, label: 'Ann: Wages', netIncome: 4000, change: -250, rate: 0.25 }
const rangeOf = (_: string, [low, high]: readonly [number, number]): [number, number] => [low, high]
const drawn = [namedPalette, rangeOf, plainWords] as const

test('tables behind charts along an income have both laws', () => {
  expect(netIncomeFigure(both, own, ...drawn).table().rows[1]).toEqual([
    '$10,000',
    '$8,000',
    '$7,500',
    '−$500',
  ])
  expect(netIncomeFigure(law, own, ...drawn).table().rows[1]).toEqual(['$10,000', '$8,000'])
  expect(changeFigure(both, own, ...drawn).table().rows[1]).toEqual(['$10,000', '−$500'])
  expect(ratesFigure(both, own, ...drawn).table().rows[1]).toEqual([
    '$10,000',
    '20.0 %',
    '10.0 %',
    '10.0 %',
    '25.0 %',
  ])
})

test('a tax that the reform leaves alone is one line', () => {
  const { columns } = taxesFigure(both, own, ...drawn).table()
  expect(columns).toEqual(['Ann: Wages', 'income tax', 'income tax, reform', 'payroll taxes'])
})

test('the household stands where its income is', () => {
  const marks = [netIncomeFigure, changeFigure, ratesFigure].map(figure =>
    figure(both, own, ...drawn).data.at(-1),
  )
  expect(marks).toMatchObject([
    { x: [5000], y: [4000] },
    { x: [5000], y: [-250] },
    { x: [5000], y: [25] },
  ])
})

test('a map has zero in the middle of its colours, and a table that is short enough to read', () => {
  const amounts = Array.from({ length: 41 }, (_, index) => index * 1000)
  const grid = (value: number) => amounts.map(() => amounts.map(() => value))
  const values = (value: number) => ({
    ...{ netIncome: grid(value), components: {} },
    marginalRates: { left: grid(0.2), right: grid(0.3) },
  })
  const axis = { income: 'employment_income', record: 'Ann', amounts }
  const answer = {
    ...{ first: axis, second: axis, components: [], baseline: values(5), reform: values(3) },
    change: values(-2),
  } as unknown as EarningsGrid
  const names = { first: 'A', second: 'B', own: [1000, 2000] } as const
  const figure = gridFigure(answer, 'change', names, namedPalette, plainWords)
  expect(figure.data[0]).toMatchObject({ zmin: -2, zmax: 2 })
  expect(figure.table().rows).toHaveLength(9)
  expect(figure.table().rows[8]).toEqual(['$40,000', ...Array(9).fill('−$2')])
  const rates = gridFigure(answer, 'rate-reform', names, namedPalette, plainWords)
  expect(rates.table().rows[0]![1]).toBe('30.0 %')
})
