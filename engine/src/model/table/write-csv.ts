import { closeSync, openSync, writeSync } from 'node:fs'
import type { Table, TableColumn } from './table.ts'

const ROWS_AT_ONCE = 8192

/** RFC 4180, with a header; numbers in the fewest digits that read back exactly, conditions as true and false. */
export function writeCsv(table: Table, file: string): void {
  const out = openSync(file, 'w')
  try {
    for (const part of csvParts(table)) writeSync(out, part)
  } finally {
    closeSync(out)
  }
}

/** The file's text, some thousand lines at a time. */
export function* csvParts({ rows, columns }: Table): Generator<string> {
  yield `${columns.map(({ title }) => quoted(title)).join(',')}\r\n`
  const cells = columns.map(cellOf)
  for (let start = 0; start < rows; start += ROWS_AT_ONCE) {
    const lines: string[] = []
    for (let row = start; row < Math.min(rows, start + ROWS_AT_ONCE); row++)
      lines.push(cells.map(cell => cell(row)).join(','))
    yield `${lines.join('\r\n')}\r\n`
  }
}

function cellOf({ kind, values, names }: TableColumn): (row: number) => string {
  if (kind === 'bool') return row => String(values[row] !== 0)
  if (kind === 'category') {
    const texts = names!.map(quoted)
    return row => texts[values[row]!] ?? ''
  }
  return row => String(values[row])
}

const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
