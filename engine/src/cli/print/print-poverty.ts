/** Poverty before and after a reform: rates of everybody and of each group, how deep it is, and how many people move. */
import type { GroupPoverty, Impact, PovertyImpact } from '../../outcomes/index.ts'
import type { Terminal } from '../terminal.ts'
import { decimal, money, percent, signed, signedMoney, within } from './numbers.ts'
import { type Cell, textTable } from './text-table.ts'
import { block } from './titled-block.ts'

export function povertyBlock({ poverty, definitions, currency }: Impact, terminal: Terminal): string[] {
  if (poverty.length === 0) return []
  const rows = poverty.flatMap(line => [
    [{ text: line.amount ? `${line.label}, ${line.line}` : line.label, style: 'bold' as const }],
    ...line.groups.map(group => rateRow(group.label, group.rate, group, terminal)),
    ...line.groups
      .slice(0, 1)
      .flatMap(({ label, deepRate, gap }) => [
        rateRow(`${label}, below half of the line`, deepRate, undefined, terminal),
        rateRow(`${label}, mean gap`, gap, undefined, terminal),
      ]),
    ...(line.amount ? [amountRow(line.amount, currency)] : []),
  ])
  const notes = [...new Set(poverty.map(({ label, note }) => `${label}: ${note}`))]
  return block(
    'Poverty',
    'per cent of people, before and after; moved: thousands of people',
    definitions.poverty.text,
    notes.join(' '),
    terminal,
    [
      ...textTable(
        rows,
        { align: 'lrrrlr', head: ['', 'baseline', 'reform', 'change', '', 'moved'] },
        terminal,
      ),
    ],
  )
}

function amountRow({ baseline, reform }: NonNullable<PovertyImpact['amount']>, currency: string): Cell[] {
  return [
    { text: '  The line of one adult' },
    { text: money(baseline, currency) },
    { text: money(reform, currency) },
    { text: signedMoney(reform - baseline, currency) },
  ]
}

function rateRow(
  label: string,
  { baseline, reform, change, standardError }: GroupPoverty['rate'],
  group: GroupPoverty | undefined,
  { unicode }: Terminal,
): Cell[] {
  const missing = unicode ? '–' : '-'
  return [
    { text: `  ${label}` },
    { text: baseline === null ? missing : percent(baseline, 2) },
    { text: reform === null ? missing : percent(reform, 2) },
    {
      text: change === null ? missing : `${signed(change * 100, 2)} pp`,
      ...(change !== null && change !== 0 && { style: change < 0 ? ('green' as const) : ('red' as const) }),
    },
    { text: within(standardError.change, v => decimal(v * 100, 2)), style: 'dim' },
    { text: group ? signed(group.poor.change / 1000, 0) : '' },
  ]
}
