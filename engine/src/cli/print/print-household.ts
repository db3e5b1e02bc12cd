/** One household: what was asked, what was assumed, and the lines of the calculation. */
import type { ExplanationLine, HouseholdResult, HouseholdValue } from '../../model/index.ts'
import type { Style, Terminal } from '../terminal.ts'
import { currencyOf, currencyWord, signed, signedMoney, signedPercent, valueText } from './numbers.ts'
import { statute } from './statute.ts'
import { type Cell, textTable } from './text-table.ts'
import { wrapText } from './wrap-text.ts'

export function printHousehold(
  { year, variables, assumptions, lines }: HouseholdResult,
  reforms: readonly { readonly title: string; readonly file: string }[],
  terminal: Terminal,
): void {
  const compared = reforms.length > 0
  const title = compared
    ? reforms.map(({ title, file }) => title || file).join(' + ')
    : 'The law as it stands'
  terminal.print(
    `${terminal.paint('bold', title)}  ${terminal.paint('dim', `tax year ${year}${amountsNote(variables)}`)}`,
  )
  terminal.print('')
  const isOne = variables.every(({ values }) => values.length === 1)
  const rows = variables.flatMap(({ name, label, unit, values }) =>
    values.map(({ record, baseline, reform }) => [
      `${label}${isOne ? '' : ` (${record})`}`,
      ...valueCells(baseline, reform, unit),
      { text: name, style: 'dim' } as const,
    ]),
  )
  const format = compared
    ? { align: 'lrrrl', head: ['', 'baseline', 'reform', 'change', ''], shrink: [0] }
    : { align: 'lrl', shrink: [0] }
  for (const line of textTable(rows, format, terminal)) terminal.print(line)
  if (assumptions.length > 0) {
    const stated = assumptions.map(({ variable, value, record }) => `${variable} of ${record} = ${value}`)
    terminal.print('')
    for (const line of wrapText(
      `Not stated, so taken from the people: ${stated.join('; ')}.`,
      terminal.width - 2,
    ))
      terminal.print(terminal.paint('dim', `  ${line}`))
  }
  if (lines) printLines(lines, compared, terminal)
}

/** Amounts of single months say so themselves. */
function amountsNote(variables: HouseholdResult['variables']): string {
  const currency = variables.map(({ unit }) => currencyOf(unit)).find(one => one !== undefined)
  const areOfYear = variables.every(({ name }) => !name.includes('@'))
  return currency && areOfYear ? `, amounts in ${currencyWord(currency)} a year` : ''
}

function printLines(lines: readonly ExplanationLine[], compared: boolean, terminal: Terminal): void {
  terminal.print('')
  terminal.print(terminal.paint('bold', 'How it is computed'))
  const severalOf = countRecords(lines)
  const rows = lines.map(line => {
    const { depth, label, record, entity, unit, reference, kind } = line
    const whose = (severalOf.get(entity) ?? 0) > 1 ? `${record}: ` : ''
    const isFact = typeof line.baseline === 'string' && (line.reform ?? line.baseline) === line.baseline
    const name = `${kind === 'parameter' ? 'Parameter: ' : whose}${label}${isFact ? `: ${line.baseline}` : ''}`
    const text = `${' '.repeat(depth)}${name}`
    const values = isFact
      ? ['', '', ''].slice(compared ? 0 : 2)
      : valueCells(line.baseline, line.reform, unit)
    const style: Style | undefined = depth === 0 ? 'bold' : kind === 'parameter' ? 'yellow' : undefined
    return [
      { text, tail: tailOf(line), ...(style && { style }) },
      ...values,
      { text: statute(reference), style: 'dim' } as const,
    ]
  })
  const format = compared ? { align: 'lrrrl', shrink: [0, 4] } : { align: 'lrl', shrink: [0, 2] }
  for (const line of textTable(rows, format, terminal)) terminal.print(line)
}

function tailOf({ shownAbove, zeroLines }: ExplanationLine): string {
  if (shownAbove) return ' (above)'
  return zeroLines > 0 ? ` (+${zeroLines} at 0)` : ''
}

function valueCells(before: HouseholdValue, after: HouseholdValue | undefined, unit: string): Cell[] {
  const cells = [{ text: valueText(before, unit) }]
  if (after === undefined) return cells
  const change = typeof before === 'number' && typeof after === 'number' ? after - before : undefined
  const moved = change ? changeText(change, unit) : before === after ? '' : 'changed'
  const isSameFact = typeof after !== 'number' && after === before
  return [...cells, { text: isSameFact ? '' : valueText(after, unit) }, { text: moved }]
}

function changeText(change: number, unit: string): string {
  const currency = currencyOf(unit)
  if (currency) return signedMoney(change, currency, Number.isInteger(change) ? 0 : 2)
  return unit === '/1' ? signedPercent(change, 2) : signed(change, 2)
}

/** How many records of each entity there are to tell apart. */
function countRecords(lines: readonly ExplanationLine[]): Map<string, number> {
  const records = new Map<string, Set<string>>()
  for (const { entity, record } of lines) records.set(entity, (records.get(entity) ?? new Set()).add(record))
  return new Map([...records].map(([entity, names]) => [entity, names.size]))
}
