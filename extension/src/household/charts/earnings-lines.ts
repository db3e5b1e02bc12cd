/** What charts along an income have in common: two laws as lines, the household's own place as a mark. */
import type { TranslationBundle } from '@jupyterlab/translation'
import { axis, baseLayout } from '../../impact/charts/base-layout.ts'
import type { LegendEntry } from '../../impact/charts/figure.ts'
import type { Palette } from '../../impact/charts/palette.ts'
import type { Earnings, EarningsPoint } from '../answer-types.ts'

/** Where on the income the household stands, and what the income is called. */
export interface Own {
  readonly income: number
  readonly label: string
}

export interface Line {
  readonly name: string
  readonly colour: string
  readonly dash?: 'dot'
  readonly shape?: 'hv'
  readonly values: readonly number[]
}

export const incomesOf = ({ baseline }: Earnings) => baseline.points.map(({ income }) => income)

/** The law's line, and the reform's where there is one. */
export function lawAndReform(
  { baseline, reform }: Earnings,
  value: (point: EarningsPoint) => number,
  palette: Palette,
  trans: TranslationBundle,
): Line[] {
  const law: Line = {
    name: trans.__('law'),
    colour: reform ? palette.muted : palette.accent,
    ...(reform && { dash: 'dot' }),
    values: baseline.points.map(value),
  }
  if (!reform) return [law]
  return [law, { name: trans.__('reform'), colour: palette.accent, values: reform.points.map(value) }]
}

export const trace = (incomes: readonly number[], line: Line, hover: string) => ({
  type: 'scatter',
  mode: 'lines',
  name: line.name,
  x: incomes,
  y: line.values,
  line: { color: line.colour, width: 2, dash: line.dash ?? 'solid', shape: line.shape ?? 'linear' },
  hovertemplate: `${hover}<extra>${line.name}</extra>`,
})

/** The household's own place on a line. */
export const ownPoint = (
  own: Own,
  value: number | undefined,
  palette: Palette,
  trans: TranslationBundle,
) => ({
  type: 'scatter',
  mode: 'markers',
  name: trans.__('this household'),
  x: value === undefined ? [] : [own.income],
  y: value === undefined ? [] : [value],
  marker: { size: 11, color: palette.background, line: { width: 3, color: palette.text } },
  hoverinfo: 'skip',
})

export const legendOf = (lines: readonly Line[]): LegendEntry[] =>
  lines.map(({ name, colour, dash }) => ({ label: name, colour, isHatched: dash !== undefined }))

export function layoutAlong(
  own: Own,
  incomes: readonly number[],
  palette: Palette,
  yaxis: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return {
    ...baseLayout(palette),
    margin: { l: 8, r: 24, t: 8, b: 8 },
    hovermode: 'x unified',
    hoverlabel: {
      bgcolor: palette.background,
      bordercolor: palette.line,
      font: { family: palette.font, size: 12, color: palette.text },
    },
    xaxis: axis(palette, {
      range: [incomes[0], incomes.at(-1)],
      tickformat: '$~s',
      nticks: 6,
      showgrid: false,
      zeroline: false,
      title: { text: own.label, font: { size: 12 }, standoff: 8 },
    }),
    yaxis: axis(palette, yaxis),
    shapes: [
      {
        type: 'line',
        x0: own.income,
        x1: own.income,
        y0: 0,
        y1: 1,
        yref: 'paper',
        line: { color: palette.muted, width: 1, dash: 'dash' },
      },
    ],
  }
}

/** Points that a table behind a chart shows: one in ten. */
export const inTable = <One>(all: readonly One[]) => all.filter((_, index) => index % 10 === 0)
