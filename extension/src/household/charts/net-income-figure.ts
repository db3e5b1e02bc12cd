/** What the household keeps along one of its incomes. */
import type { TranslationBundle } from '@jupyterlab/translation'
import type { Figure, RangeOf } from '../../impact/charts/figure.ts'
import type { Palette } from '../../impact/charts/palette.ts'
import { money, signedMoney } from '../../impact/numbers.ts'
import type { Earnings } from '../answer-types.ts'
import {
  incomesOf,
  inTable,
  lawAndReform,
  layoutAlong,
  legendOf,
  type Own,
  ownPoint,
  trace,
} from './earnings-lines.ts'

export function netIncomeFigure(
  earnings: Earnings,
  own: Own & { readonly netIncome?: number },
  palette: Palette,
  rangeOf: RangeOf,
  trans: TranslationBundle,
): Figure {
  const incomes = incomesOf(earnings)
  const lines = lawAndReform(earnings, ({ netIncome }) => netIncome, palette, trans)
  const all = lines.flatMap(({ values }) => values)
  const { baseline, reform } = earnings
  return {
    name: 'netIncome',
    title: trans.__('Net income as earnings rise'),
    subtitle: trans.__('USD a year · ring: this household'),
    height: 280,
    ...(reform && { legend: legendOf(lines) }),
    data: [
      ...lines.map(line => trace(incomes, line, '%{y:$,.0f}')),
      ownPoint(own, own.netIncome, palette, trans),
    ],
    layout: layoutAlong(own, incomes, palette, {
      tickformat: '$,.0f',
      range: rangeOf('netIncome', [Math.min(0, ...all), Math.max(...all)], 10_000),
    }),
    table: () => ({
      columns: [
        own.label,
        trans.__('Net income, law'),
        ...(reform ? [trans.__('Net income, reform'), trans.__('Change')] : []),
      ],
      rows: inTable(baseline.points.map((point, index) => [point, reform?.points[index]] as const)).map(
        ([before, after]) => [
          money(before.income),
          money(before.netIncome),
          ...(after ? [money(after.netIncome), signedMoney(after.netIncome - before.netIncome)] : []),
        ],
      ),
    }),
  }
}
