import type { BudgetWindow } from '../../model/index.ts'
import type { Terminal } from '../terminal.ts'
import { divergingBars } from './bars.ts'
import { scaled, scaleFor, signed } from './numbers.ts'
import { textTable } from './text-table.ts'
import { wrapText } from './wrap-text.ts'

/** A line a year, then their sum; the programmes that change, the balance, and bars of it. */
export function printBudget(window: BudgetWindow, reforms: readonly string[], terminal: Terminal): void {
  const { years, total, labels, dataset } = window
  const scale = scaleFor(years.map(({ budget }) => budget.total))
  const span = `${years[0]!.year}–${years.at(-1)!.year}`
  terminal.print(
    `${terminal.paint('bold', reforms.join(' + ') || 'The law as it stands')}: the budget ${span}, ${dataset}`,
  )
  terminal.print(
    terminal.paint('dim', `${scaled(scale, 'dollars')} of each year; positive when government gains\n`),
  )
  const names = Object.keys(labels)
  const amounts = ({ programmes, budget }: BudgetWindow['total']) =>
    [...names.map(name => programmes[name]!), budget.total].map(value => signed(value / scale.divisor, 1))
  const bars = divergingBars(
    years.map(({ budget }) => budget.total),
    24,
    terminal,
  )
  const rows = [
    ...years.map((answer, i) => [String(answer.year), ...amounts(answer), bars[i]!]),
    [span, ...amounts(total), ''].map(text => ({ text, style: 'bold' as const })),
  ]
  const head = ['', ...names.map(name => labels[name]!), 'balance', '']
  const align = `l${'r'.repeat(names.length + 1)}l`
  for (const line of textTable(rows, { align, head, shrink: names.map((_, i) => i + 1) }, terminal))
    terminal.print(line)
  const note =
    'Σ weight × change in tax − Σ weight × change in benefit, of the tax years named. Populations are aged by the dataset; nobody changes what they do.'
  for (const line of wrapText(note, terminal.width - 2)) terminal.print(terminal.paint('dim', `  ${line}`))
}
