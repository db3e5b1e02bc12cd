import type { DescribedParameter } from '../../model/index.ts'
import type { Terminal } from '../terminal.ts'
import { valueText } from './numbers.ts'
import { textTable } from './text-table.ts'
import { wrapText } from './wrap-text.ts'

/** Parameters with their value in `year`; one with a breakdown shows from which to which its values go. */
export function printParameterList(
  parameters: readonly DescribedParameter[],
  year: number,
  terminal: Terminal,
): void {
  const rows = parameters.map(parameter => [
    parameter.path,
    spanText(parameter, year),
    { text: parameter.label, style: 'dim' } as const,
  ])
  const head = ['', String(year), '']
  for (const line of textTable(rows, { align: 'lrl', head, indent: 0, shrink: [2] }, terminal))
    terminal.print(line)
  terminal.print(
    terminal.paint(
      'dim',
      `\n${parameters.length} parameters. One of them in full: reformlab parameters PATH`,
    ),
  )
}

/** Everything about one parameter; the values of `only`, or of all years in which they change. */
export function printParameter(
  parameter: DescribedParameter,
  only: number | undefined,
  terminal: Terminal,
): void {
  const { path, label, description, unit, reference, breakdown, statedTo } = parameter
  terminal.print(terminal.paint('bold', label))
  for (const line of wrapText(description, terminal.width)) terminal.print(line)
  terminal.print('')
  const facts = [
    ['path', path],
    ['unit', unitText(unit)],
    ...(breakdown ? [['by', breakdown.replaceAll('_', ' ')]] : []),
    ['reference', reference],
    ['indexed', indexationText(parameter)],
    ...(parameter.bounds ? [['bounds', boundsText(parameter)]] : []),
    ...Object.entries(parameter.enacted ?? {}).map(([year, act]) => [`from ${year}`, act]),
  ]
  for (const line of textTable(facts, { align: 'll' }, terminal)) terminal.print(line)
  terminal.print('')
  for (const line of valueLines(parameter, only, terminal)) terminal.print(line)
  if (only !== undefined) return
  const later = parameter.indexation?.active
    ? `Stated up to ${statedTo}; later years follow from indexation.`
    : ''
  terminal.print(terminal.paint('dim', `\nYears not listed are as the year before. ${later}`.trimEnd()))
}

/** Years down and leaves across; leaves down where they do not fit, with one year. */
function valueLines(
  { leaves, unit }: DescribedParameter,
  only: number | undefined,
  terminal: Terminal,
): string[] {
  const years = Object.keys(leaves[0]!.values)
  const shown = only === undefined ? years : years.filter(year => Number(year) === only)
  const text = (leaf: (typeof leaves)[number], year: string) => valueText(leaf.values[year]!, unit)
  const changes = shown.filter(
    (year, i) => i === 0 || leaves.some(leaf => leaf.values[year] !== leaf.values[shown[i - 1]!]),
  )
  const rows = changes.map(year => [year, ...leaves.map(leaf => text(leaf, year))])
  const head = ['', ...leaves.map(({ key }) => key)]
  const across = textTable(rows, { align: 'l'.padEnd(leaves.length + 1, 'r'), head }, terminal)
  if (only === undefined && fits(rows, head, terminal)) return across
  const columns = only === undefined ? changes.slice(-6) : shown
  return textTable(
    leaves.map(leaf => [leaf.key, ...columns.map(year => text(leaf, year))]),
    { align: 'l'.padEnd(columns.length + 1, 'r'), head: ['', ...columns] },
    terminal,
  )
}

function fits(rows: readonly string[][], head: readonly string[], { width }: Terminal): boolean {
  const widths = head.map((title, i) => Math.max(title.length, ...rows.map(row => row[i]!.length)))
  return 2 + widths.reduce((sum, w) => sum + w + 2, 0) <= width
}

function spanText({ leaves, unit }: DescribedParameter, year: number): string {
  const values = leaves.map(leaf => leaf.values[year]!)
  const texts = [...new Set(values.map(value => valueText(value, unit)))]
  if (texts.length === 1) return texts[0]!
  const numbers = values.map(Number)
  return `${valueText(Math.min(...numbers), unit)} to ${valueText(Math.max(...numbers), unit)}`
}

function indexationText({ indexation, unit }: DescribedParameter): string {
  if (!indexation) return 'no'
  const { index, active, rounding } = indexation
  const step = `${valueText(rounding.step, unit)}${rounding.direction === 'nearest' ? '' : ` ${rounding.direction}`}`
  const how = `by ${index}, rounded to ${step}`
  return active ? how : `no; a reform may index it ${how}`
}

function boundsText({ bounds = {}, unit }: DescribedParameter): string {
  const text = (bound: number | string) =>
    typeof bound === 'string' ? `the value of ${bound}` : valueText(bound, unit)
  const { min, max } = bounds
  return [min === undefined ? '' : `at least ${text(min)}`, max === undefined ? '' : `at most ${text(max)}`]
    .filter(part => part !== '')
    .join(', ')
}

function unitText(unit: string): string {
  const words: Record<string, string> = {
    '/1': 'rate or share',
    bool: 'yes or no',
    count: 'a whole number',
    years: 'years',
  }
  return words[unit] ?? unit
}
