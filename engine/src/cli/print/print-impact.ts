/** The impact of a reform as readable tables: money, groups, winners and losers, inequality, poverty, each with its definition. */
import type { GroupImpact, Impact, ProgrammeImpact, WinnerBin } from '../../outcomes/index.ts'
import type { Style, Terminal } from '../terminal.ts'
import { divergingBars, type Segment, stackedBar } from './bars.ts'
import {
  countScale,
  currencyWord,
  decimal,
  percent,
  type Scale,
  scaled,
  scaleFor,
  signed,
  signedMoney,
  signedPercent,
  within,
} from './numbers.ts'
import { povertyBlock } from './print-poverty.ts'
import { type Cell, textTable } from './text-table.ts'
import { block } from './titled-block.ts'
import { wrapText } from './wrap-text.ts'

const BINS: readonly { bin: WinnerBin; label: string; style: Style; glyph: Segment['glyph'] }[] = [
  { bin: 'gainMoreThan5Percent', label: 'gain > 5%', style: 'green', glyph: ['█', '#'] },
  { bin: 'gainLessThan5Percent', label: 'gain < 5%', style: 'green', glyph: ['▓', '+'] },
  { bin: 'unchanged', label: 'no change', style: 'dim', glyph: ['·', '.'] },
  { bin: 'loseLessThan5Percent', label: 'lose < 5%', style: 'red', glyph: ['▒', '-'] },
  { bin: 'loseMoreThan5Percent', label: 'lose > 5%', style: 'red', glyph: ['░', '='] },
]

export interface ImpactTitle {
  readonly title: string
  readonly subtitle: readonly string[]
}

export function printImpact(impact: Impact, { title, subtitle }: ImpactTitle, terminal: Terminal): void {
  const { year, dataset } = impact
  const right = `${year}, ${dataset.name}`
  terminal.print(
    `${terminal.paint('bold', title)}${' '.repeat(Math.max(2, terminal.width - title.length - right.length))}${terminal.paint('dim', right)}`,
  )
  for (const line of subtitle) terminal.print(terminal.paint('dim', line))
  for (const block of [budgetBlock, groupsBlock, winnersBlock, inequalityBlock, povertyBlock])
    for (const line of block(impact, terminal)) terminal.print(line)
  terminal.print('')
  for (const line of sourceLines(impact, terminal)) terminal.print(terminal.paint('dim', line))
}

function budgetBlock(impact: Impact, terminal: Terminal): string[] {
  const { budget, programmes, definitions } = impact
  const shown = shownProgrammes(programmes)
  const scale = scaleFor([budget.total, ...shown.map(({ change }) => change)])
  const counts = countsOf(impact)
  const countsNote = counts.word ? `counts in ${counts.word}` : 'counts as they are'
  const hidden = programmes.length - shown.length
  const total = [
    { text: 'Budget balance', style: 'bold' },
    ...[
      '',
      '',
      signed(budget.total / scale.divisor, 1),
      within(budget.standardError.total, v => decimal(v / scale.divisor, 1)),
      '',
      '',
      '',
    ].map((text): Cell => ({ text, style: 'bold' })),
  ] satisfies Cell[]
  const note = `${definitions.programmes.text}${hidden > 0 ? ` ${hidden} programmes and parts that do not change are left out.` : ''}`
  return block(
    'Budget',
    `${scaled(scale, currencyWord(impact.currency))}; ${countsNote}`,
    definitions.budget.text,
    note,
    terminal,
    [
      ...textTable(
        [
          ...shown.map(programme => programmeRow(programme, depthOf(programme, programmes), scale, counts)),
          total,
        ],
        {
          align: 'lrrrlrrr',
          head: ['', 'baseline', 'reform', 'change', '', 'pay/get', 'win', 'lose'],
          shrink: [0],
        },
        terminal,
      ),
    ],
  )
}

/** The taxes of the budget, what changes, and what that is part of. */
function shownProgrammes(programmes: readonly ProgrammeImpact[]): readonly ProgrammeImpact[] {
  const shown = new Set(
    programmes.filter(p => p.changed || (p.partOf === null && p.kind === 'tax' && p.baseline !== 0)),
  )
  for (const programme of programmes.toReversed()) {
    const whole = programmes.find(({ name }) => name === programme.partOf)
    if (whole && shown.has(programme)) shown.add(whole)
  }
  return programmes.filter(programme => shown.has(programme))
}

function programmeRow(programme: ProgrammeImpact, depth: number, { divisor }: Scale, counts: Scale): Cell[] {
  const { label, baseline, reform, change, budgetaryImpact, payersOrRecipients, winners, losers } = programme
  const { standardError } = programme
  const money = (value: number) => ({ text: decimal(value / divisor, 1) })
  const people = (value: number) => ({
    text: value === 0 ? '' : decimal(value / counts.divisor, counts.word ? 1 : 0),
  })
  return [
    { text: `${'  '.repeat(depth)}${label}` },
    money(baseline),
    money(reform),
    { text: signed(change / divisor, 1), ...styleOf(budgetaryImpact) },
    { text: within(standardError.change, v => decimal(v / divisor, 1)), style: 'dim' as const },
    people(payersOrRecipients.reform),
    people(winners),
    people(losers),
  ]
}

function depthOf({ partOf }: ProgrammeImpact, programmes: readonly ProgrammeImpact[]): number {
  const whole = programmes.find(({ name }) => name === partOf)
  return whole ? 1 + depthOf(whole, programmes) : 0
}

function groupsBlock(impact: Impact, terminal: Terminal): string[] {
  const { groups, overall, definitions } = impact
  const all = [...groups.filter(({ records }) => records > 0), overall]
  const bars = divergingBars(
    all.map(({ group, relativeChange }) => (group === null ? null : relativeChange)),
    terminal.width - 51,
    terminal,
  )
  const rows = all.map((group, i) => [
    { text: group.label },
    {
      text:
        group.averageChange === null ? missing(terminal) : signedMoney(group.averageChange, impact.currency),
    },
    { text: within(group.standardError.averageChange, v => decimal(v, 0)), style: 'dim' as const },
    { text: group.relativeChange === null ? missing(terminal) : signedPercent(group.relativeChange, 2) },
    bars[i]!,
  ])
  return block(
    'Change in net income by income group',
    `average in ${currencyWord(impact.currency)} a year; relative to the baseline`,
    definitions.groups.text,
    '',
    terminal,
    [...textTable(rows, { align: 'lrlrl', head: ['', 'average', '', 'relative', ''] }, terminal)],
  )
}

function winnersBlock(impact: Impact, terminal: Terminal): string[] {
  const { groups, overall, definitions } = impact
  const all = [...groups.filter(({ records }) => records > 0), overall]
  const width = Math.min(50, terminal.width - 46)
  const rows = all.map(group => [
    { text: group.label },
    ...shareCells(group),
    winnersBar(group, width, terminal),
  ])
  const legend = BINS.map(
    ({ label, style, glyph }) =>
      `${terminal.paint(style, glyph[terminal.unicode ? 0 : 1].repeat(2))} ${label}`,
  )
  return block('Winners and losers', 'per cent of people', definitions.winnersAndLosers.text, '', terminal, [
    ...textTable(rows, { align: 'lrrrl', head: ['', 'win', 'same', 'lose', ''] }, terminal),
    `  ${legend.join('   ')}`,
  ])
}

function shareCells({ winnersAndLosers: { shares } }: GroupImpact): Cell[] {
  if (!shares) return ['', '', ''].map(text => ({ text }))
  const {
    gainMoreThan5Percent,
    gainLessThan5Percent,
    unchanged,
    loseLessThan5Percent,
    loseMoreThan5Percent,
  } = shares
  const sums = [
    gainMoreThan5Percent + gainLessThan5Percent,
    unchanged,
    loseLessThan5Percent + loseMoreThan5Percent,
  ]
  return sums.map(share => ({ text: percent(share) }))
}

function winnersBar(
  { winnersAndLosers: { shares } }: GroupImpact,
  width: number,
  terminal: Terminal,
): string {
  if (!shares) return ''
  const segments = BINS.map(({ bin, style, glyph }) => ({ share: shares[bin], style, glyph }))
  return stackedBar(segments, width, terminal)
}

function inequalityBlock({ inequality, definitions }: Impact, terminal: Terminal): string[] {
  const { gini, top10Share, top1Share, bottom50Share, s80s20, p90p10 } = inequality
  const share = (value: number) => percent(value, 2)
  const points = (value: number) => `${signed(value * 100, 2)} pp`
  const ratio = (value: number) => decimal(value, 3)
  const rows = [
    {
      label: 'Gini coefficient',
      change: gini,
      text: (v: number) => decimal(v, 4),
      moved: (v: number) => signed(v, 4),
      margin: (v: number) => decimal(v, 4),
    },
    {
      label: 'Share of the top 10%',
      change: top10Share,
      text: share,
      moved: points,
      margin: (v: number) => decimal(v * 100, 2),
    },
    {
      label: 'Share of the top 1%',
      change: top1Share,
      text: share,
      moved: points,
      margin: (v: number) => decimal(v * 100, 2),
    },
    {
      label: 'Share of the bottom 50%',
      change: bottom50Share,
      text: share,
      moved: points,
      margin: (v: number) => decimal(v * 100, 2),
    },
    { label: 'S80/S20', change: s80s20, text: ratio, moved: (v: number) => signed(v, 3), margin: ratio },
    { label: 'P90/P10', change: p90p10, text: ratio, moved: (v: number) => signed(v, 3), margin: ratio },
  ].map(({ label, change, text, moved, margin }) => [
    label,
    change.baseline === null ? missing(terminal) : text(change.baseline),
    change.reform === null ? missing(terminal) : text(change.reform),
    change.change === null ? missing(terminal) : moved(change.change),
    { text: within(change.standardError.change, margin), style: 'dim' as const },
  ])
  return block(
    'Inequality',
    'before and after; pp: percentage points',
    definitions.inequality.text,
    '',
    terminal,
    [...textTable(rows, { align: 'lrrrl', head: ['', 'baseline', 'reform', 'change', ''] }, terminal)],
  )
}

function sourceLines(impact: Impact, { width }: Terminal): string[] {
  const { dataset, population, convention, definitions } = impact
  const { divisor, word } = countsOf(impact)
  const sizes = Object.entries(population).map(
    ([entity, { records, weighted }]) =>
      `${decimal(records, 0)} ${entity.replaceAll('_', ' ')} records for ${decimal(weighted / divisor, word ? 1 : 0)}${word && ' million'}`,
  )
  const text =
    `Convention ${convention.name}: ${convention.label}. Dataset ${dataset.name} (${dataset.hash.slice(0, 12)}): ` +
    `${sizes.join(', ')}. ±: 95 in 100 samples like this one lie so close, by ${definitions.budget.standardError}.`
  return wrapText(text, width)
}

const countsOf = ({ population }: Impact) =>
  countScale(Math.max(...Object.values(population).map(({ weighted }) => weighted)))

const missing = ({ unicode }: Terminal) => (unicode ? '–' : '-')
const styleOf = (change: number): { style?: Style } =>
  change === 0 ? {} : { style: change > 0 ? 'green' : 'red' }
