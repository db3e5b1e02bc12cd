import { parquetWriteFile } from 'hyparquet-writer'
import type { Table, TableColumn } from './table.ts'

/** Parquet: DOUBLE, INT64, BOOLEAN, and STRING for categories. */
export function writeParquet({ columns }: Table, file: string): void {
  parquetWriteFile({
    filename: file,
    columnData: columns.map(column => ({ name: column.title, ...dataOf(column) })),
  })
}

function dataOf({ kind, values, names }: TableColumn) {
  if (kind === 'number') return { type: 'DOUBLE', data: values } as const
  if (kind === 'integer') return { type: 'INT64', data: BigInt64Array.from(values, BigInt) } as const
  if (kind === 'bool') return { type: 'BOOLEAN', data: Array.from(values, value => value !== 0) } as const
  return { type: 'STRING', data: Array.from(values, index => names![index]!) } as const
}
