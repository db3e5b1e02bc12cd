import type { ResponseTotals } from '../../model/index.ts'
import type { Terminal } from '../terminal.ts'
import { decimal, signed } from './numbers.ts'
import { textTable } from './text-table.ts'
import { wrapText } from './wrap-text.ts'

/** What people changed, and what that is worth to the budget. */
export function printResponse(
  { assumptions, staticBudget, feedback, inputs }: ResponseTotals,
  terminal: Terminal,
): void {
  const { substitution, income, capitalGains } = assumptions.elasticities
  const billions = (value: number) => signed(value / 1e9, 1)
  terminal.print(`\n${terminal.paint('bold', 'Behaviour')} (billions of dollars; tax units in millions)`)
  const rows = inputs.map(({ label, change, units }) => [label, billions(change), decimal(units / 1e6, 1)])
  for (const line of textTable(
    [
      ...rows,
      ['Budget balance if nobody responds', billions(staticBudget), ''],
      ['What responses add to it', billions(feedback), ''],
    ],
    { align: 'lrr', head: ['', 'change', 'units'], shrink: [0] },
    terminal,
  ))
    terminal.print(line)
  const note = `${assumptions.title ? `${assumptions.title}. ` : ''}Elasticities: substitution ${substitution}, income ${income}, capital gains ${capitalGains}. All tables above include responses.`
  for (const line of wrapText(note, terminal.width - 2)) terminal.print(terminal.paint('dim', `  ${line}`))
}
