/** Shares of people in each group who gain and lose; losses are hatched, so that colour is not all that tells them. */
import type { TranslationBundle } from '@jupyterlab/translation'
import type { GroupImpact, Impact } from '../../engine/api-types.ts'
import { percent } from '../numbers.ts'
import { axis, baseLayout, namesAxis } from './base-layout.ts'
import { groupName, incomeGroups } from './decile-figures.ts'
import type { Figure } from './figure.ts'
import type { Palette } from './palette.ts'

type Bin = keyof GroupImpact['winnersAndLosers']['people']

export const binNames = (trans: TranslationBundle): readonly (readonly [Bin, string])[] => [
  ['gainMoreThan5Percent', trans.__('gain over 5 %')],
  ['gainLessThan5Percent', trans.__('gain')],
  ['unchanged', trans.__('no change')],
  ['loseLessThan5Percent', trans.__('loss')],
  ['loseMoreThan5Percent', trans.__('loss over 5 %')],
]

export const isLossBin = (bin: Bin) => bin.startsWith('lose')

export const binFills = (palette: Palette): Readonly<Record<Bin, string>> => ({
  gainMoreThan5Percent: palette.gain,
  gainLessThan5Percent: palette.gainLight,
  unchanged: palette.unchanged,
  loseLessThan5Percent: palette.lossLight,
  loseMoreThan5Percent: palette.loss,
})

/** How bars of a bin are drawn. */
export function binMarker(bin: Bin, palette: Palette): Readonly<Record<string, unknown>> {
  const fill = binFills(palette)[bin]
  return {
    color: fill,
    line: { width: 0.5, color: palette.background },
    ...(isLossBin(bin) && {
      pattern: { shape: '/', bgcolor: fill, size: 6, solidity: 0.25, fgcolor: palette.background },
    }),
  }
}

export function winnersFigure(impact: Impact, palette: Palette, trans: TranslationBundle): Figure {
  const groups = incomeGroups(impact)
  const shown = [...groups].reverse()
  const names = shown.map(group => groupName(group, groups))
  const bins = binNames(trans)
  const fills = binFills(palette)
  return {
    name: 'winnersAndLosers',
    legend: bins.map(([bin, label]) => ({ label, colour: fills[bin], isHatched: isLossBin(bin) })),
    title: trans.__('Who gains, who loses'),
    subtitle: trans.__('percent of people, by income group'),
    height: 270,
    data: bins.map(([bin, name]) => ({
      type: 'bar',
      orientation: 'h',
      name,
      y: names,
      x: shown.map(({ winnersAndLosers }) => 100 * (winnersAndLosers.shares?.[bin] ?? 0)),
      marker: binMarker(bin, palette),
      customdata: shown.map(({ label, winnersAndLosers: { shares } }) => [
        label,
        percent(shares?.[bin] ?? 0),
      ]),
      hovertemplate: `%{customdata[0]}<br>${name}: <b>%{customdata[1]}</b><extra></extra>`,
    })),
    layout: {
      ...baseLayout(palette),
      barmode: 'stack',
      bargap: 0.22,
      xaxis: axis(palette, { range: [0, 100], dtick: 25, ticksuffix: ' %', zeroline: false }),
      yaxis: namesAxis(palette),
    },
    table: () => ({
      columns: [trans.__('Group'), ...bins.map(([, name]) => name)],
      rows: [...groups, impact.overall].map(({ label, winnersAndLosers: { shares } }) => [
        label,
        ...bins.map(([bin]) => (shares ? percent(shares[bin]) : '–')),
      ]),
    }),
  }
}
