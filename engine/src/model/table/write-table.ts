/** Writes a table in the format its file's name asks for, whole or not at all. */
import { renameSync, rmSync } from 'node:fs'
import { extname } from 'node:path'
import { ReformlabError } from '../../errors/index.ts'
import type { Table } from './table.ts'

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
  const draft = `${file}.${process.pid}.tmp`
  try {
    await write(table, draft)
    renameSync(draft, file)
  } catch (error) {
    rmSync(draft, { force: true })
    throw isSystemError(error)
      ? new ReformlabError('E_FILE_WRITE', { file, problem: problemOf(error) })
      : error
  }
}

const isSystemError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'syscall' in error

function problemOf({ code, message }: NodeJS.ErrnoException): string {
  if (code === 'ENOENT') return 'its folder does not exist'
  if (code === 'EACCES' || code === 'EROFS') return 'permission denied'
  if (code === 'ENOSPC') return 'the disk is full'
  if (code === 'EISDIR' || code === 'ENOTEMPTY') return 'it is a folder'
  return message
}
