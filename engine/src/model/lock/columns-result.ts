import type { Table, TableColumn } from '../table/table.ts'
import { sha256 } from './canonical-json.ts'

/** What a lock keeps of a table: of each column the SHA-256 of its doubles, least byte first, and their sum, in which a change shows. */
export function columnsResult({ rows, columns }: Table) {
  return { rows, columns: columns.map(columnResult) }
}

function columnResult({ title, kind, values, names }: TableColumn) {
  const bytes = new Uint8Array(values.length * Float64Array.BYTES_PER_ELEMENT)
  const view = new DataView(bytes.buffer)
  values.forEach((value, row) => {
    view.setFloat64(row * Float64Array.BYTES_PER_ELEMENT, value, true)
  })
  const sum = values.reduce((total, value) => total + value, 0)
  return { title, kind, ...(names && { names }), sha256: sha256(bytes), sum }
}
