/** How a column is spread: shares of bins or of values, those of a group before everybody's. */
import type { TranslationBundle } from '@jupyterlab/translation'
import { axis, baseLayout, namesAxis } from '../../impact/charts/base-layout.ts'
import type { Figure } from '../../impact/charts/figure.ts'
import type { Palette } from '../../impact/charts/palette.ts'
import { percent } from '../../impact/numbers.ts'
import type { ColumnSummary, Summary } from '../answers.ts'
import { CURRENCY, countText, spaced, valueText } from '../data-words.ts'

export interface SpreadOf {
  readonly column: ColumnSummary
  /** That is shown before everybody. */
  readonly group?: Summary & { readonly group: string }
  /** What is counted, as words: `tax units`. */
  readonly counted: string
  readonly unit: string
}

/** Undefined over nobody. */
export function spreadFigure(of: SpreadOf, palette: Palette, trans: TranslationBundle): Figure | undefined {
  const { column, group, counted, unit } = of
  const front = group ?? column.overall
  const bars = barsOf(front, column)
  const behind = group && barsOf(column.overall, column)
  if (!bars) return undefined
  const isAmounts = front.histogram !== null
  const hover = bars.map(({ name, count, share }) => [name, percent(share, 2), countText(count)])
  const widths = isAmounts ? { width: bars.map(({ to, from }) => to - from) } : {}
  const places = (some: readonly Bar[]) => some.map(bar => (isAmounts ? (bar.from + bar.to) / 2 : bar.name))
  return {
    name: 'spread',
    title: group ? trans.__('Spread: %1', spaced(group.group)) : trans.__('Spread'),
    subtitle: isAmounts
      ? trans.__(
          'percent of %1 · bars of %2 · the outer ones hold what lies beyond too',
          counted,
          `${valueText(bars[0]!.to - bars[0]!.from, column)} ${CURRENCY.test(column.unit) ? '' : unit}`.trim(),
        )
      : trans.__('percent of %1', counted),
    height: 300,
    data: [
      {
        type: 'bar',
        x: places(bars),
        y: bars.map(({ share }) => 100 * share),
        ...widths,
        marker: { color: palette.accent, line: { color: palette.background, width: 1 } },
        customdata: hover,
        hovertemplate: '%{customdata[0]}<br><b>%{customdata[1]}</b> · %{customdata[2]}<extra></extra>',
      },
      ...(behind ? [outline(behind, isAmounts, palette, trans)] : []),
    ],
    layout: {
      ...baseLayout(palette),
      bargap: isAmounts ? 0 : 0.3,
      xaxis: isAmounts
        ? axis(palette, {
            showgrid: false,
            range: [bars[0]!.from, bars.at(-1)!.to],
            ...(CURRENCY.test(column.unit) && { tickformat: '$,' }),
          })
        : namesAxis(palette),
      yaxis: axis(palette, { rangemode: 'tozero', ticksuffix: ' %' }),
    },
    ...(behind && {
      legend: [
        { label: spaced(group.group), colour: palette.accent, isHatched: false },
        { label: trans.__('everybody'), colour: palette.text, isHatched: false },
      ],
    }),
    table: () => ({
      columns: [
        isAmounts ? trans.__('From … to below') : trans.__('Value'),
        trans.__('How many'),
        trans.__('Share'),
        ...(behind ? [trans.__('Share of everybody')] : []),
      ],
      rows: bars.map(({ name, count, share }, index) => [
        name,
        countText(count),
        percent(share, 2),
        ...(behind ? [percent(behind[index]!.share, 2)] : []),
      ]),
    }),
  }
}

interface Bar {
  readonly name: string
  readonly from: number
  readonly to: number
  readonly count: number
  readonly share: number
}

function barsOf(
  { histogram, counts, weighted: all }: Summary,
  column: ColumnSummary,
): readonly Bar[] | undefined {
  if (counts)
    return counts.map(({ value, weighted }, place) => ({
      ...{ name: valueName(value, column), from: place, to: place + 1 },
      ...{ count: weighted, share: weighted / all },
    }))
  return histogram?.weighted.map((count, bin) => {
    const [from, to] = [histogram.edges[bin]!, histogram.edges[bin + 1]!]
    const ends = `${valueText(from, column)} – ${valueText(to, column)}`
    return { name: ends, from, to, count, share: count / all }
  })
}

const valueName = (value: string, { type }: ColumnSummary) =>
  type === 'bool' ? (value === 'true' ? 'yes' : 'no') : spaced(value)

/** Everybody's shares as a line over the bars of a group. */
function outline(
  bars: readonly Bar[],
  isAmounts: boolean,
  palette: Palette,
  trans: TranslationBundle,
): object {
  const steps = isAmounts
    ? {
        x: bars.flatMap(({ from, to }) => [from, to]),
        y: bars.flatMap(({ share }) => [100 * share, 100 * share]),
      }
    : { x: bars.map(({ name }) => name), y: bars.map(({ share }) => 100 * share) }
  return {
    type: 'scatter',
    mode: isAmounts ? 'lines' : 'markers',
    ...steps,
    name: trans.__('everybody'),
    line: { color: palette.text, width: 1.5 },
    marker: { color: palette.text, size: 9, symbol: 'line-ew', line: { color: palette.text, width: 2 } },
    hoverinfo: 'skip',
  }
}
