/** Reforms side by side: what they cost, and what they do to each income group. */
import type { TranslationBundle } from '@jupyterlab/translation'
import { axis, baseLayout, incomeGroupsAxis, namesAxis } from '../impact/charts/base-layout.ts'
import { groupName, incomeGroups } from '../impact/charts/decile-figures.ts'
import type { Figure, RangeOf } from '../impact/charts/figure.ts'
import type { Palette } from '../impact/charts/palette.ts'
import { binFills, binMarker, binNames, isLossBin } from '../impact/charts/winners-figure.ts'
import { moneyScale } from '../impact/money-scale.ts'
import { margin, moneyOf, percent, signedMoneyOf, signedPercent } from '../impact/numbers.ts'
import type { NamedImpact } from './compare-csv.ts'

const HEIGHT = 300
/** So that lines are told apart without their colours. */
const SYMBOLS = ['circle', 'square', 'diamond', 'triangle-up', 'x', 'star', 'hexagon', 'triangle-down']
const MARKS = ['●', '■', '◆', '▲', '✖', '★', '⬢', '▼']
const DASHES = ['solid', 'dash', 'dot', 'dashdot']

export interface ComparedImpact extends NamedImpact {
  /** Its place among the columns, which is its colour. */
  readonly place: number
}

export const markOf = (place: number) => MARKS[place % MARKS.length]!

export function netBudgetFigure(
  reforms: readonly ComparedImpact[],
  palette: Palette,
  rangeOf: RangeOf,
  trans: TranslationBundle,
): Figure {
  const currency = reforms[0]?.impact.currency ?? ''
  const programmes = reforms.flatMap(({ impact }) => impact.programmes)
  const { one, words } = moneyScale({ programmes, currency }, trans)
  const values = reforms.map(({ impact }) => impact.budget.total / one)
  const margins = reforms.map(({ impact }) => (margin(impact.budget.standardError.total) ?? 0) / one)
  const extent = [
    Math.min(0, ...values.map((value, i) => value - margins[i]!)),
    Math.max(0, ...values.map((value, i) => value + margins[i]!)),
  ] as const
  const isLoss = values.map(value => value < 0)
  const errorOf = (i: number) => (margins[i] === 0 ? '–' : moneyOf(margins[i]! * one, currency))
  return {
    name: 'netBudget',
    title: trans.__('Budget'),
    subtitle: trans.__('change in %1 a year · right of zero, government gains', words),
    height: HEIGHT,
    data: [
      {
        type: 'bar',
        orientation: 'h',
        x: values,
        y: reforms.map(({ place }) => String(place)),
        marker: { color: isLoss.map(loss => (loss ? palette.loss : palette.gain)) },
        error_x: { type: 'data', array: margins, color: palette.text, thickness: 1.2, width: 4 },
        customdata: reforms.map(({ title, impact }, i) => [
          title,
          signedMoneyOf(impact.budget.total, currency),
          `± ${errorOf(i)}`,
        ]),
        hovertemplate: '%{customdata[0]}<br><b>%{customdata[1]}</b> %{customdata[2]}<extra></extra>',
      },
    ],
    layout: {
      ...baseLayout(palette),
      bargap: 0.45,
      xaxis: axis(palette, { range: rangeOf('netBudget', extent, 1) }),
      yaxis: reformsAxis(reforms, palette),
    },
    table: () => ({
      columns: [trans.__('Reform'), trans.__('For the budget'), trans.__('95 % interval ±')],
      rows: reforms.map(({ title, impact }, i) => [
        title,
        signedMoneyOf(impact.budget.total, currency),
        errorOf(i),
      ]),
    }),
  }
}

type Measure = 'averageChange' | 'relativeChange'

export function groupLinesFigure(
  measure: Measure,
  reforms: readonly ComparedImpact[],
  palette: Palette,
  rangeOf: RangeOf,
  trans: TranslationBundle,
): Figure {
  const isMoney = measure === 'averageChange'
  const scale = isMoney ? 1 : 100
  const first = reforms[0]
  const currency = first?.impact.currency ?? ''
  const text = (value: number) => (isMoney ? signedMoneyOf(value, currency) : signedPercent(value, 2))
  const groups = first ? incomeGroups(first.impact) : []
  const names = groups.map(group => groupName(group, groups))
  const colourOf = (place: number) => palette.series[place % palette.series.length]!
  const valuesOf = ({ impact }: ComparedImpact) => incomeGroups(impact).map(group => group[measure])
  const values = reforms.flatMap(valuesOf).map(value => scale * (value ?? 0))
  const extent = [Math.min(0, ...values), Math.max(0, ...values)] as const
  return {
    name: `compared-${measure}`,
    title: isMoney
      ? trans.__('Change in net income by income group')
      : trans.__('Change as a share of net income'),
    subtitle: isMoney
      ? trans.__('%1 a year, average', currency)
      : trans.__('percent of the group’s net income'),
    height: HEIGHT,
    legend: reforms.map(({ title, place }) => ({
      label: `${markOf(place)} ${title}`,
      colour: colourOf(place),
      isHatched: false,
    })),
    data: reforms.map(reform => ({
      type: 'scatter',
      mode: 'lines+markers',
      cliponaxis: false,
      x: names,
      y: valuesOf(reform).map(value => (value === null ? null : scale * value)),
      line: { color: colourOf(reform.place), width: 2, dash: DASHES[reform.place % DASHES.length] },
      marker: { color: colourOf(reform.place), symbol: SYMBOLS[reform.place % SYMBOLS.length], size: 8 },
      customdata: valuesOf(reform).map(value => [reform.title, value === null ? '–' : text(value)]),
      hovertemplate: '%{customdata[0]}, %{x}<br><b>%{customdata[1]}</b><extra></extra>',
    })),
    layout: {
      ...baseLayout(palette),
      xaxis: incomeGroupsAxis(palette, groups.length, trans),
      yaxis: axis(palette, {
        range: rangeOf(`compared-${measure}`, extent, isMoney ? 10 : 0.05),
        ...(isMoney ? { tickformat: ',.0f' } : { ticksuffix: ' %' }),
      }),
    },
    table: () => ({
      columns: [trans.__('Group'), ...reforms.map(({ title }) => title)],
      rows: groups.map(({ label }, at) => [
        label,
        ...reforms.map(reform => {
          const value = valuesOf(reform)[at] ?? null
          return value === null ? '–' : text(value)
        }),
      ]),
    }),
  }
}

export function sidesFigure(
  reforms: readonly ComparedImpact[],
  palette: Palette,
  trans: TranslationBundle,
): Figure {
  const bins = binNames(trans)
  const fills = binFills(palette)
  const sharesOf = ({ impact }: ComparedImpact) => impact.overall.winnersAndLosers.shares
  return {
    name: 'sides',
    title: trans.__('Who gains, who loses'),
    subtitle: trans.__('percent of people'),
    height: HEIGHT,
    legend: bins.map(([bin, label]) => ({ label, colour: fills[bin], isHatched: isLossBin(bin) })),
    data: bins.map(([bin, name]) => ({
      type: 'bar',
      orientation: 'h',
      name,
      y: reforms.map(({ place }) => String(place)),
      x: reforms.map(reform => 100 * (sharesOf(reform)?.[bin] ?? 0)),
      marker: binMarker(bin, palette),
      customdata: reforms.map(reform => [reform.title, percent(sharesOf(reform)?.[bin] ?? 0)]),
      hovertemplate: `%{customdata[0]}<br>${name}: <b>%{customdata[1]}</b><extra></extra>`,
    })),
    layout: {
      ...baseLayout(palette),
      barmode: 'stack',
      bargap: 0.45,
      xaxis: axis(palette, { range: [0, 100], dtick: 25, ticksuffix: ' %', zeroline: false }),
      yaxis: reformsAxis(reforms, palette),
    },
    table: () => ({
      columns: [trans.__('Reform'), ...bins.map(([, name]) => name)],
      rows: reforms.map(reform => [
        reform.title,
        ...bins.map(([bin]) => percent(sharesOf(reform)?.[bin] ?? 0)),
      ]),
    }),
  }
}

/** The reforms from above, by their places. */
function reformsAxis(reforms: readonly ComparedImpact[], palette: Palette) {
  return namesAxis(palette, {
    autorange: 'reversed',
    tickmode: 'array',
    tickvals: reforms.map(({ place }) => String(place)),
    ticktext: reforms.map(({ title, place }) => inLines(`${markOf(place)} ${title}`)),
    tickfont: { color: palette.text },
    ticklabelstandoff: 6,
  })
}

/** Long titles take two lines. */
const inLines = (label: string) => (label.length > 26 ? label.replace(/^(.{12,26}?) /, '$1<br>') : label)
