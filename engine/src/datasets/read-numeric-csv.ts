/** Reads CSV files that hold numbers only, straight from their bytes: a header line, then one record a line. */
import { ReformlabError } from '../errors/index.ts'

export interface NumericTable {
  /** The file's name, for messages. */
  readonly file: string
  readonly count: number
  readonly columns: ReadonlyMap<string, Float64Array>
}

const comma = 0x2c
const newline = 0x0a
const carriageReturn = 0x0d
const minus = 0x2d
const zero = 0x30

/**
 * Every column of `bytes`, in the header's order.
 *
 * throws  E_DATASET_FILE when a line has more or fewer fields than the header, E_DATASET_VALUE for a field that
 *         is no finite number (row 0 is the first after the header)
 */
export function readNumericCsv(bytes: Uint8Array, file: string): NumericTable {
  const headerEnd = lineEnd(bytes, 0)
  const names = new TextDecoder().decode(bytes.subarray(0, headerEnd)).replace(/\r$/, '').split(',')
  if (new Set(names).size !== names.length || names.includes('')) {
    throw new ReformlabError('E_DATASET_FILE', { file, problem: 'its header lacks a name or repeats one' })
  }
  const count = countLines(bytes, headerEnd + 1)
  const columns = names.map(() => new Float64Array(count))
  let at = headerEnd + 1
  for (let row = 0; row < count; row++) {
    const end = lineEnd(bytes, at)
    const last = bytes[end - 1] === carriageReturn ? end - 1 : end
    for (let field = 0; field < names.length; field++) {
      const start = at
      while (at < last && bytes[at] !== comma) at++
      if (field < names.length - 1 !== at < last) {
        const problem = `row ${row} does not have ${names.length} fields`
        throw new ReformlabError('E_DATASET_FILE', { file, problem })
      }
      columns[field]![row] = parseField(bytes, start, at, names[field]!, row)
      at++
    }
    at = end + 1
  }
  return { file, count, columns: new Map(names.map((name, index) => [name, columns[index]!])) }
}

/** throws E_DATASET_FILE when `table` lacks `column` */
export function readColumn(table: NumericTable, column: string): Float64Array {
  const values = table.columns.get(column)
  if (values === undefined) {
    throw new ReformlabError('E_DATASET_FILE', { file: table.file, problem: `it has no column ${column}` })
  }
  return values
}

function parseField(bytes: Uint8Array, start: number, end: number, column: string, row: number): number {
  const negative = bytes[start] === minus
  const first = negative ? start + 1 : start
  let value = 0
  let plain = end > first && end - first <= 15
  for (let at = first; plain && at < end; at++) {
    const digit = bytes[at]! - zero
    if (digit < 0 || digit > 9) plain = false
    else value = value * 10 + digit
  }
  if (plain) return negative && value !== 0 ? -value : value
  const text = new TextDecoder().decode(bytes.subarray(start, end)).trim()
  const parsed = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(text) ? Number(text) : Number.NaN
  if (Number.isFinite(parsed)) return parsed
  throw new ReformlabError('E_DATASET_VALUE', {
    column,
    row,
    value: `"${text}"`,
    expected: 'a finite number',
  })
}

function lineEnd(bytes: Uint8Array, from: number): number {
  const end = bytes.indexOf(newline, from)
  return end === -1 ? bytes.length : end
}

function countLines(bytes: Uint8Array, from: number): number {
  let lines = 0
  for (let at = from; at < bytes.length; at = lineEnd(bytes, at) + 1) lines++
  return lines
}
