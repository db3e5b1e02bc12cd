/** How rates are spread over all who earn, and how high they are by income group, before and after. */
import type { TranslationBundle } from '@jupyterlab/translation'
import { axis, baseLayout, incomeGroupsAxis } from '../charts/base-layout.ts'
import type { Figure, LegendEntry } from '../charts/figure.ts'
import type { Palette } from '../charts/palette.ts'
import { decimal, percent } from '../numbers.ts'
import { groupsByIncome, type Incentives, type RateKind, ratesOf } from './incentives.ts'

/** Per cent that a band is wide; those without an end are drawn as wide. */
const WIDTH = 5

export function spreadFigure(
  incentives: Incentives,
  kind: RateKind,
  palette: Palette,
  trans: TranslationBundle,
): Figure {
  const { bands, overall } = incentives
  const shares = ratesOf(overall, kind).bands
  const names = bands.map(({ from, to }) => bandName(from, to, trans))
  const middles = bands.map(({ from, to }) =>
    from === null ? to! * 100 - WIDTH / 2 : from * 100 + WIDTH / 2,
  )
  const law = (shares.baseline ?? []).map(share => 100 * share)
  const reform = (shares.reform ?? []).map(share => 100 * share)
  const hover = (of: readonly number[]) => names.map((name, i) => [name, `${decimal(of[i] ?? 0, 2)} %`])
  return {
    name: 'rateSpread',
    title: titles(trans)[kind],
    subtitle: trans.__('percent of all who earn, by bands of five points'),
    height: 270,
    legend: [
      { label: trans.__('law'), colour: palette.unchanged, isHatched: false },
      { label: trans.__('reform'), colour: palette.accent, isHatched: false },
    ],
    data: [
      {
        type: 'bar',
        x: middles,
        y: law,
        width: WIDTH,
        marker: { color: palette.unchanged, line: { width: 1, color: palette.background } },
        customdata: hover(law),
        hovertemplate: `%{customdata[0]}<br>${trans.__('law')}: <b>%{customdata[1]}</b><extra></extra>`,
      },
      {
        type: 'scatter',
        mode: 'lines',
        x: middles,
        y: reform,
        line: { shape: 'hvh', color: palette.accent, width: 2 },
        customdata: hover(reform),
        hovertemplate: `%{customdata[0]}<br>${trans.__('reform')}: <b>%{customdata[1]}</b><extra></extra>`,
      },
    ],
    layout: {
      ...baseLayout(palette),
      bargap: 0,
      xaxis: axis(palette, {
        showgrid: false,
        zeroline: false,
        range: [-WIDTH - 1, 100 + WIDTH + 1],
        dtick: 20,
        ticksuffix: ' %',
      }),
      yaxis: axis(palette, { rangemode: 'tozero', ticksuffix: ' %' }),
    },
    table: () => ({
      columns: [trans.__('Rate'), trans.__('Law'), trans.__('Reform')],
      rows: names.map((name, i) => [name, `${decimal(law[i] ?? 0, 2)} %`, `${decimal(reform[i] ?? 0, 2)} %`]),
    }),
  }
}

export function rateByGroupFigure(
  incentives: Incentives,
  kind: RateKind,
  palette: Palette,
  trans: TranslationBundle,
): Figure {
  const groups = groupsByIncome(incentives)
  const names = groups.map(({ group, label }) => (groups.length === 10 ? String(group) : label))
  const rates = groups.map(group => ratesOf(group, kind))
  const lines = [
    {
      label: trans.__('law, mean'),
      colour: palette.muted,
      symbol: 'circle-open',
      dash: 'solid',
      of: 'baseline',
    },
    {
      label: trans.__('reform, mean'),
      colour: palette.accent,
      symbol: 'circle',
      dash: 'solid',
      of: 'reform',
    },
    {
      label: trans.__('law, median'),
      colour: palette.muted,
      symbol: 'diamond-open',
      dash: 'dot',
      of: 'baseline',
    },
    {
      label: trans.__('reform, median'),
      colour: palette.accent,
      symbol: 'diamond',
      dash: 'dot',
      of: 'reform',
    },
  ] as const
  const values = lines.map(({ dash, of }) =>
    rates.map(rate => (dash === 'dot' ? rate.quantiles.median[of] : rate.mean[of])),
  )
  return {
    name: 'rateByGroup',
    title: trans.__('Rates by income group'),
    subtitle: trans.__('percent · circles: mean, diamonds: median'),
    height: 270,
    legend: [lines[0], lines[1]].map(
      ({ colour }, i): LegendEntry => ({
        label: i === 0 ? trans.__('law') : trans.__('reform'),
        colour,
        isHatched: false,
      }),
    ),
    data: lines.map(({ label, colour, symbol, dash }, i) => ({
      type: 'scatter',
      mode: 'lines+markers',
      x: names,
      y: values[i]!.map(value => (value === null ? null : 100 * value)),
      line: { color: colour, width: 1.5, dash },
      marker: { color: colour, symbol, size: 8 },
      hovertemplate: `%{x}<br>${label}: <b>%{y:.1f} %</b><extra></extra>`,
    })),
    layout: {
      ...baseLayout(palette),
      xaxis: incomeGroupsAxis(palette, groups.length, trans),
      yaxis: axis(palette, { ticksuffix: ' %' }),
    },
    table: () => ({
      columns: [trans.__('Group'), ...lines.map(({ label }) => label)],
      rows: groups.map(({ label }, group) => [
        label,
        ...values.map(line => (line[group] === null ? '–' : percent(line[group]!))),
      ]),
    }),
  }
}

const titles = (trans: TranslationBundle): Readonly<Record<RateKind, string>> => ({
  next: trans.__('Marginal rates on the next dollar earned'),
  last: trans.__('Marginal rates on the last dollar earned'),
  all: trans.__('Participation tax rates'),
})

function bandName(from: number | null, to: number | null, trans: TranslationBundle): string {
  if (from === null) return trans.__('below %1 %', to! * 100)
  if (to === null) return trans.__('%1 % and more', from * 100)
  return trans.__('%1–%2 %', from * 100, to * 100)
}
