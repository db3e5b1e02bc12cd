/** A part of an answer: its title and unit, its lines, and under them what they mean. */
import type { Terminal } from '../terminal.ts'
import { wrapText } from './wrap-text.ts'

export function block(
  title: string,
  unit: string,
  definition: string,
  note: string,
  terminal: Terminal,
  lines: readonly string[],
): string[] {
  const text = [definition, note].filter(part => part !== '').join(' ')
  return [
    '',
    `${terminal.paint('bold', title)} ${terminal.paint('dim', `(${unit})`)}`,
    ...lines,
    ...wrapText(text, terminal.width - 2).map(line => `  ${terminal.paint('dim', line)}`),
  ]
}
