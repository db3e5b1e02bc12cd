import type { Catalogue, EarningsGrid, Grid } from '../../model/index.ts'
import type { NamedReform } from '../common-options.ts'
import type { Style, Terminal } from '../terminal.ts'
import { decimal, dollars, percent, signedDollars } from './numbers.ts'
import { type Cell, textTable } from './text-table.ts'
import { wrapText } from './wrap-text.ts'

const ROWS = 11
const SHADES = { unicode: [' ', '░', '▒', '▓', '█'], ascii: [' ', '.', '+', '*', '#'] }

/** Some rows and columns of the grid, shaded: net income or its change, and the marginal rate. */
export function printEarningsGrid(
  grid: EarningsGrid,
  { variables }: Catalogue,
  reforms: readonly NamedReform[],
  terminal: Terminal,
): void {
  const { first, second, year, baseline, reform, change } = grid
  const title = reforms.map(({ title, file }) => title || file).join(' + ')
  const named = ({ income, record }: EarningsGrid['first']) =>
    `${variables.get(income)?.label ?? income} of ${record}`
  const heading = `Across: ${named(first)}. Down: ${named(second)}. ${year}, dollars a year.`
  for (const line of wrapText(heading, terminal.width)) terminal.print(terminal.paint('bold', line))
  if (title) for (const line of wrapText(`Reform: ${title}`, terminal.width)) terminal.print(line)
  if (change) heatTable('Change in net income', change.netIncome, signedDollars, grid, terminal)
  else heatTable('Net income', baseline.netIncome, dollars, grid, terminal)
  const rates = (reform ?? baseline).marginalRates.right
  const under = reform ? ' under the reform' : ''
  heatTable(`Lost of one dollar more${under}`, rates, percent, grid, terminal)
}

function heatTable(
  title: string,
  values: Grid,
  text: (value: number) => string,
  { first, second }: EarningsGrid,
  terminal: Terminal,
): void {
  terminal.print(`\n${terminal.paint('bold', title)}`)
  const labels = second.amounts.map(amount => decimal(amount, 0))
  const lines = some(second.amounts.length, ROWS)
  const widest = Math.max(...values.flat().map(value => text(value).length)) + 2
  const room = terminal.width - 2 - Math.max(...labels.map(({ length }) => length))
  const columns = some(first.amounts.length, Math.max(2, Math.floor(room / (widest + 2))))
  const shade = shadeOver(
    lines.flatMap(y => columns.map(x => values[y]![x]!)),
    terminal,
  )
  const rows = lines.map(y => [
    { text: labels[y]!, style: 'dim' } as const,
    ...columns.map((x): Cell => {
      const value = values[y]![x]!
      return { ...shade(value), text: `${text(value)} ${shade(value).text}` }
    }),
  ])
  const head = ['', ...columns.map(x => `${decimal(first.amounts[x]!, 0)}  `)]
  for (const line of textTable(rows, { align: 'r'.repeat(head.length), head }, terminal)) terminal.print(line)
}

/** From the least value to the most; where there are values on both sides of zero, away from it. */
function shadeOver(values: readonly number[], { unicode }: Terminal) {
  const glyphs = SHADES[unicode ? 'unicode' : 'ascii']
  const [least, most] = [Math.min(...values), Math.max(...values)]
  const [from, span] =
    least < 0 ? [0, Math.max(-least, most)] : [least === most ? least - 1 : least, most - least || 1]
  return (value: number): { readonly text: string; readonly style?: Style } => {
    const share = Math.abs(value - from) / span
    const text = glyphs[Math.min(glyphs.length - 1, Math.round(share * (glyphs.length - 1)))]!
    return { text, ...(least < 0 && value !== 0 && { style: value > 0 ? 'green' : 'red' }) }
  }
}

/** At most `count` of `length` positions, evenly, the first and the last among them. */
function some(length: number, count: number): readonly number[] {
  const kept = Math.min(length, count)
  return Array.from({ length: kept }, (_, i) => Math.round((i * (length - 1)) / Math.max(1, kept - 1)))
}
