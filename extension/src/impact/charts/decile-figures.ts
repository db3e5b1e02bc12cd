/** What happens to the incomes of each group: in money and as a share of income, with 95 % intervals. */
import type { TranslationBundle } from '@jupyterlab/translation'
import type { GroupImpact, Impact } from '../../engine/api-types.ts'
import { decimal, margin, signedMoneyOf, signedPercent } from '../numbers.ts'
import { axis, baseLayout, incomeGroupsAxis } from './base-layout.ts'
import type { Figure, RangeOf } from './figure.ts'
import type { Palette } from './palette.ts'

type Measure = 'averageChange' | 'relativeChange'

/** Groups that make bars: those cut by income, the poorest first. */
export const incomeGroups = ({ groups }: Impact) => groups.filter(({ group }) => (group ?? 0) > 0)

/** `1` of "Decile 1"; the label where groups are not numbered evenly. */
export function groupName({ group, label }: GroupImpact, groups: readonly GroupImpact[]): string {
  return groups.length === 10 && group !== null ? String(group) : label
}

export function averageChangeFigure(
  impact: Impact,
  palette: Palette,
  rangeOf: RangeOf,
  trans: TranslationBundle,
): Figure {
  return changeFigure(impact, palette, rangeOf, trans, {
    measure: 'averageChange',
    title: trans.__('Change in net income by income group'),
    subtitle: trans.__('%1 a year, average · lines: 95 % interval', impact.currency),
    least: 10,
    scale: 1,
    tick: { tickformat: ',.0f' },
    text: amount => signedMoneyOf(amount, impact.currency),
  })
}

export function relativeChangeFigure(
  impact: Impact,
  palette: Palette,
  rangeOf: RangeOf,
  trans: TranslationBundle,
): Figure {
  return changeFigure(impact, palette, rangeOf, trans, {
    measure: 'relativeChange',
    title: trans.__('Change as a share of net income'),
    subtitle: trans.__('percent of the group’s net income · lines: 95 % interval'),
    least: 0.05,
    scale: 100,
    tick: { ticksuffix: ' %' },
    text: share => signedPercent(share, 2),
  })
}

interface ChangeOptions {
  readonly measure: Measure
  readonly title: string
  readonly subtitle: string
  readonly least: number
  readonly scale: number
  readonly tick: Readonly<Record<string, unknown>>
  text(value: number): string
}

function changeFigure(
  impact: Impact,
  palette: Palette,
  rangeOf: RangeOf,
  trans: TranslationBundle,
  { measure, title, subtitle, least, scale, tick, text }: ChangeOptions,
): Figure {
  const groups = incomeGroups(impact)
  const names = groups.map(group => groupName(group, groups))
  const values = groups.map(group => scale * (group[measure] ?? 0))
  const margins = groups.map(group => scale * (margin(group.standardError[measure]) ?? 0))
  const extent = [
    Math.min(0, ...values.map((value, index) => value - margins[index]!)),
    Math.max(0, ...values.map((value, index) => value + margins[index]!)),
  ] as const
  return {
    name: measure,
    title,
    subtitle,
    height: 270,
    data: [
      {
        type: 'bar',
        x: names,
        y: values,
        marker: { color: values.map(value => (value < 0 ? palette.loss : palette.gain)) },
        error_y: { type: 'data', array: margins, color: palette.text, thickness: 1.2, width: 4 },
        customdata: groups.map((group, index) => [
          group.label,
          group[measure] === null ? '–' : text(group[measure]),
          margins[index] === 0 ? '' : `± ${text(margins[index]! / scale).replace('+', '')}`,
        ]),
        hovertemplate: '%{customdata[0]}<br><b>%{customdata[1]}</b> %{customdata[2]}<extra></extra>',
      },
    ],
    layout: {
      ...baseLayout(palette),
      xaxis: incomeGroupsAxis(palette, groups.length, trans),
      yaxis: axis(palette, { range: rangeOf(measure, extent, least), ...tick }),
    },
    table: () => ({
      columns: [
        trans.__('Group'),
        trans.__('People, millions'),
        trans.__('Change'),
        trans.__('95 % interval ±'),
      ],
      rows: [...groups, impact.overall].map(group => [
        group.label,
        decimal(group.people / 1e6, 1),
        group[measure] === null ? '–' : text(group[measure]),
        marginText(group.standardError[measure], text),
      ]),
    }),
  }
}

function marginText(standardError: number | null | undefined, text: (value: number) => string): string {
  const found = margin(standardError)
  return found === undefined ? '–' : text(found).replace('+', '')
}
