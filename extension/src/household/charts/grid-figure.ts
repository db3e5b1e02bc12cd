/** A household over two of its incomes as a map of colours. */
import type { TranslationBundle } from '@jupyterlab/translation'
import { axis, baseLayout } from '../../impact/charts/base-layout.ts'
import type { Figure } from '../../impact/charts/figure.ts'
import type { Palette } from '../../impact/charts/palette.ts'
import { money, percent, signedMoney } from '../../impact/numbers.ts'
import type { EarningsGrid } from '../answer-types.ts'

export type GridMeasure = 'change' | 'rate-law' | 'rate-reform'

export interface GridNames {
  readonly first: string
  readonly second: string
  /** Where the household stands. */
  readonly own: readonly [number, number]
}

/** Amounts of an axis that the table behind has. */
const IN_TABLE = 9

export function gridFigure(
  grid: EarningsGrid,
  measure: GridMeasure,
  names: GridNames,
  palette: Palette,
  trans: TranslationBundle,
): Figure {
  const { baseline, reform, change, first, second } = grid
  const isChange = measure === 'change'
  const values = isChange
    ? change!.netIncome
    : (measure === 'rate-law' ? baseline : reform!).marginalRates.right
  const text = isChange ? signedMoney : (value: number) => percent(value)
  const most = Math.max(1e-9, ...values.flat().map(Math.abs))
  const titles: Readonly<Record<GridMeasure, string>> = {
    change: trans.__('Change of net income over two incomes'),
    'rate-law': trans.__('Marginal rate over two incomes, law'),
    'rate-reform': trans.__('Marginal rate over two incomes, reform'),
  }
  return {
    name: 'grid',
    title: titles[measure],
    subtitle: isChange
      ? trans.__('USD a year, reform less law · ring: this household')
      : trans.__(
          'percent of one dollar more of the income across that net income does not gain · ring: this household',
        ),
    height: 440,
    data: [
      {
        type: 'heatmap',
        x: first.amounts,
        y: second.amounts,
        z: values,
        zmin: isChange ? -most : Math.min(0, ...values.flat()),
        zmax: most,
        colorscale: isChange
          ? [
              [0, palette.loss],
              [0.5, palette.background],
              [1, palette.gain],
            ]
          : [
              [0, palette.background],
              [1, palette.accent],
            ],
        colorbar: {
          thickness: 12,
          outlinewidth: 0,
          tickformat: isChange ? '$,.0f' : ',.0%',
          tickfont: { color: palette.muted },
        },
        customdata: values.map(row => row.map(text)),
        hovertemplate: `${names.first}: %{x:$,.0f}<br>${names.second}: %{y:$,.0f}<br><b>%{customdata}</b><extra></extra>`,
      },
      {
        type: 'scatter',
        mode: 'markers',
        x: [names.own[0]],
        y: [names.own[1]],
        marker: { size: 12, color: palette.background, line: { width: 3, color: palette.text } },
        hoverinfo: 'skip',
      },
    ],
    layout: {
      ...baseLayout(palette),
      xaxis: axis(palette, {
        tickformat: '$~s',
        nticks: 7,
        title: { text: names.first, font: { size: 12 } },
      }),
      yaxis: axis(palette, {
        tickformat: '$~s',
        nticks: 7,
        title: { text: names.second, font: { size: 12 } },
      }),
    },
    table: () => {
      const step = (length: number) => Math.ceil((length - 1) / (IN_TABLE - 1))
      const [across, down] = [step(first.amounts.length), step(second.amounts.length)]
      const columns = first.amounts.map((_, index) => index).filter(index => index % across === 0)
      return {
        columns: [
          trans.__('%1, down; %2, across', names.second, names.first),
          ...columns.map(index => money(first.amounts[index]!)),
        ],
        rows: second.amounts
          .map((amount, row) => [money(amount), ...columns.map(column => text(values[row]![column]!))])
          .filter((_, row) => row % down === 0),
      }
    },
  }
}
