import type { TranslationBundle } from '@jupyterlab/translation'
import type { Table } from '../charts/figure.ts'
import { decimal, digitsFor, margin, money, percent, signedDecimal, signedMoney } from '../numbers.ts'
import {
  type Comparison,
  type EarnerGroup,
  groupsByIncome,
  type Incentives,
  type RateKind,
  ratesOf,
  shareFrom,
} from './incentives.ts'

type Compared = Pick<Comparison, 'baseline' | 'reform' | 'change'> &
  Partial<Pick<Comparison, 'standardError'>>

/** High rates and cliffs of all who earn, before and after, with what is known of the change. */
export function rateTable(incentives: Incentives, kind: RateKind, trans: TranslationBundle): Table {
  const { overall, reach, bands } = incentives
  const { marginalRates, cliffs } = overall
  const rates = ratesOf(overall, kind)
  const from = (least: number): Compared => {
    const [baseline, reform] = [rates.bands.baseline, rates.bands.reform].map(of =>
      shareFrom(of, bands, least),
    )
    return {
      baseline: baseline!,
      reform: reform!,
      change: isNone(baseline, reform) ? null : reform! - baseline!,
    }
  }
  const share = (name: string, of: Compared) => row(name, of, value => percent(value, 2), inPoints)
  return {
    columns: [
      trans.__('All who earn'),
      trans.__('Law'),
      trans.__('Reform'),
      trans.__('Change, points'),
      trans.__('95 % interval ±'),
    ],
    rows: [
      share(trans.__('Mean rate'), rates.mean),
      share(trans.__('Median rate'), rates.quantiles.median),
      share(trans.__('Rate of the highest tenth, at least'), rates.quantiles.p90),
      share(trans.__('Rate above 50 %'), rates.aboveHalf),
      share(trans.__('Rate of 80 % or more'), from(0.8)),
      share(trans.__('Rate above 100 %'), rates.aboveOne),
      ...(kind === 'all' ? [] : [share(trans.__('At a kink'), marginalRates.atKink)]),
      share(trans.__('On a cliff'), cliffs.share),
      share(trans.__('– the next dollar costs more than a dollar'), cliffs.nextDollar),
      share(trans.__('– less net income with %1 more', money(reach)), cliffs.withinReach),
      row(trans.__('Net income lost there, mean'), cliffs.meanGap, money, signedMoney),
    ],
  }
}

/** The same numbers of heads, spouses and income groups. */
export function rateGroupTable(incentives: Incentives, kind: RateKind, trans: TranslationBundle): Table {
  const { overall, roles } = incentives
  const shown = (value: number | null) => (value === null ? '–' : percent(value))
  const pair = (of: Compared) => [shown(of.baseline), shown(of.reform)]
  const columnsOf = (name: string) => [trans.__('%1, law', name), trans.__('%1, reform', name)]
  const cells = (group: EarnerGroup) => {
    const { mean, quantiles, aboveHalf } = ratesOf(group, kind)
    return [mean, quantiles.median, aboveHalf, group.cliffs.share].flatMap(pair)
  }
  return {
    columns: [
      trans.__('Group'),
      trans.__('Earners, millions'),
      ...[trans.__('Mean'), trans.__('Median'), trans.__('Above 50 %'), trans.__('On a cliff')].flatMap(
        columnsOf,
      ),
    ],
    rows: [...groupsByIncome(incentives), ...roles, overall].map(group => [
      group.label,
      decimal(group.earners / 1e6, 1),
      ...cells(group),
    ]),
  }
}

/** Rates go up for so many and down for so many, in words. */
export function whoIsTouched({ overall }: Incentives, kind: RateKind, trans: TranslationBundle): string {
  const { higher, lower } = ratesOf(overall, kind)
  return trans.__(
    'The rate rises for %1 of all who earn and falls for %2.',
    percent(higher.share ?? 0),
    percent(lower.share ?? 0),
  )
}

function row(
  name: string,
  { baseline, reform, change, standardError }: Compared,
  text: (value: number) => string,
  changeText: (value: number, error?: number) => string,
): readonly string[] {
  const found = margin(standardError?.change)
  return [
    name,
    baseline === null ? '–' : text(baseline),
    reform === null ? '–' : text(reform),
    change === null ? '–' : changeText(change, found),
    found === undefined ? '–' : changeText(found, found).replace('+', ''),
  ]
}

const inPoints = (change: number, error?: number) =>
  signedDecimal(change * 100, digitsFor(error && error * 100, 2, 4))

const isNone = (...values: readonly (number | null | undefined)[]) =>
  values.some(value => value === null || value === undefined)
