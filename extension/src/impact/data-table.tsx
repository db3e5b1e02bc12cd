import { memo } from 'react'
import type { Table } from './charts/figure.ts'

export interface DataTableProps {
  readonly caption: string
  readonly table: Table
}

/** Numbers in rows; the first column names them. */
export const DataTable = memo(function DataTable({ caption, table: { columns, rows } }: DataTableProps) {
  return (
    <table className="rl-Table">
      <caption className="rl-VisuallyHidden">{caption}</caption>
      <thead>
        <tr>
          {columns.map(column => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, ...cells], index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no names of their own and do not move.
          <tr key={index}>
            <th scope="row">{name}</th>
            {cells.map((cell, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its column.
              <td key={at}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
})
