/** What the reform changes in net income along an income: above zero the household gains. */
import type { TranslationBundle } from '@jupyterlab/translation'
import type { Figure, RangeOf } from '../../impact/charts/figure.ts'
import type { Palette } from '../../impact/charts/palette.ts'
import { money, signedMoney } from '../../impact/numbers.ts'
import type { Earnings } from '../answer-types.ts'
import { incomesOf, inTable, layoutAlong, type Own, ownPoint } from './earnings-lines.ts'

export function changeFigure(
  earnings: Earnings,
  own: Own & { readonly change?: number },
  palette: Palette,
  rangeOf: RangeOf,
  trans: TranslationBundle,
): Figure {
  const incomes = incomesOf(earnings)
  const changes = earnings.baseline.points.map(
    ({ netIncome }, index) => (earnings.reform?.points[index]?.netIncome ?? netIncome) - netIncome,
  )
  const side = (colour: string, values: readonly number[]) => ({
    type: 'scatter',
    mode: 'lines',
    x: incomes,
    y: values,
    fill: 'tozeroy',
    fillcolor: colour,
    line: { width: 0 },
    hoverinfo: 'skip',
  })
  return {
    name: 'change',
    title: trans.__('Change of net income'),
    subtitle: trans.__('USD a year · above zero the household gains'),
    height: 280,
    data: [
      side(
        palette.gainLight,
        changes.map(change => Math.max(0, change)),
      ),
      side(
        palette.lossLight,
        changes.map(change => Math.min(0, change)),
      ),
      {
        type: 'scatter',
        mode: 'lines',
        x: incomes,
        y: changes,
        line: { width: 2, color: palette.text },
        hovertemplate: '%{customdata}<extra></extra>',
        customdata: changes.map(signedMoney),
      },
      ownPoint(own, own.change, palette, trans),
    ],
    layout: layoutAlong(own, incomes, palette, {
      tickformat: '$,.0f',
      range: rangeOf('change', [Math.min(0, ...changes), Math.max(0, ...changes)], 100),
    }),
    table: () => ({
      columns: [own.label, trans.__('Change of net income')],
      rows: inTable(incomes.map((income, index) => [money(income), signedMoney(changes[index]!)])),
    }),
  }
}
