import type { Catalogue } from '../../model/index.ts'
import type { RateGroup, RateNumbers, RateSummary } from '../../model/rates/rate-summary.ts'
import type { Terminal } from '../terminal.ts'
import { decimal, percent, signed } from './numbers.ts'
import { textTable } from './text-table.ts'
import { wrapText } from './wrap-text.ts'

/** The baseline's rates, or how a reform changes them. */
export function printRates(
  summary: RateSummary,
  { variables }: Catalogue,
  hasReform: boolean,
  terminal: Terminal,
): void {
  const { income, person, year, dataset, taxes, per } = summary
  const label = (name: string) => variables.get(name)?.label ?? name
  const whose = variables.get(income)?.entity === 'person' ? ` of the ${person}` : ''
  terminal.print(`${terminal.paint('bold', `Marginal tax rates: ${income}${whose}`)}, ${year}, ${dataset}`)
  for (const line of wrapText(label(income), terminal.width)) terminal.print(line)
  terminal.print('')
  const all = [...summary.groups, summary.overall, summary.without]
  const lines = hasReform ? reformLines(all, taxes, terminal) : baselineLines(all, taxes, terminal)
  for (const line of lines) terminal.print(line)
  const unit = per === 'compensation' ? "a dollar of wages and the employer's payroll tax on it" : 'a dollar'
  const note = `Per cent of ${unit}, means over tax units in millions; groups are tenths of all tax units by expanded income, and hold those with such income. Next: tax on one dollar more. Last: tax saved with one dollar less; where the two differ the unit stands at a kink. Jump: tax changes by an amount however small the step.`
  terminal.print('')
  for (const line of wrapText(note, terminal.width - 2)) terminal.print(terminal.paint('dim', `  ${line}`))
}

function baselineLines(groups: readonly RateGroup[], taxes: readonly string[], terminal: Terminal): string[] {
  const whole = taxes.at(-1)!
  const rows = groups.map(({ label, units, baseline }) => [
    label,
    decimal(units / 1e6, 1),
    ...taxes.map(tax => share(baseline.next[tax])),
    share(baseline.last[whole]),
    share(baseline.aboveHalf),
    share(baseline.aboveOne),
    share(baseline.atKink),
    share(baseline.atJump),
  ])
  const head = ['', 'units', ...taxes.map(shortName), 'last', '> 50%', '> 100%', 'kink', 'jump']
  return textTable(rows, { align: `l${'r'.repeat(head.length - 1)}`, head }, terminal)
}

function reformLines(groups: readonly RateGroup[], taxes: readonly string[], terminal: Terminal): string[] {
  const whole = taxes.at(-1)!
  const change = ({ next: before }: RateNumbers, { next: after }: RateNumbers) =>
    before[whole] == null || after[whole] == null ? '' : signed((after[whole] - before[whole]) * 100, 2)
  const rows = groups.map(({ label, units, baseline, reform, higher, lower }) => [
    label,
    decimal(units / 1e6, 1),
    share(baseline.next[whole]),
    share(reform.next[whole]),
    change(baseline, reform),
    share(higher),
    share(lower),
    share(reform.aboveHalf),
    share(reform.atKink),
  ])
  const head = ['', 'units', 'baseline', 'reform', 'change', 'higher', 'lower', '> 50%', 'kink']
  return textTable(rows, { align: `l${'r'.repeat(head.length - 1)}`, head }, terminal)
}

const share = (value: number | null | undefined) => (value == null ? '' : percent(value, 1))
const shortName = (tax: string) => tax.replace(/_tax$/, '')
