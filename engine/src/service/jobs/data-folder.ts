/** Where an engine keeps jobs and results between runs, and how it keeps other engines out. */
import { accessSync, constants, mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { ReformlabError } from '../../errors/index.ts'

/** `$REFORMLAB_DATA`, else `$XDG_DATA_HOME/reformlab`, else `~/.local/share/reformlab`. */
export function dataFolder(environment: NodeJS.ProcessEnv = process.env): string {
  if (environment.REFORMLAB_DATA) return resolve(environment.REFORMLAB_DATA)
  if (environment.XDG_DATA_HOME) return resolve(environment.XDG_DATA_HOME, 'reformlab')
  return join(homedir(), '.local', 'share', 'reformlab')
}

/** Where PGlite has its files. */
export const storeIn = (folder: string) => join(folder, 'store')

/** Makes `folder` where it is missing. Throws E_DATA_FOLDER when it cannot be made or written. */
export function requireFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    accessSync(folder, constants.W_OK)
  } catch (error) {
    const problem = `it cannot be written (${(error as NodeJS.ErrnoException).code})`
    throw new ReformlabError('E_DATA_FOLDER', { folder, problem })
  }
}

/**
 * Takes `folder` for this engine, until the function it answers is called or the process ends, however it ends: the lock is
 * one of the operating system's, which SQLite knows how to take on each.
 *
 * throws  E_DATA_FOLDER when another engine has it
 */
export function lockFolder(folder: string): () => void {
  const lock = new DatabaseSync(join(folder, 'lock'))
  try {
    lock.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE')
  } catch {
    lock.close()
    throw new ReformlabError('E_DATA_FOLDER', { folder, problem: 'another engine uses it' })
  }
  return () => lock.close()
}
