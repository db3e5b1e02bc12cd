import type { DatasetRows } from '../../model/index.ts'
import type { TableColumn } from '../../model/table/table.ts'
import type { Answer } from '../operation.ts'

type Cell = Answer<'listRows'>['rows'][number][number]

/** Rows as they go out: their cells, and beside them what they weigh. */
export function jsonRows({
  columns,
  table,
}: DatasetRows): Pick<Answer<'listRows'>, 'columns' | 'rows' | 'weights'> {
  const cells = table.columns.slice(0, -1).map(cellOf)
  return {
    columns,
    rows: Array.from({ length: table.rows }, (_, row) => cells.map(cell => cell(row))),
    weights: [...table.columns.at(-1)!.values],
  }
}

function cellOf({ kind, values, names }: TableColumn): (row: number) => Cell {
  if (kind === 'bool') return row => values[row] !== 0
  if (kind === 'category') return row => names![values[row]!]!
  return row => values[row]!
}
