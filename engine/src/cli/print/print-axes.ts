import type { HouseholdAlongAxes } from '../../model/index.ts'
import type { Terminal } from '../terminal.ts'
import { decimal, valueText } from './numbers.ts'
import { type Cell, textTable } from './text-table.ts'
import { wrapText } from './wrap-text.ts'

const ROWS = 21
const GAP = 2

/** Some cells of a grid, a row each: what is on the axes, then as many variables as fit. */
export function printAxes(
  { year, axes, cells, variables }: HouseholdAlongAxes,
  reforms: readonly { readonly title: string; readonly file: string }[],
  terminal: Terminal,
): void {
  const title = reforms.map(({ title, file }) => title || file).join(' + ') || 'The law as it stands'
  terminal.print(
    `${terminal.paint('bold', title)}  ${terminal.paint('dim', `tax year ${year}, amounts in dollars a year`)}`,
  )
  const groups = axes.map(group =>
    group.map(
      ({ name, record, min, max }) => `${name} of ${record} from ${decimal(min, 0)} to ${decimal(max, 0)}`,
    ),
  )
  const text = `${decimal(cells, 0)} cells: ${groups.map(group => group.join(' with ')).join(' × ')}.`
  for (const line of wrapText(text, terminal.width)) terminal.print(line)
  terminal.print('')
  const kept = Math.min(cells, ROWS)
  const rows = Array.from({ length: kept }, (_, i) => Math.round((i * (cells - 1)) / Math.max(1, kept - 1)))
  const ofAxes = axes.flat().map(({ name, record, values }) => ({
    head: `${record}: ${name}`,
    cells: rows.map(cell => decimal(values[cell]!, Number.isInteger(values[cell]) ? 0 : 2)),
  }))
  const ofVariables = variables.flatMap(({ name, unit, values }) =>
    values.flatMap(({ record, baseline, reform }) => {
      const whose = values.length > 1 ? `${record}: ` : ''
      const column = (head: string, of: typeof baseline) => ({
        ...{ head, cells: rows.map(cell => valueText(of[cell]!, unit)) },
      })
      return [
        column(`${whose}${name}`, baseline),
        ...(reform ? [column(`${whose}${name}, reform`, reform)] : []),
      ]
    }),
  )
  const columns = [...ofAxes, ...ofVariables]
  const widths = columns.map(({ head, cells }) => Math.max(head.length, ...cells.map(cell => cell.length)))
  const ends = widths.map((_, i) => widths.slice(0, i + 1).reduce((sum, width) => sum + width + GAP, 0))
  const shown = columns.filter((_, i) => i <= ofAxes.length || ends[i]! <= terminal.width)
  const lines = rows.map((_, row): Cell[] => shown.map(({ cells }) => ({ text: cells[row]! })))
  const format = {
    align: 'r'.repeat(shown.length),
    head: shown.map(({ head }) => head),
    shrink: [...ofAxes.keys()],
  }
  for (const line of textTable(lines, format, terminal)) terminal.print(line)
  const left = columns.length - shown.length
  const more = left > 0 ? ` ${left} more columns do not fit; name fewer with --variables.` : ''
  terminal.print(terminal.paint('dim', `\n  ${kept} of ${decimal(cells, 0)} cells; --json has all.${more}`))
}
