import type { Table, TableColumn } from '../table/table.ts'
import type { EarningsGrid } from './earnings-grid.ts'
import type { Grid, GridValues } from './grid-values.ts'

/** A grid as rows for a file, the first income moving fastest. What is of the reform, or a change, says so in its title. */
export function gridTable({ first, second, components, baseline, reform, change }: EarningsGrid): Table {
  const [width, height] = [first.amounts.length, second.amounts.length]
  const column = (title: string, at: (y: number, x: number) => number): TableColumn => ({
    ...{ title, kind: 'number' },
    values: Float64Array.from({ length: width * height }, (_, i) => at(Math.floor(i / width), i % width)),
  })
  const ofLaw = (prefix: string, values: GridValues | undefined) => {
    if (!values) return []
    const grids: (readonly [string, Grid])[] = [
      ['household_net_income', values.netIncome],
      ['marginal_rate_left', values.marginalRates.left],
      ['marginal_rate_right', values.marginalRates.right],
      ...components.map(({ name }) => [name, values.components[name]!] as const),
    ]
    return grids.map(([title, grid]) => column(`${prefix}${title}`, (y, x) => grid[y]![x]!))
  }
  return {
    rows: width * height,
    columns: [
      column(`${first.record}.${first.income}`, (_, x) => first.amounts[x]!),
      column(`${second.record}.${second.income}`, y => second.amounts[y]!),
      ...ofLaw('', baseline),
      ...ofLaw('reform.', reform),
      ...ofLaw('change.', change),
    ],
  }
}
