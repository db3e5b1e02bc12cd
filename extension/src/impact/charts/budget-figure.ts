/** What the reform changes in the budget, by programme, as government sees it. */
import type { TranslationBundle } from '@jupyterlab/translation'
import type { Impact, ProgrammeImpact } from '../../engine/api-types.ts'
import { moneyScale } from '../money-scale.ts'
import { margin, moneyOf, signedMoneyOf } from '../numbers.ts'
import { axis, baseLayout, namesAxis } from './base-layout.ts'
import type { Figure, RangeOf } from './figure.ts'
import type { Palette } from './palette.ts'

/** Bars at most; what moves least is left to the table. */
const MOST = 7

export function budgetFigure(
  impact: Impact,
  palette: Palette,
  rangeOf: RangeOf,
  trans: TranslationBundle,
): Figure {
  const { programmes, budget, currency } = impact
  const shown = programmesShown(programmes)
  const { one, words } = moneyScale(impact, trans)
  const values = shown.map(({ budgetaryImpact }) => budgetaryImpact / one)
  const margins = shown.map(({ standardError }) => (margin(standardError.change) ?? 0) / one)
  const extent = [
    Math.min(0, ...values.map((value, index) => value - margins[index]!)),
    Math.max(0, ...values.map((value, index) => value + margins[index]!)),
  ] as const
  const depths = shown.map(programme => depthOf(programme, programmes))
  const names = shown.map(({ label }, index) => tickText(label, depths[index]!))
  return {
    name: 'budget',
    title: trans.__('Budget by programme'),
    subtitle: trans.__('change in %1 a year · right of zero, government gains', words),
    height: 270,
    data: [
      {
        type: 'bar',
        orientation: 'h',
        x: values,
        y: shown.map(({ name }) => name),
        marker: {
          color: values.map(value => (value < 0 ? palette.loss : palette.gain)),
          opacity: depths.map(depth => (depth === 0 ? 1 : 0.6)),
        },
        error_x: { type: 'data', array: margins, color: palette.text, thickness: 1.2, width: 4 },
        customdata: shown.map(({ label, budgetaryImpact, standardError }) => [
          label,
          signedMoneyOf(budgetaryImpact, currency),
          marginText(standardError.change, currency),
        ]),
        hovertemplate: '%{customdata[0]}<br><b>%{customdata[1]}</b> %{customdata[2]}<extra></extra>',
      },
    ],
    layout: {
      ...baseLayout(palette),
      ...(shown.length < 3 && { bargap: 0.6 }),
      xaxis: axis(palette, { range: rangeOf('budget', extent, 1), ticksuffix: '' }),
      yaxis: namesAxis(palette, {
        autorange: 'reversed',
        tickmode: 'array',
        tickvals: shown.map(({ name }) => name),
        ticktext: names,
        tickfont: { color: palette.text },
        ticklabelstandoff: 6,
      }),
    },
    table: () => ({
      columns: [
        trans.__('Programme'),
        trans.__('Law'),
        trans.__('Reform'),
        trans.__('For the budget'),
        '95 % ±',
      ],
      rows: [
        ...programmes
          .filter(({ changed }) => changed)
          .map(programme => [
            `${'– '.repeat(depthOf(programme, programmes))}${programme.label}`,
            moneyOf(programme.baseline, currency),
            moneyOf(programme.reform, currency),
            signedMoneyOf(programme.budgetaryImpact, currency),
            marginText(programme.standardError.change, currency),
          ]),
        [
          trans.__('Budget in total'),
          '',
          '',
          signedMoneyOf(budget.total, currency),
          marginText(budget.standardError.total, currency),
        ],
      ],
    }),
  }
}

/** Programmes that enter the budget, and the parts of them that move most; in the law's order. */
function programmesShown(programmes: readonly ProgrammeImpact[]): readonly ProgrammeImpact[] {
  const changed = programmes.filter(({ changed }) => changed)
  if (changed.length === 0) return programmes.filter(({ partOf }) => partOf === null).slice(0, MOST)
  const bySize = changed.toSorted(
    (a, b) =>
      Number(b.partOf === null) - Number(a.partOf === null) ||
      Math.abs(b.budgetaryImpact) - Math.abs(a.budgetaryImpact),
  )
  const kept = new Set(bySize.slice(0, MOST))
  return changed.filter(programme => kept.has(programme))
}

/** In lines of some twenty letters where it is long; parts are marked. */
function tickText(label: string, depth: number): string {
  const lines = label.length > 22 ? label.replace(/(.{10,20}) /g, '$1<br>') : label
  return `${depth > 0 ? '↳ ' : ''}${lines}`
}

export function depthOf({ partOf }: ProgrammeImpact, programmes: readonly ProgrammeImpact[]): number {
  const parent = programmes.find(({ name }) => name === partOf)
  return parent ? 1 + depthOf(parent, programmes) : 0
}

function marginText(standardError: number | null | undefined, currency: string): string {
  const found = margin(standardError)
  return found === undefined ? '–' : moneyOf(found, currency)
}
