import type { CatalogueVariable, DescribedVariable } from '../../model/index.ts'
import type { Terminal } from '../terminal.ts'
import { textTable } from './text-table.ts'
import { wrapText } from './wrap-text.ts'

export function printVariableList(variables: readonly CatalogueVariable[], terminal: Terminal): void {
  for (const entity of new Set(variables.map(variable => variable.entity))) {
    terminal.print(terminal.paint('bold', entity.replaceAll('_', ' ')))
    const rows = variables
      .filter(variable => variable.entity === entity)
      .map(({ name, kind, label }) => [
        name,
        { text: kind === 'input' ? 'input' : '', style: 'dim' } as const,
        { text: label, style: 'dim' } as const,
      ])
    for (const line of textTable(rows, { align: 'lll', shrink: [2] }, terminal)) terminal.print(line)
    terminal.print('')
  }
  terminal.print(
    terminal.paint('dim', `${variables.length} variables. One of them in full: reformlab variables NAME`),
  )
}

export function printVariable(variable: DescribedVariable, terminal: Terminal): void {
  const { name, label, kind, entity, type, unit, reference, file, line, text, values } = variable
  terminal.print(terminal.paint('bold', label))
  const facts = [
    ['name', name],
    ['entity', entity.replaceAll('_', ' ')],
    ['kind', kind === 'input' ? 'input: observed, or stated in a situation' : 'computed'],
    ['type', `${type}${unit ? `, ${unit}` : ''}${values ? `: ${values.join(', ')}` : ''}`],
    ...(reference ? [['reference', reference]] : []),
    ['written in', `${file}:${line}`],
  ]
  for (const fact of textTable(facts, { align: 'll' }, terminal)) terminal.print(fact)
  list('Reads', variable.reads, terminal)
  list('Parameters', variable.parameters, terminal)
  list('Read by', variable.readBy, terminal)
  if (kind === 'variable') terminal.print(`\n${terminal.paint('dim', text)}`)
}

function list(title: string, names: readonly string[], terminal: Terminal): void {
  if (names.length === 0) return
  terminal.print(`\n${terminal.paint('bold', title)}`)
  for (const line of wrapText(names.join(', '), terminal.width - 2)) terminal.print(`  ${line}`)
}
