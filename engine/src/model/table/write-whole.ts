import { renameSync, rmSync } from 'node:fs'
import { ReformlabError } from '../../errors/index.ts'

/** Has `write` write a draft that then takes the place of `file`; nothing is left behind where it fails. Throws `E_FILE_WRITE`. */
export async function writeWhole(
  file: string,
  write: (draft: string) => void | Promise<void>,
): Promise<void> {
  const draft = `${file}.${process.pid}.tmp`
  try {
    await write(draft)
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
