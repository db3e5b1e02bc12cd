import type { TranslationBundle } from '@jupyterlab/translation'
import type { Impact } from '../engine/api-types.ts'
import type { Table } from './charts/figure.ts'
import { decimal, margin, percent, signedDecimal } from './numbers.ts'

/** Measures of inequality before and after, with what is known of their change. */
export function inequalityTable({ inequality }: Impact, trans: TranslationBundle): Table {
  const ratio = (digits: number) => (value: number) => decimal(value, digits)
  const share = (value: number) => percent(value, 2)
  const rows = [
    [trans.__('Gini coefficient'), inequality.gini, ratio(4), 1],
    [trans.__('Income share of the top 10 %'), inequality.top10Share, share, 100],
    [trans.__('Income share of the top 1 %'), inequality.top1Share, share, 100],
    [trans.__('Income share of the bottom half'), inequality.bottom50Share, share, 100],
    [trans.__('Richest fifth to poorest fifth'), inequality.s80s20, ratio(3), 1],
    [trans.__('90th to 10th percentile'), inequality.p90p10, ratio(3), 1],
  ] as const
  return {
    columns: [
      trans.__('Measure'),
      trans.__('Law'),
      trans.__('Reform'),
      trans.__('Change'),
      trans.__('95 % interval ±'),
    ],
    rows: rows.map(([name, { baseline, reform, change, standardError }, text, scale]) => {
      const found = margin(standardError.change)
      return [
        name,
        baseline === null ? '–' : text(baseline),
        reform === null ? '–' : text(reform),
        change === null ? '–' : signedDecimal(change * scale, 4),
        found === undefined ? '–' : decimal(found * scale, 4),
      ]
    }),
  }
}
