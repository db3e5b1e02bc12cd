/** The rows of a comparison: a number of each reform, with its 95 % interval. */
import type { TranslationBundle } from '@jupyterlab/translation'
import type { Impact } from '../engine/api-types.ts'
import { depthOf } from '../impact/charts/budget-figure.ts'
import { incomeGroups } from '../impact/charts/decile-figures.ts'
import {
  decimal,
  digitsFor,
  margin,
  moneyOf,
  percent,
  signedDecimal,
  signedMoneyOf,
} from '../impact/numbers.ts'

export interface CompareCell {
  readonly value: string
  /** `± …`; empty where it is not known. */
  readonly error: string
  readonly tone: 'gain' | 'loss' | 'neutral'
}

export interface CompareRow {
  readonly name: string
  /** How deep it is a part of others. */
  readonly depth: number
  /** One a reform; undefined where it has no such number, or none yet. */
  readonly cells: readonly (CompareCell | undefined)[]
}

export interface CompareSection {
  readonly title: string
  readonly rows: readonly CompareRow[]
}

/** What a cell is made of: the number, its standard error, and how it is written. */
interface Entry {
  readonly value: number | null
  readonly error?: number | null | undefined
  /** 1 where more is better for who is meant, −1 where less is; 0 where neither. */
  readonly good?: -1 | 0 | 1
  readonly text: (value: number, margin: number | undefined) => string
  readonly errorText: (margin: number) => string
}

/** `impacts` in the order of the columns; undefined for what has not been computed. */
export function compareSections(
  impacts: readonly (Impact | undefined)[],
  trans: TranslationBundle,
): CompareSection[] {
  const row: MakeRow = (name, of, depth = 0) => ({
    ...{ name, depth },
    cells: impacts.map(impact => {
      const entry = impact && of(impact)
      return entry && cellOf(entry)
    }),
  })
  const known = impacts.filter(impact => impact !== undefined)
  return [
    {
      title: trans.__('Budget, a year (plus: government gains)'),
      rows: [
        row(trans.__('Net'), ({ budget, currency }) =>
          amount(currency, budget.total, budget.standardError.total, 1),
        ),
        ...programmeRows(known, row),
      ],
    },
    {
      title: trans.__('Who gains, who loses, percent of people'),
      rows: [
        row(trans.__('Better off'), ({ overall }) => share(overall.winnersAndLosers.gain)),
        row(trans.__('Worse off'), ({ overall }) => share(overall.winnersAndLosers.lose)),
      ],
    },
    {
      title: trans.__('Change in net income, average a year'),
      rows: [
        ...groupRows(known, row),
        row(trans.__('Everybody'), ({ overall, currency }) =>
          amount(currency, overall.averageChange, overall.standardError.averageChange, 1),
        ),
      ],
    },
    { title: trans.__('Change of poverty, points'), rows: povertyRows(known, row, trans) },
    {
      title: trans.__('Change of inequality'),
      rows: [
        row(trans.__('Gini coefficient'), ({ inequality: { gini } }) =>
          points(gini.change, gini.standardError.change, 1, [4, 6]),
        ),
        row(trans.__('Income share of top 10 %, points'), ({ inequality: { top10Share } }) =>
          points(top10Share.change, top10Share.standardError.change, 100, [2, 4]),
        ),
      ],
    },
  ].filter(({ rows }) => rows.length > 0)
}

type MakeRow = (name: string, of: (impact: Impact) => Entry | undefined, depth?: number) => CompareRow

/** Programmes that any of the reforms changes, in the law's order, parts marked. */
function programmeRows(known: readonly Impact[], row: MakeRow): CompareRow[] {
  const all = known[0]?.programmes ?? []
  const isChanged = (name: string) =>
    known.some(({ programmes }) => programmes.some(one => one.name === name && one.changed))
  return all
    .filter(({ name }) => isChanged(name))
    .map(programme =>
      row(
        programme.label,
        ({ programmes, currency }) => {
          const own = programmes.find(({ name }) => name === programme.name)
          return own && amount(currency, own.budgetaryImpact, own.standardError.change, 1)
        },
        1 + depthOf(programme, all),
      ),
    )
}

function groupRows(known: readonly Impact[], row: MakeRow): CompareRow[] {
  return (known[0] ? incomeGroups(known[0]) : []).map(({ label }) =>
    row(label, impact => {
      const group = incomeGroups(impact).find(one => one.label === label)
      return group && amount(impact.currency, group.averageChange, group.standardError.averageChange, 1)
    }),
  )
}

function povertyRows(known: readonly Impact[], row: MakeRow, trans: TranslationBundle): CompareRow[] {
  const lines = (known[0]?.poverty ?? []).filter(({ line }) => line !== 'contemporaneous')
  return lines.flatMap(({ name, line, label, groups }) =>
    groups
      .filter((group, at) => at === 0 || group.name === 'children')
      .map(group =>
        row(trans.__('%1: %2', label, group.label.toLowerCase()), ({ poverty }) => {
          const rate = poverty
            .find(one => one.name === name && one.line === line)
            ?.groups.find(one => one.name === group.name)?.rate
          return rate && points(rate.change, rate.standardError.change, 100, [2, 4], -1)
        }),
      ),
  )
}

const amount = (
  currency: string,
  value: number | null,
  error: number | null | undefined,
  good: Entry['good'],
): Entry => ({
  ...{ value, error, good },
  text: change => signedMoneyOf(change, currency),
  errorText: found => moneyOf(found, currency),
})

const share = (of: Impact['overall']['winnersAndLosers']['gain'] | undefined): Entry | undefined =>
  of && {
    value: of.share,
    error: of.standardError,
    text: value => percent(value),
    errorText: found => decimal(found * 100, digitsFor(found * 100, 1, 2)),
  }

function points(
  value: number | null,
  error: number | null | undefined,
  scale: number,
  [least, most]: readonly [number, number],
  good: Entry['good'] = 0,
): Entry {
  const digits = (found: number | undefined) => digitsFor(found && found * scale, least, most)
  return {
    ...{ value, error, good },
    text: (change, found) => signedDecimal(change * scale, digits(found)),
    errorText: found => decimal(found * scale, digits(found)),
  }
}

function cellOf({ value, error, good = 0, text, errorText }: Entry): CompareCell {
  if (value === null) return { value: '–', error: '', tone: 'neutral' }
  const found = margin(error)
  const direction = Math.sign(value) * good
  return {
    value: text(value, found),
    error: found === undefined || found === 0 ? '' : `± ${errorText(found)}`,
    tone: direction > 0 ? 'gain' : direction < 0 ? 'loss' : 'neutral',
  }
}
