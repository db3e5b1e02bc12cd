import { describe, expect, test } from 'vitest'
import { namedPalette, plainWords, sampleImpact } from '../testing/sample-impact.ts'
import { budgetFigure } from './budget-figure.ts'
import { averageChangeFigure, relativeChangeFigure } from './decile-figures.ts'
import type { Figure, RangeOf } from './figure.ts'
import { shapeOf } from './move-bars.ts'
import { SteadyRanges } from './steady-ranges.ts'
import { winnersFigure } from './winners-figure.ts'

const extents = new Map<string, readonly [number, number]>()
const rangeOf: RangeOf = (name, extent) => {
  extents.set(name, extent)
  return [...extent]
}
const trace = (figure: Figure, index = 0) => figure.data[index] as Record<string, unknown>

describe('charts', () => {
  test('show the change of each group cut by income, with 95 % intervals, gains and losses told apart', () => {
    const figure = averageChangeFigure(sampleImpact, namedPalette, rangeOf, plainWords)
    expect(trace(figure)).toMatchObject({
      x: ['poorest', 'richest'],
      y: [400, -100],
      marker: { color: ['gain', 'loss'] },
      error_y: { array: [19.6, 392] },
    })
    expect(extents.get('averageChange')).toEqual([-492, 419.6])
    expect(figure.table().rows.at(-1)).toEqual(['everybody', '2.5', '+$150', '$16'])
    const relative = relativeChangeFigure(sampleImpact, namedPalette, rangeOf, plainWords)
    expect(trace(relative)).toMatchObject({ y: [0.8, -0.2] })
  })

  test('stack who gains and who loses, the poorest on top, losses hatched', () => {
    const figure = winnersFigure(sampleImpact, namedPalette, plainWords)
    expect(trace(figure, 1)).toMatchObject({ y: ['richest', 'poorest'], x: [25, 25] })
    expect(figure.legend?.map(({ isHatched }) => isHatched)).toEqual([false, false, false, true, true])
    expect(trace(figure, 3)).toMatchObject({ marker: { pattern: { shape: '/' } } })
    expect(trace(figure, 1)).not.toMatchObject({ marker: { pattern: {} } })
  })

  test('show the budget by programme in billions, parts marked, what did not move left out', () => {
    const figure = budgetFigure(sampleImpact, namedPalette, rangeOf, plainWords)
    expect(trace(figure)).toMatchObject({
      x: [-43.4, -43.4],
      y: ['income_tax', 'credits, of it'],
      marker: { color: ['loss', 'loss'], opacity: [1, 0.6] },
    })
    expect(figure.layout).toMatchObject({ yaxis: { ticktext: ['The income_tax', '↳ The credits, of it'] } })
    expect(figure.table().rows.at(-1)).toEqual(['Budget in total', '', '', '−$43.4 bn', '$470 m'])
  })
})

describe('bars', () => {
  const { data, layout } = winnersFigure(sampleImpact, namedPalette, plainWords)
  const first = (change: object) => [{ ...data[0], ...change }, ...data.slice(1)]

  test('move where nothing but lengths differs', () => {
    const shape = shapeOf({ data, layout })
    expect(shapeOf({ data: first({ x: [1, 2], customdata: [['one'], ['two']] }), layout })).toBe(shape)
    expect(shapeOf({ data: first({ y: ['else', 'poorest'] }), layout })).not.toBe(shape)
    expect(shapeOf({ data: first({ x: [1, 2, 3] }), layout })).not.toBe(shape)
    expect(shapeOf({ data: first({ marker: { color: 'loss' } }), layout })).not.toBe(shape)
    expect(shapeOf({ data, layout: { ...layout, xaxis: { range: [0, 50] } } })).not.toBe(shape)
  })

  test('are drawn anew where an axis fits itself to them, and so is all that is no bar', () => {
    expect(shapeOf({ data, layout: { ...layout, xaxis: {} } })).toBeUndefined()
    expect(shapeOf({ data: first({ type: 'scatter' }), layout })).toBeUndefined()
  })
})

describe('an axis', () => {
  test('stays while a hand moves, grows by a large step where it has to, and fits again at rest', () => {
    const ranges = new SteadyRanges()
    const at = (extent: readonly [number, number], isDragging: boolean) =>
      ranges.of('budget', extent, 1, isDragging)
    const first = at([0, 10], false)
    expect(first[1]).toBe(10)
    expect(at([0, 3], true)).toEqual(first)
    const grown = at([0, 11], true)
    expect(grown[1]).toBeGreaterThan(22)
    expect(at([0, 20], true)).toEqual(grown)
    expect(at([-5, 20], true)[0]).toBeLessThan(-10)
    expect(at([0, 3], false)[1]).toBe(3)
  })

  test('has room around nothing', () => {
    expect(new SteadyRanges().of('budget', [0, 0], 10, false)).toEqual([-10, 10])
  })
})
