/** Writes a table in the format its file's name asks for, whole or not at all. */
import { extname } from 'node:path'
import { ReformlabError } from '../../errors/index.ts'
import type { Table } from './table.ts'
import { writeWhole } from './write-whole.ts'

type Writer = (table: Table, file: string) => void | Promise<void>

/** Loaded when used: a format costs nothing to those who write another. */
const writers: Readonly<Record<string, () => Promise<Writer>>> = {
  '.csv': async () => (await import('./write-csv.ts')).writeCsv,
  '.parquet': async () => (await import('./write-parquet.ts')).writeParquet,
  '.arrow': async () => (await import('./write-arrow.ts')).writeArrow,
}

/** Throws `E_OUTPUT_FORMAT` for a file of another kind. */
export function checkFormat(file: string): void {
  if (!Object.hasOwn(writers, extname(file).toLowerCase()))
    throw new ReformlabError('E_OUTPUT_FORMAT', { file })
}

/** Throws `E_OUTPUT_FORMAT`, `E_FILE_WRITE`. */
export async function writeTable(table: Table, file: string): Promise<void> {
  checkFormat(file)
  const write = await writers[extname(file).toLowerCase()]!()
  await writeWhole(file, draft => write(table, draft))
}
