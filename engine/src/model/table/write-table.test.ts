import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { tableFromIPC } from 'apache-arrow'
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet'
import { afterAll, expect, test } from 'vitest'
import type { Table } from './table.ts'
import { writeTable } from './write-table.ts'

const folder = mkdtempSync(join(tmpdir(), 'reformlab-tables-'))
afterAll(() => rmSync(folder, { recursive: true }))

const amounts = [0.1 + 0.2, -1 / 3, 1e21, 5e-324, 123456789.01]
const table: Table = {
  rows: 5,
  columns: [
    { title: 'RECID', kind: 'integer', values: Float64Array.of(1, 2, 3, 4, 9007199254740991) },
    { title: 'head.income', kind: 'number', values: Float64Array.from(amounts) },
    {
      title: 'status',
      kind: 'category',
      values: Float64Array.of(0, 1, 1, 0, 1),
      names: ['single', 'joint, "or so"'],
    },
    { title: 'blind', kind: 'bool', values: Float64Array.of(1, 0, 0, 0, 1) },
  ],
}
const statuses = ['single', 'joint, "or so"', 'joint, "or so"', 'single', 'joint, "or so"']

test('CSV quotes what needs it and has the fewest digits that read back exactly', async () => {
  const file = join(folder, 'a.csv')
  await writeTable(table, file)
  const text = readFileSync(file, 'utf8')
  expect(text.split('\r\n').slice(0, 3)).toEqual([
    'RECID,head.income,status,blind',
    '1,0.30000000000000004,single,true',
    '2,-0.3333333333333333,"joint, ""or so""",false',
  ])
  expect(text.endsWith('\r\n')).toBe(true)
  expect(
    text
      .split('\r\n')
      .slice(1, 6)
      .map(line => Number(line.split(',')[1])),
  ).toEqual(amounts)
})

test('Parquet reads back as doubles, whole numbers, conditions and texts', async () => {
  const file = join(folder, 'a.parquet')
  await writeTable(table, file)
  const rows = await parquetReadObjects({ file: await asyncBufferFromFile(file) })
  expect(rows.map(row => row['head.income'])).toEqual(amounts)
  expect(rows.map(row => row.status)).toEqual(statuses)
  expect(rows.map(row => row.blind)).toEqual([true, false, false, false, true])
  expect(rows[4]!.RECID).toBe(9007199254740991n)
})

test('Arrow reads back as doubles, whole numbers, conditions and a dictionary', async () => {
  const file = join(folder, 'a.arrow')
  await writeTable(table, file)
  const read = tableFromIPC(readFileSync(file))
  expect(read.schema.fields.map(field => `${field.name}: ${field.type}`)).toEqual([
    'RECID: Int64',
    'head.income: Float64',
    'status: Dictionary<Int8, Utf8>',
    'blind: Bool',
  ])
  expect([...read.getChild('head.income')!]).toEqual(amounts)
  expect([...read.getChild('status')!]).toEqual(statuses)
  expect([...read.getChild('blind')!]).toEqual([true, false, false, false, true])
})

test('a file of another kind, and one that cannot be written, are refused and leave nothing', async () => {
  await expect(writeTable(table, join(folder, 'a.xlsx'))).rejects.toMatchObject({ code: 'E_OUTPUT_FORMAT' })
  await expect(writeTable(table, join(folder, 'none', 'a.csv'))).rejects.toMatchObject({
    code: 'E_FILE_WRITE',
  })
  expect(readdirSync(folder).filter(name => !/^a\.(csv|parquet|arrow)$/.test(name))).toEqual([])
})
