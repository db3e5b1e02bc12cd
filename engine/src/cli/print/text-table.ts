/** Aligned columns of text. Painting comes after measuring, so colours never move anything. */
import type { Style, Terminal } from '../terminal.ts'

export interface Cell {
  readonly text: string
  readonly style?: Style
  /** Follows the text, and stays when that is cut short. */
  readonly tail?: string
}

export interface TableFormat {
  /** One letter a column: `l` left, `r` right. */
  readonly align: string
  /** Blanks before each line. */
  readonly indent?: number
  /** Shown above the columns. */
  readonly head?: readonly string[]
  /** Columns that are cut short until lines fit the terminal, the first as far as it goes, then the next. */
  readonly shrink?: readonly number[]
}

const GAP = '  '
const NARROWEST = 16

/** Lines of a table: `rows` of cells, or of plain texts. */
export function textTable(
  rows: readonly (readonly (Cell | string)[])[],
  { align, indent = 2, head, shrink = [] }: TableFormat,
  terminal: Terminal,
): string[] {
  const cells = rows.map(row => row.map(cell => (typeof cell === 'string' ? { text: cell } : cell)))
  const headCells: Cell[][] = head ? [head.map(text => ({ text, style: 'dim' }))] : []
  const all = [...headCells, ...cells]
  const widths = [...align].map((_, i) => Math.max(0, ...all.map(row => (row[i] ? lengthOf(row[i]) : 0))))
  for (const column of shrink) {
    const excess =
      indent +
      widths.reduce((sum, width) => sum + width, 0) +
      GAP.length * (widths.length - 1) -
      terminal.width
    if (excess > 0) widths[column] = Math.min(widths[column]!, Math.max(NARROWEST, widths[column]! - excess))
  }
  return all.map(row => {
    const line = row.map((cell, i) => {
      const text = cut(cell, shrink.includes(i) ? widths[i]! : Number.POSITIVE_INFINITY, terminal)
      const padded =
        align[i] === 'r' ? text.padStart(widths[i]!) : i < row.length - 1 ? text.padEnd(widths[i]!) : text
      return cell.style ? terminal.paint(cell.style, padded) : padded
    })
    return (' '.repeat(indent) + line.join(GAP)).trimEnd()
  })
}

const lengthOf = ({ text, tail = '' }: Cell) => text.length + tail.length

function cut({ text, tail = '' }: Cell, most: number, { unicode }: Terminal): string {
  if (text.length + tail.length <= most) return text + tail
  const dots = unicode ? '…' : '...'
  return text.slice(0, Math.max(0, most - tail.length - dots.length)).trimEnd() + dots + tail
}
