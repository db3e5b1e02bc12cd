/** Where fetched and rebuilt data live between runs, and how files get there whole or not at all. */
import { randomUUID } from 'node:crypto'
import { accessSync, constants, mkdirSync, renameSync, rmSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { ReformlabError } from '../errors/index.ts'

/** `$REFORMLAB_CACHE`, else `$XDG_CACHE_HOME/reformlab`, else `~/.cache/reformlab`. */
export function cacheFolder(environment: NodeJS.ProcessEnv = process.env): string {
  if (environment.REFORMLAB_CACHE) return resolve(environment.REFORMLAB_CACHE)
  if (environment.XDG_CACHE_HOME) return resolve(environment.XDG_CACHE_HOME, 'reformlab')
  return join(homedir(), '.cache', 'reformlab')
}

/**
 * Makes the cache folder where it is missing.
 *
 * throws  E_DATASET_FETCH when it cannot be made or written
 */
export function requireCache(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK)
  } catch (error) {
    const problem = `the cache folder ${folder} cannot be written (${(error as NodeJS.ErrnoException).code})`
    const cure = 'Set REFORMLAB_CACHE to a folder you can write.'
    throw new ReformlabError('E_DATASET_FETCH', { what: 'the population data', problem, cure })
  }
}

/**
 * Fills a new folder beside `folder` and renames it into place, replacing what stood there.
 * When `fill` throws, nothing is left behind; when another process got there first, its folder is replaced
 * by one of the same content.
 */
export async function writeFolder(
  folder: string,
  fill: (draft: string) => Promise<void> | void,
): Promise<void> {
  const draft = `${folder}.${process.pid}-${randomUUID().slice(0, 8)}.tmp`
  const replaced = `${draft}.old`
  mkdirSync(dirname(folder), { recursive: true })
  mkdirSync(draft)
  try {
    await fill(draft)
    moveAway(folder, replaced)
    renameSync(draft, folder)
  } catch (error) {
    if (!isOccupied(error)) throw error
  } finally {
    rmSync(draft, { recursive: true, force: true })
    rmSync(replaced, { recursive: true, force: true })
  }
}

function moveAway(folder: string, to: string): void {
  try {
    renameSync(folder, to)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
}

/** Another process renamed its finished folder into place between our two renames: theirs serves. */
function isOccupied(error: unknown): boolean {
  const { code, syscall } = error as NodeJS.ErrnoException
  return syscall === 'rename' && (code === 'ENOTEMPTY' || code === 'EEXIST')
}
