/** Work incentives as readable tables: how rates are spread over earners, by income group, and who stands on a cliff. */
import {
  type EarnerGroup,
  quantilePoints,
  type RateDistribution,
  type WorkIncentives,
} from '../../model/rates/work-incentives/work-incentives.ts'
import type { Change } from '../../outcomes/index.ts'
import type { Terminal } from '../terminal.ts'
import { bar } from './bars.ts'
import { decimal, dollars, percent, signed, signedDollars, within } from './numbers.ts'
import { type Cell, textTable } from './text-table.ts'
import { block } from './titled-block.ts'
import { wrapText } from './wrap-text.ts'

/** The baseline's, or what a reform does to them. */
export function printIncentives(incentives: WorkIncentives, hasReform: boolean, terminal: Terminal): void {
  const { year, dataset, overall, reach, per, definitions, convention } = incentives
  const { next } = overall.marginalRates
  terminal.print(`${terminal.paint('bold', 'Work incentives')}, ${year}, ${dataset.name}`)
  const unit =
    per === 'compensation'
      ? "a dollar of earnings and the employer's payroll tax on it"
      : 'a dollar of earnings'
  const spread = (title: string, what: string, rates: RateDistribution, definition: string) =>
    block(title, `${what}, per cent of ${unit}; shares of earners`, definition, '', terminal, [
      ...bandLines(incentives.bands, rates, hasReform, terminal),
      '',
      ...measureLines(rates, hasReform, terminal),
    ])
  const parts = [
    spread('Marginal rates', 'what the next dollar costs', next, definitions.marginalRates.text),
    spread(
      'Participation rates',
      'what all earnings cost',
      overall.participationRates,
      definitions.participationRates.text,
    ),
    block(
      'Cliffs',
      `shares of earners; gap: what ${dollars(reach)} a year more would cost them`,
      definitions.cliffs.text,
      '',
      terminal,
      cliffLines(overall, reach, hasReform, terminal),
    ),
    block(
      'By income group',
      `means and shares of earners${hasReform ? ' under the reform, and changes' : ''}; earners in millions`,
      definitions.groups.text,
      '',
      terminal,
      groupLines(incentives, hasReform, terminal),
    ),
  ]
  for (const line of parts.flat()) terminal.print(line)
  const records = decimal(overall.records, 0)
  const source =
    `Convention ${convention}. Dataset ${dataset.name} (${dataset.hash.slice(0, 12)}): ${records} earners for ` +
    `${decimal(overall.earners / 1e6, 1)} million. ±: 95 in 100 samples like this one lie so close, by ` +
    `${definitions.marginalRates.standardError}.`
  terminal.print('')
  for (const line of wrapText(source, terminal.width)) terminal.print(terminal.paint('dim', line))
}

function bandLines(
  bands: WorkIncentives['bands'],
  { bands: { baseline, reform } }: RateDistribution,
  hasReform: boolean,
  terminal: Terminal,
): string[] {
  if (!baseline || !reform) return ['  nobody earns']
  const shown = bands.map((_, i) => i).filter(i => baseline[i]! > 0 || reform[i]! > 0)
  const largest = Math.max(...shown.map(i => reform[i]!))
  const rows = shown.map(i => [
    bandLabel(bands[i]!),
    percent(baseline[i]!, 2),
    ...(hasReform ? [percent(reform[i]!, 2)] : []),
    terminal.paint('blue', bar(reform[i]! / largest, terminal.width - 40, terminal.unicode)),
  ])
  const head = ['', ...(hasReform ? ['baseline', 'reform'] : ['earners']), '']
  return textTable(rows, { align: hasReform ? 'lrrl' : 'lrl', head }, terminal)
}

function bandLabel({ from, to }: WorkIncentives['bands'][number]): string {
  if (from === null) return `below ${points(to!)}%`
  return to === null ? `${points(from)}% and more` : `${points(from)}–${points(to)}%`
}

const points = (rate: number) => decimal(rate * 100, 0)

function measureLines(rates: RateDistribution, hasReform: boolean, terminal: Terminal): string[] {
  const quantileNames = { p10: 'P10', p25: 'P25', median: 'Median', p75: 'P75', p90: 'P90' }
  const names = Object.keys(quantilePoints) as (keyof typeof quantilePoints)[]
  const rows = [
    shareRow('Mean', rates.mean, hasReform),
    ...names.map(name => shareRow(quantileNames[name], rates.quantiles[name], hasReform)),
    shareRow('Above 50%', rates.aboveHalf, hasReform),
    shareRow('Above 100%', rates.aboveOne, hasReform),
  ]
  const lines = changeTable(rows, hasReform, terminal)
  const moved = `  Higher for ${share(rates.higher.share)} of earners, lower for ${share(rates.lower.share)}.`
  return hasReform ? [...lines, moved] : lines
}

function cliffLines(
  { cliffs }: EarnerGroup,
  reach: number,
  hasReform: boolean,
  terminal: Terminal,
): string[] {
  const rows = [
    shareRow('On a cliff', cliffs.share, hasReform),
    shareRow('  the next dollar costs more than a dollar', cliffs.nextDollar, hasReform),
    shareRow(`  less with ${dollars(reach)} more`, cliffs.withinReach, hasReform),
    moneyRow('Gap, millions', cliffs.gap, 1e6, hasReform),
    moneyRow('Gap, mean of those on a cliff', cliffs.meanGap, 1, hasReform),
  ]
  return changeTable(rows, hasReform, terminal)
}

function changeTable(rows: readonly (readonly (Cell | string)[])[], hasReform: boolean, terminal: Terminal) {
  const head = hasReform ? ['', 'baseline', 'reform', 'change', ''] : ['', '', '']
  return textTable(rows, { align: hasReform ? 'lrrrl' : 'lrl', ...(hasReform && { head }) }, terminal)
}

function shareRow(
  label: string,
  change: Omit<Change, 'standardError'> & Partial<Change>,
  hasReform: boolean,
) {
  const { baseline, reform, change: moved, standardError } = change
  const margin = (error: number | null | undefined) => dim(within(error ?? null, v => decimal(v * 100, 2)))
  if (!hasReform) return [label, share(baseline), margin(standardError?.baseline)]
  const difference = moved === null ? '' : signed(moved * 100, 2)
  return [label, share(baseline), share(reform), difference, margin(standardError?.change)]
}

function moneyRow(
  label: string,
  { baseline, reform, change, standardError }: Change,
  unit: number,
  hasReform: boolean,
) {
  const text = (value: number | null) => (value === null ? '' : dollars(value / unit))
  const margin = (error: number | null) => dim(within(error, v => decimal(v / unit, 0)))
  if (!hasReform) return [label, text(baseline), margin(standardError.baseline)]
  const difference = change === null ? '' : signedDollars(change / unit)
  return [label, text(baseline), text(reform), difference, margin(standardError.change)]
}

function groupLines(
  { groups, roles, overall }: WorkIncentives,
  hasReform: boolean,
  terminal: Terminal,
): string[] {
  const all = [...groups.filter(({ records }) => records > 0), ...roles, overall]
  const rows = all.map(
    ({ label, earners, marginalRates: { next }, participationRates: participation, cliffs }) => {
      const change = ({ change: moved }: Change) =>
        hasReform ? [moved === null ? '' : signed(moved * 100, 2)] : []
      return [
        label,
        decimal(earners / 1e6, 1),
        share(next.mean.reform),
        ...change(next.mean),
        share(next.quantiles.median.reform),
        share(next.aboveHalf.reform),
        share(participation.mean.reform),
        ...change(participation.mean),
        share(cliffs.share.reform),
        terminal.paint(
          'blue',
          bar((next.mean.reform ?? 0) / 0.5, terminal.width - (hasReform ? 88 : 72), terminal.unicode),
        ),
      ]
    },
  )
  const changed = hasReform ? ['change'] : []
  const head = [
    '',
    'earners',
    'marginal',
    ...changed,
    'median',
    '> 50%',
    'particip.',
    ...changed,
    'cliff',
    '',
  ]
  return textTable(rows, { align: `l${'r'.repeat(head.length - 2)}l`, head }, terminal)
}

const dim = (text: string): Cell => ({ text, style: 'dim' })
const share = (value: number | null) => (value === null ? '' : percent(value, 2))
