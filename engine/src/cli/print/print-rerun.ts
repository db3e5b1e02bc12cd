/** Whether a lock reran the same, and else where it differs. */
import type { Difference, Lock, LockComparison } from '../../model/index.ts'
import type { Terminal } from '../terminal.ts'
import { textTable } from './text-table.ts'

/** Of the answer's numbers, as many are shown. */
const MOST_SHOWN = 20

export function printRerun(
  file: string,
  { command, dataset, resultHash }: Lock,
  { same, pins, results, isEdited }: LockComparison,
  terminal: Terminal,
): void {
  if (same) {
    const what = `${command} of ${dataset.name} ${dataset.year}`
    terminal.print(`${file}: ${what} is the same to the last bit; result ${resultHash.slice(0, 12)}`)
    return
  }
  if (isEdited)
    terminal.print('The answer in the lockfile was edited: it does not have the hash stated of it.\n')
  if (pins.length > 0) printTable('What it was computed from', pins, terminal)
  if (results.length === 0) terminal.print('The answer is the same to the last bit.')
  else printTable('The answer', results.slice(0, MOST_SHOWN), terminal)
  if (results.length > MOST_SHOWN)
    terminal.print(terminal.paint('dim', `  and ${results.length - MOST_SHOWN} more; all are in --json`))
}

function printTable(title: string, differences: readonly Difference[], terminal: Terminal): void {
  const rows = differences.map(({ path, locked, now }) => [path, shown(locked), shown(now)])
  const format = { align: 'lrr', head: ['', 'locked', 'now'], shrink: [0] }
  terminal.print(terminal.paint('bold', title))
  for (const line of textTable(rows, format, terminal)) terminal.print(line)
  terminal.print('')
}

/** Numbers with every digit, hashes as far as they tell apart. */
function shown(value: Difference['locked']): string {
  if (value === undefined) return 'nothing'
  const text = String(value)
  return /^[0-9a-f]{64}$/.test(text) ? text.slice(0, 12) : text.length > 40 ? `${text.slice(0, 37)}...` : text
}
