import { HeadlineList } from '../impact/headline-list.tsx'
import { decimal, percent } from '../impact/numbers.ts'
import { useServices } from '../react/services.tsx'
import type { ColumnSummary, Summary } from './answers.ts'
import { quantileOf } from './charts/groups-figure.ts'
import { countText, totalText, valueText } from './data-words.ts'

export interface SummaryHeadlinesProps {
  readonly column: ColumnSummary
  /** Everybody's, or a group's. */
  readonly of: Summary
  /** Whose values they are, as words: `tax units`. */
  readonly counted: string
}

/** The numbers of a distribution side by side; those that a column has not are left out. */
export function SummaryHeadlines({ column, of, counted }: SummaryHeadlinesProps) {
  const { trans } = useServices()
  const value = (number: number | null) => valueText(number, column)
  const spread = (low: number, high: number) =>
    trans.__('%1 to %2', value(quantileOf(of, low)), value(quantileOf(of, high)))
  const total = totalText(of.total, column)
  const headlines = [
    {
      name: 'weighted',
      label: counted,
      value: countText(of.weighted),
      notes: [trans.__('%1 records', decimal(of.records, 0))],
    },
    of.mean !== null && {
      name: 'mean',
      label: column.type === 'bool' ? trans.__('Share with yes') : trans.__('Mean'),
      value: value(of.mean),
      notes: of.shareZero && of.quantiles ? [trans.__('%1 are zero', percent(of.shareZero))] : [],
    },
    of.quantiles && {
      name: 'median',
      label: trans.__('Median'),
      value: value(quantileOf(of, 0.5)),
      notes: [
        trans.__('middle half %1', spread(0.25, 0.75)),
        trans.__('middle four fifths %1', spread(0.1, 0.9)),
      ],
    },
    of.quantiles && {
      name: 'maximum',
      label: trans.__('Largest'),
      value: value(of.maximum),
      notes: [trans.__('smallest %1', value(of.minimum))],
    },
    total !== '–' && {
      name: 'total',
      label: column.type === 'bool' ? trans.__('How many with yes') : trans.__('Total'),
      value: total,
      notes: [],
    },
  ].filter(headline => !!headline)
  return <HeadlineList headlines={headlines.map(one => ({ ...one, tone: 'neutral' }))} />
}
