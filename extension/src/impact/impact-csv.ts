/** An impact as one long table: a row for each number, with its standard error. */
import type { Impact } from '../engine/api-types.ts'

type Row = readonly [block: string, of: string, measure: string, value: number | null, error?: number | null]

const changes = ['baseline', 'reform', 'change'] as const

export function impactCsv(impact: Impact): string {
  const rows = impactRows(impact).map(row => [...row, ...Array<null>(5 - row.length).fill(null)])
  return csvText([['block', 'of', 'measure', 'value', 'standard_error'], ...rows])
}

type Cell = string | number | null | undefined

export function csvText(rows: readonly (readonly Cell[])[]): string {
  return rows.map(row => `${row.map(cellOf).join(',')}\n`).join('')
}

export function impactRows({ budget, programmes, groups, overall, poverty, inequality }: Impact): Row[] {
  const { total, taxes, benefits, byGovernment, standardError } = budget
  return [
    ['budget', 'total', 'change', total, standardError.total],
    ['budget', 'taxes', 'change', taxes, standardError.taxes],
    ['budget', 'benefits', 'change', benefits, standardError.benefits],
    ...Object.entries(byGovernment).map(
      ([name, change]): Row => ['government', name, 'change', change, standardError.byGovernment[name]],
    ),
    ...programmes.flatMap(({ name, standardError: error, ...programme }): Row[] => [
      ...(['baseline', 'reform', 'change', 'winners', 'losers'] as const).map(
        (measure): Row => ['programme', name, measure, programme[measure], error[measure]],
      ),
      ['programme', name, 'budgetaryImpact', programme.budgetaryImpact],
    ]),
    ...[...groups, overall].flatMap(({ label, winnersAndLosers, standardError: error, ...group }): Row[] => [
      ['group', label, 'people', group.people],
      ['group', label, 'totalBaseline', group.totalBaseline],
      ...(['meanBaseline', 'averageChange', 'relativeChange', 'totalChange'] as const).map(
        (measure): Row => ['group', label, measure, group[measure], error[measure]],
      ),
      ...Object.entries(winnersAndLosers.shares ?? {}).map(
        ([bin, share]): Row => [
          'group',
          label,
          bin,
          share,
          winnersAndLosers.standardError[bin as keyof typeof winnersAndLosers.standardError],
        ],
      ),
    ]),
    ...poverty.flatMap(({ name, line, groups: byAge }) =>
      byAge.flatMap(({ name: group, poor, rate, deepRate, gap, squaredGap }): Row[] =>
        Object.entries({ poor, rate, deepRate, gap, squaredGap }).flatMap(
          ([measure, { standardError: error, ...values }]) =>
            changes.map(
              (one): Row => [
                'poverty',
                `${name}.${line}.${group}`,
                `${measure}.${one}`,
                values[one],
                error[one],
              ],
            ),
        ),
      ),
    ),
    ...Object.entries(inequality).flatMap(([name, { standardError: error, ...measure }]): Row[] =>
      changes.map((one): Row => ['inequality', name, one, measure[one], error[one]]),
    ),
  ]
}

function cellOf(value: Cell): string {
  if (value === null || value === undefined) return ''
  const text = String(value)
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
