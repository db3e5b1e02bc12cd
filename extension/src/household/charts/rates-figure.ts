/** What of one dollar more is taken, along an income. */
import type { TranslationBundle } from '@jupyterlab/translation'
import type { Figure, RangeOf } from '../../impact/charts/figure.ts'
import type { Palette } from '../../impact/charts/palette.ts'
import { money, percent } from '../../impact/numbers.ts'
import type { Earnings } from '../answer-types.ts'
import { ALL_TAXES } from '../kinks.ts'
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

export function ratesFigure(
  earnings: Earnings,
  own: Own & { readonly rate?: number },
  palette: Palette,
  rangeOf: RangeOf,
  trans: TranslationBundle,
): Figure {
  const incomes = incomesOf(earnings)
  const { baseline, reform } = earnings
  const lines = lawAndReform(earnings, ({ rates }) => 100 * (rates[ALL_TAXES] ?? 0), palette, trans)
  const all = lines.flatMap(({ values }) => values)
  const rateOf = (point: (typeof baseline.points)[number], tax: string) => percent(point.rates[tax] ?? 0)
  return {
    name: 'rates',
    title: trans.__('Marginal tax rate as earnings rise'),
    subtitle: trans.__('percent of one dollar more that taxes take, with the employer’s half of payroll tax'),
    height: 280,
    ...(reform && { legend: legendOf(lines) }),
    data: [
      ...lines.map(line => trace(incomes, { ...line, shape: 'hv' }, '%{y:.1f} %')),
      ownPoint(own, own.rate === undefined ? undefined : 100 * own.rate, palette, trans),
    ],
    layout: layoutAlong(own, incomes, palette, {
      ticksuffix: ' %',
      range: rangeOf('rates', [Math.min(0, ...all), Math.max(...all)], 10),
    }),
    table: () => ({
      columns: [
        own.label,
        trans.__('All taxes, law'),
        trans.__('of it income tax'),
        trans.__('of it payroll taxes'),
        ...(reform ? [trans.__('All taxes, reform')] : []),
      ],
      rows: inTable(baseline.points.map((point, index) => [point, reform?.points[index]] as const)).map(
        ([before, after]) => [
          money(before.income),
          rateOf(before, ALL_TAXES),
          rateOf(before, 'income_tax'),
          rateOf(before, 'payroll_tax'),
          ...(after ? [rateOf(after, ALL_TAXES)] : []),
        ],
      ),
    }),
  }
}
