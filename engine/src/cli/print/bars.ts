/** Bars made of characters. */
import type { Style, Terminal } from '../terminal.ts'

const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉']

/** A bar of `share` of `width` characters, to an eighth of one where Unicode may be used. */
export function bar(share: number, width: number, unicode: boolean): string {
  const length = Math.max(0, Math.min(1, Number.isFinite(share) ? share : 0)) * width
  if (!unicode) return '#'.repeat(Math.round(length))
  const eighths = Math.round(length * 8)
  return '█'.repeat(Math.floor(eighths / 8)) + EIGHTHS[eighths % 8]!
}

/** Bars of gains to the right of an axis and losses to its left; no room is kept for a side nobody is on. */
export function divergingBars(
  values: readonly (number | null)[],
  width: number,
  terminal: Terminal,
): string[] {
  const known = values.map(value => value ?? 0)
  const [gain, loss] = [Math.max(0, ...known), Math.max(0, ...known.map(value => -value))]
  const span = gain + loss
  if (span === 0) return values.map(() => '')
  const left = Math.round((width * loss) / span)
  const right = width - left
  return known.map(value => {
    if (value >= 0)
      return ' '.repeat(left) + terminal.paint('green', bar(gain ? value / gain : 0, right, terminal.unicode))
    const length = Math.round((-value / loss) * left)
    const blocks = (terminal.unicode ? '█' : '#').repeat(length)
    return ' '.repeat(left - length) + terminal.paint('red', blocks)
  })
}

export interface Segment {
  readonly share: number
  readonly style: Style
  /** The character it is drawn with, and its stand-in in ASCII. */
  readonly glyph: readonly [unicode: string, ascii: string]
}

/** Shares that make up a whole, side by side over exactly `width` characters. */
export function stackedBar(segments: readonly Segment[], width: number, terminal: Terminal): string {
  let from = 0
  let total = 0
  return segments
    .map(({ share, style, glyph }) => {
      total += share
      const to = Math.round(total * width)
      const text = glyph[terminal.unicode ? 0 : 1].repeat(Math.max(0, to - from))
      from = to
      return terminal.paint(style, text)
    })
    .join('')
}
