/** Income tax and payroll taxes along an income. */
import type { TranslationBundle } from '@jupyterlab/translation'
import type { Figure, RangeOf } from '../../impact/charts/figure.ts'
import type { Palette } from '../../impact/charts/palette.ts'
import { money } from '../../impact/numbers.ts'
import type { Earnings } from '../answer-types.ts'
import { incomesOf, inTable, type Line, layoutAlong, legendOf, type Own, trace } from './earnings-lines.ts'

export function taxesFigure(
  earnings: Earnings,
  own: Own,
  palette: Palette,
  rangeOf: RangeOf,
  trans: TranslationBundle,
): Figure {
  const incomes = incomesOf(earnings)
  const lines = linesOf(earnings, palette, trans)
  const all = lines.flatMap(({ values }) => values)
  return {
    name: 'taxes',
    title: trans.__('Taxes as earnings rise'),
    subtitle: trans.__('USD a year · below zero more is paid out than taken'),
    height: 280,
    legend: legendOf(lines),
    data: lines.map(line => trace(incomes, line, '%{y:$,.0f}')),
    layout: layoutAlong(own, incomes, palette, {
      tickformat: '$,.0f',
      range: rangeOf('taxes', [Math.min(0, ...all), Math.max(0, ...all)], 1000),
    }),
    table: () => ({
      columns: [own.label, ...lines.map(({ name }) => name)],
      rows: inTable(
        incomes.map((income, index) => [money(income), ...lines.map(line => money(line.values[index]!))]),
      ),
    }),
  }
}

/** A line that is the same under both laws is drawn once. */
function linesOf({ baseline, reform }: Earnings, palette: Palette, trans: TranslationBundle): Line[] {
  const kinds = [
    {
      tax: 'income_tax',
      name: trans.__('income tax'),
      under: trans.__('income tax, reform'),
      colour: palette.accent,
    },
    {
      tax: 'payroll_tax',
      name: trans.__('payroll taxes'),
      under: trans.__('payroll taxes, reform'),
      colour: palette.loss,
    },
  ]
  return kinds.flatMap(({ tax, name, under, colour }) => {
    const [before, after] = [baseline, reform].map(curve => curve?.points.map(({ taxes }) => taxes[tax] ?? 0))
    if (!after || JSON.stringify(after) === JSON.stringify(before)) return [{ name, colour, values: before! }]
    return [
      { name, colour: palette.muted, dash: 'dot', values: before! },
      { name: under, colour, values: after },
    ] satisfies Line[]
  })
}
