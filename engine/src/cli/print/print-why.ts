/** Why a variable changes: what is due to each parameter, and below it the variables through which it works. */
import type { ContributionLine, ExplainedChange, IdleParameter, PathwayStep } from '../../model/index.ts'
import type { Terminal } from '../terminal.ts'
import { decimal, dollars, signed, signedDollars, valueText } from './numbers.ts'
import { statute } from './statute.ts'
import { type Cell, textTable } from './text-table.ts'
import { wrapText } from './wrap-text.ts'

const MOST_NAMED = 5

const unchangedTexts: Readonly<Record<NonNullable<ExplainedChange['unchanged']>, string>> = {
  'same-law': 'no parameter of this year is different',
  'not-read': 'it does not depend on what is different',
  'not-touched': 'what is different is for other people than these',
  'not-binding': 'with or without what is different, the law gives these people the same',
  offset: 'what is different adds as much as it takes',
}

const idleTexts: Readonly<Record<IdleParameter['reason'], string>> = {
  'not-read': 'No part of it',
  'not-touched': 'For other people than these',
  'not-binding': 'Makes no difference here',
}

const groupingTexts: Readonly<Record<ExplainedChange['grouping'], string>> = {
  value: '',
  parameter: 'Too many values change to be told apart: those of one parameter are taken together. ',
  folder: 'Too many parameters change to be told apart: those of one folder of the law are taken together. ',
}

export function printWhy(
  change: ExplainedChange,
  reforms: readonly { readonly title: string; readonly file: string }[],
  terminal: Terminal,
): void {
  const { year, variable, rounded, lines, unchanged, withoutEffect } = change
  const title = reforms.map(({ title, file }) => title || file).join(' + ') || 'The law as it stands'
  const about = `tax year ${year}, amounts in dollars a year`
  terminal.print(`${terminal.paint('bold', title)}  ${terminal.paint('dim', about)}\n`)
  const { level, move } = amountsOf(change)
  const isSum = variable.records.length > 1
  const total: Cell[] = [
    { text: variable.label, tail: isSum ? `, sum of ${variable.records.join(', ')}` : '', style: 'bold' },
    { text: level(rounded.baseline) },
    { text: level(rounded.reform) },
    { text: move(rounded.change), style: 'bold' },
    { text: statute(variable.reference), style: 'dim' },
  ]
  const head = ['', 'baseline', 'reform', isShared(change) ? 'due to it' : 'change', '']
  const rows = [total, ...lines.flatMap(line => rowsOf(line, change, move))]
  for (const line of textTable(rows, { align: 'lrrrl', head, shrink: [0, 4] }, terminal)) terminal.print(line)
  if (unchanged) terminal.print(`\n  Nothing changes: ${unchangedTexts[unchanged]}.`)
  const notes = [...idleNotes(withoutEffect), ...(isShared(change) ? [sharingNote(change)] : [])]
  if (notes.length > 0) terminal.print('')
  for (const note of notes)
    for (const line of wrapText(note, terminal.width - 2)) terminal.print(terminal.paint('dim', `  ${line}`))
}

function rowsOf(
  { label, reference, parameters, rounded, through }: ContributionLine,
  { variable }: ExplainedChange,
  move: (value: number) => string,
): Cell[][] {
  const [only] = parameters.length === 1 ? parameters : []
  const values = only ? [valueText(only.baseline, only.unit), valueText(only.reform, only.unit)] : ['', '']
  const isMany = variable.records.length > 1 || new Set(through.map(({ record }) => record)).size > 1
  return [
    [
      { text: label, style: 'yellow' },
      ...values.map(text => ({ text })),
      { text: move(rounded), style: 'yellow' },
      { text: statute(reference), style: 'dim' },
    ],
    ...(only ? [] : parameters).map(({ label, unit, baseline, reform, reference }) => [
      { text: `  ${label}` },
      { text: valueText(baseline, unit) },
      { text: valueText(reform, unit) },
      { text: '' },
      { text: statute(reference), style: 'dim' } as const,
    ]),
    ...withoutRepeats(through).map(({ step, repeats }) => [
      {
        text: `   ${isMany ? `${step.record}: ` : ''}${step.label}`,
        ...(repeats > 0 && { tail: ` (+${repeats} alike)` }),
      },
      { text: valueText(step.baseline, step.unit) },
      { text: valueText(step.reform, step.unit) },
      { text: step.contribution === null ? 'changed' : stepText(step.contribution, step.unit) },
      { text: statute(step.reference), style: 'dim' } as const,
    ]),
  ]
}

/** Whether several parameters play a part, though only one may make a difference in the end. */
function isShared({ lines, withoutEffect }: ExplainedChange): boolean {
  return (
    lines.length > 1 || (lines.length === 1 && withoutEffect.some(({ reason }) => reason === 'not-binding'))
  )
}

/** What only hands on the same amounts is counted and not shown. */
function withoutRepeats(steps: readonly PathwayStep[]): { step: PathwayStep; repeats: number }[] {
  const shown: { step: PathwayStep; repeats: number }[] = []
  for (const step of steps) {
    const last = shown.at(-1)
    const isRepeat = last && aspects.every(aspect => last.step[aspect] === step[aspect])
    if (isRepeat) last.repeats++
    else shown.push({ step, repeats: 0 })
  }
  return shown
}

const aspects = ['record', 'unit', 'baseline', 'reform', 'contribution'] as const

function stepText(contribution: number, unit: string): string {
  if (unit === 'currency-USD') return signedDollars(contribution, Number.isInteger(contribution) ? 0 : 2)
  return unit === '/1' ? `${signed(contribution * 100, 4)}%` : signed(contribution, 2)
}

/** What is asked and what adds up to it, all with as many decimals as any of them needs. */
function amountsOf({ variable: { unit }, rounded, lines }: ExplainedChange) {
  const shown = [...Object.values(rounded), ...lines.map(line => line.rounded)]
  const digits = shown.every(Number.isInteger) ? 0 : 2
  if (unit === 'currency-USD')
    return {
      level: (value: number) => dollars(value, digits),
      move: (value: number) => signedDollars(value, digits),
    }
  if (unit === '/1')
    return {
      level: (value: number) => `${decimal(value * 100, 4)}%`,
      move: (value: number) => `${signed(value * 100, 4)}%`,
    }
  return { level: (value: number) => decimal(value, digits), move: (value: number) => signed(value, digits) }
}

function idleNotes(idle: readonly IdleParameter[]): string[] {
  return Object.entries(idleTexts).flatMap(([reason, text]) => {
    const labels = idle.filter(parameter => parameter.reason === reason).map(({ label }) => label)
    if (labels.length === 0) return []
    const more = labels.length > MOST_NAMED ? ` and ${labels.length - MOST_NAMED} more` : ''
    return [`${text}: ${labels.slice(0, MOST_NAMED).join('; ')}${more}.`]
  })
}

function sharingNote({ grouping }: ExplainedChange): string {
  return `${groupingTexts[grouping]}What changes bring about only together is shared: each has the mean of what it adds over all orders in which they could be enacted. Variables below a parameter show the whole reform and what of it is due to that parameter.`
}
