/** A comparison as one wide table: a row for each number, a value and a standard error for each reform. */
import type { Impact } from '../engine/api-types.ts'
import { csvText, impactRows } from '../impact/impact-csv.ts'

export interface NamedImpact {
  readonly title: string
  readonly impact: Impact
}

export function compareCsv(reforms: readonly NamedImpact[]): string {
  const columns = reforms.map(({ impact }) => new Map(impactRows(impact).map(row => [keyOf(row), row])))
  const rows = new Map(reforms.flatMap(({ impact }) => impactRows(impact).map(row => [keyOf(row), row])))
  return csvText([
    ['block', 'of', 'measure', ...reforms.flatMap(({ title }) => [title, `${title}: standard error`])],
    ...[...rows].map(([key, [block, of, measure]]) => [
      ...[block, of, measure],
      ...columns.flatMap(column => {
        const [, , , value, error] = column.get(key) ?? []
        return [value, error]
      }),
    ]),
  ])
}

const keyOf = ([block, of, measure]: readonly unknown[]) => JSON.stringify([block, of, measure])
