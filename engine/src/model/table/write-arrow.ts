import { writeFileSync } from 'node:fs'
import {
  Table as ArrowTable,
  Dictionary,
  Int8,
  makeVector,
  tableToIPC,
  Utf8,
  type Vector,
  vectorFromArray,
} from 'apache-arrow'
import type { Table, TableColumn } from './table.ts'

/** An Arrow IPC file: Float64, Int64, Bool, and a dictionary of Utf8 for categories. */
export function writeArrow({ columns }: Table, file: string): void {
  const table = new ArrowTable(Object.fromEntries(columns.map(column => [column.title, vectorOf(column)])))
  writeFileSync(file, tableToIPC(table, 'file'))
}

function vectorOf({ kind, values, names }: TableColumn): Vector {
  if (kind === 'number') return makeVector(values)
  if (kind === 'integer') return makeVector(BigInt64Array.from(values, BigInt))
  if (kind === 'bool') return vectorFromArray(Array.from(values, value => value !== 0))
  const type = new Dictionary(new Utf8(), new Int8())
  return vectorFromArray(
    Array.from(values, index => names![index]!),
    type,
  )
}
