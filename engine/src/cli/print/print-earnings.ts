import type { Catalogue, EarningsCurve, EarningsKink, EarningsVariation } from '../../model/index.ts'
import type { NamedReform } from '../common-options.ts'
import type { Terminal } from '../terminal.ts'
import { bar } from './bars.ts'
import { decimal, dollars, percent, signedDollars } from './numbers.ts'
import { textTable } from './text-table.ts'
import { wrapText } from './wrap-text.ts'

const ROWS = 20

/** The household at some amounts, then every kink with its rules. */
export function printEarnings(
  variation: EarningsVariation,
  { variables }: Catalogue,
  reforms: readonly NamedReform[],
  terminal: Terminal,
): void {
  const { income, record, year, baseline, reform } = variation
  const title = reforms.map(({ title, file }) => title || file).join(' + ')
  const heading = `${variables.get(income)?.label ?? income} of ${record}, ${year}`
  for (const line of wrapText(heading, terminal.width)) terminal.print(terminal.paint('bold', line))
  if (title) for (const line of wrapText(`Reform: ${title}`, terminal.width)) terminal.print(line)
  terminal.print(terminal.paint('dim', 'Dollars a year; rates in per cent of one dollar more\n'))
  for (const line of reform
    ? comparison(baseline, reform, variation, terminal)
    : levels(baseline, variation, terminal))
    terminal.print(line)
  printKinks(reform ? 'Kinks under the baseline' : 'Kinks', baseline.kinks, terminal)
  if (reform) printKinks('Kinks under the reform', reform.kinks, terminal)
}

function levels({ points }: EarningsCurve, { taxes }: EarningsVariation, terminal: Terminal): string[] {
  const whole = taxes.at(-1)!
  const rows = every(points).map(({ income, netIncome, taxes: paid, rates }) => [
    decimal(income, 0),
    dollars(netIncome),
    ...taxes.slice(0, -1).map(tax => dollars(paid[tax]!)),
    percent(rates[whole]!),
    bar(rates[whole]!, 30, terminal.unicode),
  ])
  const head = [
    'income',
    'net income',
    ...taxes.slice(0, -1).map(tax => tax.replaceAll('_', ' ')),
    'rate',
    '',
  ]
  return textTable(rows, { align: `${'r'.repeat(head.length - 1)}l`, head }, terminal)
}

function comparison(
  before: EarningsCurve,
  after: EarningsCurve,
  { taxes }: EarningsVariation,
  terminal: Terminal,
): string[] {
  const whole = taxes.at(-1)!
  const reformed = every(after.points)
  const rows = every(before.points).map(({ income, netIncome, rates }, i) => {
    const reform = reformed[i]!
    return [
      decimal(income, 0),
      dollars(netIncome),
      dollars(reform.netIncome),
      signedDollars(reform.netIncome - netIncome),
      percent(rates[whole]!),
      percent(reform.rates[whole]!),
      bar(reform.rates[whole]!, 25, terminal.unicode),
    ]
  })
  const head = ['income', 'net income', 'reform', 'change', 'rate', 'reform', '']
  return textTable(rows, { align: 'rrrrrrl', head }, terminal)
}

function printKinks(title: string, kinks: readonly EarningsKink[], terminal: Terminal): void {
  terminal.print(`\n${terminal.paint('bold', title)}`)
  const rows = kinks.map(({ income, rateBefore, rateAfter, jump, rules }) => [
    decimal(income, 2),
    percent(rateBefore),
    percent(rateAfter),
    jump === 0 ? '' : ({ text: signedDollars(jump, 2), style: jump > 0 ? 'red' : 'green' } as const),
    rules.map(({ label }) => label).join('; '),
    { text: rules.map(({ reference }) => reference.split(';')[0]).join('; '), style: 'dim' } as const,
  ])
  const head = ['at', 'rate', 'then', 'jump', 'made by', '']
  for (const line of textTable(rows, { align: 'rrrrll', head, shrink: [4, 5] }, terminal))
    terminal.print(line)
  const cliffs = kinks.filter(({ jump }) => jump > 0).length
  const note =
    kinks.length === 0
      ? 'None: tax is one straight line.'
      : `${kinks.length} in all${cliffs > 0 ? `, ${cliffs} of them a cliff, where one dollar more costs the jump at once` : ''}.`
  for (const line of wrapText(note, terminal.width - 2)) terminal.print(terminal.paint('dim', `  ${line}`))
}

/** Some twenty of all points, the first and the last among them. */
function every<Point>(points: readonly Point[]): readonly Point[] {
  const step = Math.max(1, Math.round((points.length - 1) / ROWS))
  return points.filter((_, i) => i % step === 0 || i === points.length - 1)
}
