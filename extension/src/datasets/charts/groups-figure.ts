/** A column group by group: the middle half and the middle 80 of 100, median and mean; of conditions their share. */
import type { TranslationBundle } from '@jupyterlab/translation'
import { axis, baseLayout, namesAxis } from '../../impact/charts/base-layout.ts'
import type { Figure } from '../../impact/charts/figure.ts'
import type { Palette } from '../../impact/charts/palette.ts'
import type { ColumnSummary, Summary } from '../answers.ts'
import { CURRENCY, countText, spaced, totalText, valueText } from '../data-words.ts'

type Group = Summary & { readonly group: string }

export interface GroupsOf {
  readonly column: ColumnSummary
  readonly groups: readonly Group[]
  /** What they are grouped by, as words. */
  readonly by: string
  readonly counted: string
  readonly unit: string
}

/** Undefined for categories, which have no mean. */
export function groupsFigure(of: GroupsOf, palette: Palette, trans: TranslationBundle): Figure | undefined {
  const { column, by, counted, unit } = of
  const groups = of.groups.filter(({ mean }) => mean !== null)
  if (groups.length === 0) return undefined
  const isAmounts = groups.some(({ quantiles }) => quantiles !== null)
  const scale = isAmounts ? 1 : 100
  return {
    name: 'groups',
    title: trans.__('By %1', by.charAt(0).toLowerCase() + by.slice(1)),
    subtitle: isAmounts
      ? trans.__(
          '%1 · bars hold the middle half of %2, lines the middle four fifths',
          unit || trans.__('value'),
          counted,
        )
      : trans.__('percent of %1', counted),
    height: 70 + 26 * groups.length,
    data: isAmounts
      ? [
          span(groups, [0.1, 0.9], 2, palette),
          span(groups, [0.25, 0.75], 9, palette),
          ...points(groups, column, palette, trans),
        ]
      : [shares(groups, column, palette)],
    layout: {
      ...baseLayout(palette),
      margin: { l: 8, r: 20, t: 4, b: 8 },
      xaxis: axis(palette, {
        ...(isAmounts ? {} : { rangemode: 'tozero', ticksuffix: ' %' }),
        ...(CURRENCY.test(column.unit) && { tickformat: '$,' }),
        zeroline: isAmounts,
      }),
      yaxis: namesAxis(palette, {
        range: [groups.length - 0.5, -0.5],
        tickmode: 'array',
        tickvals: groups.map(({ group }) => group),
        ticktext: groups.map(({ group }) => spaced(group)),
        tickfont: { color: palette.text },
        ticklabelstandoff: 6,
      }),
    },
    ...(isAmounts && {
      legend: [
        { label: trans.__('median'), colour: palette.text, isHatched: false },
        { label: trans.__('mean'), colour: palette.loss, isHatched: false },
      ],
    }),
    table: () => ({
      columns: [
        by,
        trans.__('How many'),
        trans.__('Mean'),
        ...(isAmounts ? [trans.__('10 %'), trans.__('Median'), trans.__('90 %')] : []),
        trans.__('Total'),
      ],
      rows: of.groups.map(group => [
        spaced(group.group),
        countText(group.weighted),
        valueText(group.mean, column),
        ...(isAmounts ? [0.1, 0.5, 0.9].map(share => valueText(quantileOf(group, share), column)) : []),
        totalText(group.total, column),
      ]),
    }),
  }

  function shares(some: readonly Group[], of: ColumnSummary, { accent }: Palette): object {
    return {
      type: 'bar',
      orientation: 'h',
      x: some.map(({ mean }) => scale * mean!),
      y: some.map(({ group }) => group),
      marker: { color: accent },
      customdata: some.map(({ group, mean }) => [spaced(group), valueText(mean, of)]),
      hovertemplate: '%{customdata[0]}<br><b>%{customdata[1]}</b><extra></extra>',
    }
  }
}

export const quantileOf = ({ quantiles }: Summary, share: number): number | null =>
  quantiles?.find(one => one.share === share)?.value ?? null

function span(groups: readonly Group[], ends: readonly number[], width: number, palette: Palette): object {
  return {
    type: 'scatter',
    mode: 'lines',
    x: groups.flatMap(group => [...ends.map(share => quantileOf(group, share)), null]),
    y: groups.flatMap(({ group }) => [group, group, null]),
    line: { color: palette.accent, width },
    opacity: width > 4 ? 0.55 : 1,
    hoverinfo: 'skip',
  }
}

function points(
  groups: readonly Group[],
  column: ColumnSummary,
  palette: Palette,
  trans: TranslationBundle,
): readonly object[] {
  const y = groups.map(({ group }) => group)
  const hover = (name: string, values: readonly (number | null)[]) => ({
    customdata: groups.map(({ group }, index) => [spaced(group), name, valueText(values[index]!, column)]),
    hovertemplate: '%{customdata[0]}<br>%{customdata[1]} <b>%{customdata[2]}</b><extra></extra>',
  })
  const medians = groups.map(group => quantileOf(group, 0.5))
  const means = groups.map(({ mean }) => mean)
  return [
    {
      ...{ type: 'scatter', mode: 'markers', x: medians, y },
      marker: { symbol: 'line-ns', size: 13, line: { color: palette.text, width: 2.5 } },
      ...hover(trans.__('median'), medians),
    },
    {
      ...{ type: 'scatter', mode: 'markers', x: means, y },
      marker: {
        symbol: 'diamond',
        size: 9,
        color: palette.loss,
        line: { color: palette.background, width: 1 },
      },
      ...hover(trans.__('mean'), means),
    },
  ]
}
