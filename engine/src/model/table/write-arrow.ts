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

export function writeArrow(table: Table, file: string): void {
  writeFileSync(file, arrowBytes(table))
}

/** An Arrow IPC file: Float64, Int64, Bool, and a dictionary of Utf8 for categories. Equal tables have equal bytes. */
export function arrowBytes({ columns }: Table): Uint8Array {
  const vectors = columns.map((column, place) => [column.title, vectorOf(column, place)])
  return tableToIPC(new ArrowTable(Object.fromEntries(vectors)), 'file')
}

function vectorOf({ kind, values, names }: TableColumn, place: number): Vector {
  if (kind === 'number') return makeVector(values)
  if (kind === 'integer') return makeVector(BigInt64Array.from(values, BigInt))
  if (kind === 'bool') return vectorFromArray(Array.from(values, value => value !== 0))
  const type = new Dictionary(new Utf8(), new Int8(), place)
  return vectorFromArray(
    Array.from(values, index => names![index]!),
    type,
  )
}
