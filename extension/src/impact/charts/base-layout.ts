import type { TranslationBundle } from '@jupyterlab/translation'
import type { Palette } from './palette.ts'

/** What every chart has in common: no frame, hairlines, the page's own type and colours. */
export function baseLayout(palette: Palette): Record<string, unknown> {
  return {
    autosize: true,
    margin: { l: 8, r: 20, t: 4, b: 8 },
    paper_bgcolor: 'rgba(0,0,0,0)',
    plot_bgcolor: 'rgba(0,0,0,0)',
    font: { family: palette.font, size: 12, color: palette.muted },
    hoverlabel: { font: { family: palette.font, size: 12 } },
    showlegend: false,
    dragmode: false,
    bargap: 0.3,
    separators: '.,',
  }
}

/** An axis of names: no lines across. */
export const namesAxis = (palette: Palette, more: Readonly<Record<string, unknown>> = {}) =>
  axis(palette, { type: 'category', showgrid: false, ...more })

/** The axis of income groups, named where they are tenths. */
export const incomeGroupsAxis = (palette: Palette, count: number, trans: TranslationBundle) =>
  namesAxis(palette, {
    title: {
      text: count === 10 ? trans.__('tenth of the population, poorest to richest') : '',
      font: { size: 12 },
    },
  })

export function axis(
  palette: Palette,
  more: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  return {
    automargin: true,
    // Margins make room for labels; to see whether one is cut off Plotly would measure each.
    ticklabeloverflow: 'allow',
    fixedrange: true,
    gridcolor: palette.line,
    zerolinecolor: palette.muted,
    zerolinewidth: 1,
    linecolor: palette.line,
    tickfont: { color: palette.muted },
    ...more,
  }
}
