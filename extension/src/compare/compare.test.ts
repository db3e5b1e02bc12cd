import { expect, test } from 'vitest'
import type { Impact } from '../engine/api-types.ts'
import { namedPalette, plainWords, sampleImpact } from '../impact/testing/sample-impact.ts'
import { compareCsv } from './compare-csv.ts'
import { groupLinesFigure, netBudgetFigure, sidesFigure } from './compare-figures.ts'
import { compareSections } from './compare-rows.ts'

const cheaper: Impact = {
  ...sampleImpact,
  budget: { ...sampleImpact.budget, total: 10e9 },
  programmes: sampleImpact.programmes.map(programme => ({
    ...programme,
    changed: programme.name === 'payroll_tax',
    budgetaryImpact: programme.name === 'payroll_tax' ? 10e9 : 0,
  })),
}
const compared = [
  { title: 'One', impact: sampleImpact, place: 0 },
  { title: 'Two, of three', impact: cheaper, place: 2 },
]
const rangeOf = (_: string, extent: readonly [number, number]): [number, number] => [...extent]

function rowOf(name: string, impacts: readonly (Impact | undefined)[] = [sampleImpact, undefined, cheaper]) {
  const rows = compareSections(impacts, plainWords).flatMap(({ rows: all }) => all)
  return rows.find(row => row.name === name)!
}

test('each number stands in the column of its reform with its interval, what is not computed as nothing', () => {
  const { cells } = rowOf('Net')
  expect(cells).toEqual([
    { value: '−$43.4 bn', error: '± $470 m', tone: 'loss' },
    undefined,
    { value: '+$10.0 bn', error: '± $470 m', tone: 'gain' },
  ])
  expect(rowOf('Better off').cells[0]).toEqual({ value: '25.0 %', error: '± 0.39', tone: 'neutral' })
})

test('programmes are those that any of the reforms changes, parts below what they are part of', () => {
  const names = compareSections([sampleImpact, cheaper], plainWords)[0]!.rows.map(({ name, depth }) => [
    name,
    depth,
  ])
  expect(names).toEqual([
    ['Net', 0],
    ['The income_tax', 1],
    ['The credits, of it', 2],
    ['The payroll_tax', 1],
  ])
  expect(rowOf('The payroll_tax').cells.map(cell => cell?.value)).toEqual(['$0', undefined, '+$10.0 bn'])
})

test('less poverty is a gain, less inequality neither', () => {
  expect(rowOf('60% of the median: everybody').cells[0]).toMatchObject({ value: '−0.900', tone: 'gain' })
  expect(rowOf('Gini coefficient').cells[0]).toMatchObject({ value: '−0.001000', tone: 'neutral' })
})

test('groups without a number, and outcomes older than poverty, are no mistake', () => {
  const { poverty: _, ...older } = sampleImpact
  const sections = compareSections([older as Impact], plainWords)
  expect(sections.map(({ title }) => title)).not.toContain('Change of poverty, points')
  expect(compareSections([undefined], plainWords).flatMap(({ rows }) => rows.length)).toEqual([1, 2, 1, 2])
})

test('charts keep the colour and the mark of a reform’s column', () => {
  const budget = netBudgetFigure(compared, namedPalette, rangeOf, plainWords)
  expect(budget.data[0]).toMatchObject({ x: [-43.4, 10], marker: { color: ['loss', 'gain'] } })
  expect(budget.layout).toMatchObject({ yaxis: { ticktext: ['● One', '◆ Two, of three'] } })
  const lines = groupLinesFigure('averageChange', compared, namedPalette, rangeOf, plainWords)
  expect(lines.data).toMatchObject([
    { x: ['poorest', 'richest'], y: [400, -100], marker: { symbol: 'circle' }, line: { color: 'first' } },
    { marker: { symbol: 'diamond' }, line: { color: 'first', dash: 'dot' } },
  ])
  const sides = sidesFigure(compared, namedPalette, plainWords)
  expect(sides.data[1]).toMatchObject({ name: 'gain', y: ['0', '2'], x: [25, 25] })
  expect(sides.data[3]).toMatchObject({ marker: { pattern: { shape: '/' } } })
  expect(lines.table().rows[0]).toEqual(['poorest', '+$400', '+$400'])
})

test('the file has a row for each number and two columns for each reform', () => {
  const lines = compareCsv(compared).trim().split('\n')
  expect(lines[0]).toBe(
    'block,of,measure,One,One: standard error,"Two, of three","Two, of three: standard error"',
  )
  expect(lines[1]).toBe('budget,total,change,-43400000000,240000000,10000000000,240000000')
  expect(lines).toContain('programme,payroll_tax,budgetaryImpact,0,,10000000000,')
})
