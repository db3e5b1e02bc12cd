/** The few numbers that answer who gains, who pays and how sure that is. */
import type { TranslationBundle } from '@jupyterlab/translation'
import type { Impact } from '../engine/api-types.ts'
import {
  decimal,
  digitsFor,
  margin,
  moneyOf,
  percent,
  signedDecimal,
  signedMoneyOf,
  signedPercent,
} from './numbers.ts'

export interface Headline {
  readonly name: string
  readonly label: string
  readonly value: string
  /** Its uncertainty and what else belongs to it, a line each. */
  readonly notes: readonly string[]
  readonly tone: 'gain' | 'loss' | 'neutral'
}

export function headlines(impact: Impact, trans: TranslationBundle): Headline[] {
  return [
    budgetHeadline(impact, trans),
    peopleHeadline(impact, trans),
    incomeHeadline(impact, trans),
    ...povertyHeadline(impact, trans),
    giniHeadline(impact, trans),
    ...(hasPoverty(impact) ? [] : [topShareHeadline(impact, trans)]),
  ]
}

function budgetHeadline({ budget, currency }: Impact, trans: TranslationBundle): Headline {
  const { total, taxes, benefits, standardError } = budget
  const found = margin(standardError.total)
  const direction =
    total === 0
      ? trans.__('no change')
      : total > 0
        ? trans.__('government gains')
        : trans.__('government pays')
  return {
    name: 'budget',
    label: trans.__('Budget, a year'),
    value: signedMoneyOf(total, currency),
    notes: [
      found === undefined ? direction : trans.__('± %1 · %2', moneyOf(found, currency), direction),
      trans.__('taxes %1 · benefits %2', signedMoneyOf(taxes, currency), signedMoneyOf(benefits, currency)),
    ],
    tone: toneOf(total),
  }
}

/** People of a population who are counted in millions. */
const LEAST_IN_MILLIONS = 1e5

/** Outcomes kept in notebooks may be older than errors of these. */
type WinnersAndLosers = Impact['overall']['winnersAndLosers']
type OlderWinnersAndLosers = Omit<WinnersAndLosers, 'gain' | 'lose'> &
  Partial<Pick<WinnersAndLosers, 'gain' | 'lose'>>

function peopleHeadline({ overall }: Impact, trans: TranslationBundle): Headline {
  const { shares, people, gain, lose }: OlderWinnersAndLosers = overall.winnersAndLosers
  const better = (shares?.gainMoreThan5Percent ?? 0) + (shares?.gainLessThan5Percent ?? 0)
  const worse = (shares?.loseMoreThan5Percent ?? 0) + (shares?.loseLessThan5Percent ?? 0)
  const gaining = people.gainMoreThan5Percent + people.gainLessThan5Percent
  const isSample = Object.values(people).reduce((sum, one) => sum + one, 0) < LEAST_IN_MILLIONS
  const millions = decimal(gaining / 1e6, 1)
  const inFull = isSample ? trans.__('%1 people', decimal(gaining, 0)) : undefined
  const [found, foundWorse] = [gain, lose].map(side => margin(side?.standardError))
  const points = (error: number) => decimal(error * 100, digitsFor(error * 100, 1, 2))
  return {
    name: 'people',
    label: trans.__('People better off'),
    value: percent(better),
    notes: [
      found === undefined
        ? (inFull ?? trans.__('%1 million people', millions))
        : trans.__('± %1 · %2', points(found), inFull ?? trans.__('%1 m people', millions)),
      foundWorse === undefined
        ? trans.__('worse off %1', percent(worse))
        : trans.__('worse off %1 ± %2', percent(worse), points(foundWorse)),
    ],
    tone: better > worse ? 'gain' : better < worse ? 'loss' : 'neutral',
  }
}

function incomeHeadline({ overall, currency }: Impact, trans: TranslationBundle): Headline {
  const { averageChange, relativeChange, meanBaseline, standardError } = overall
  const found = margin(standardError.averageChange)
  const relative = relativeChange === null ? '' : signedPercent(relativeChange, 2)
  return {
    name: 'income',
    label: trans.__('Average net income'),
    value: averageChange === null ? '–' : signedMoneyOf(averageChange, currency),
    notes: [
      found === undefined ? relative : trans.__('± %1 · %2', moneyOf(found, currency), relative),
      meanBaseline === null ? '' : trans.__('from %1', moneyOf(meanBaseline, currency)),
    ],
    tone: toneOf(averageChange ?? 0),
  }
}

function povertyHeadline(impact: Impact, trans: TranslationBundle): Headline[] {
  if (!hasPoverty(impact)) return []
  const anchored = impact.poverty.find(({ line }) => line === 'anchored')
  const { groups, label } = anchored ?? impact.poverty[0]!
  const [everybody, ...others] = groups
  const children = others.find(({ name }) => name === 'children')
  const { baseline, reform, change, standardError } = everybody!.rate
  const found = margin(standardError.change)
  const digits = digitsFor(found && found * 100, 2, 4)
  const points = change === null ? '' : signedDecimal(change * 100, digits)
  const share = (value: number) => percent(value)
  return [
    {
      name: 'poverty',
      label: trans.__('Poverty: %1', label),
      value: arrow(baseline, reform, share),
      notes: [
        found === undefined ? points : trans.__('%1 ± %2 points', points, decimal(found * 100, digits)),
        children ? trans.__('children %1', arrow(children.rate.baseline, children.rate.reform, share)) : '',
      ],
      tone: toneOf(-(change ?? 0)),
    },
  ]
}

/** Outcomes kept in notebooks may be older than poverty. */
export const hasPoverty = ({ poverty }: Partial<Pick<Impact, 'poverty'>>) => (poverty?.length ?? 0) > 0

function giniHeadline({ inequality: { gini } }: Impact, trans: TranslationBundle): Headline {
  const found = margin(gini.standardError.change)
  const digits = digitsFor(found, 4, 6)
  const change = gini.change === null ? '' : signedDecimal(gini.change, digits)
  return {
    name: 'gini',
    label: trans.__('Gini of net income'),
    value: arrow(gini.baseline, gini.reform, value => decimal(value, 3)),
    notes: [
      found === undefined ? change : trans.__('%1 ± %2', change, decimal(found, digits)),
      trans.__('0 equal, 1 unequal'),
    ],
    tone: 'neutral',
  }
}

function topShareHeadline({ inequality: { top10Share } }: Impact, trans: TranslationBundle): Headline {
  const found = margin(top10Share.standardError.change)
  const digits = digitsFor(found && found * 100, 2, 4)
  const change = top10Share.change === null ? '' : signedDecimal(top10Share.change * 100, digits)
  return {
    name: 'top10',
    label: trans.__('Income share of top 10 %'),
    value: arrow(top10Share.baseline, top10Share.reform, value => percent(value)),
    notes: [
      found === undefined ? change : trans.__('%1 ± %2', change, decimal(found * 100, digits)),
      trans.__('percentage points'),
    ],
    tone: 'neutral',
  }
}

function arrow(before: number | null, after: number | null, text: (value: number) => string): string {
  const [from, to] = [before, after].map(value => (value === null ? '–' : text(value)))
  return from === to ? from! : `${from!.replace(/ %$/, '')} → ${to}`
}

const toneOf = (value: number): Headline['tone'] => (value > 0 ? 'gain' : value < 0 ? 'loss' : 'neutral')
