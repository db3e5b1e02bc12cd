/**
 * Keeps what was compiled from a law between runs, under the hash of everything it was compiled from. A file that cannot
 * be read is as good as none; a folder that cannot be written is no reason to fail.
 */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import { cacheFolder } from '../datasets/cache-folder.ts'

const KEPT = 4
const NAME = /^model-\w+\.bin$/

export function readCached<T>(key: string, folder = cacheFolder()): T | undefined {
  try {
    return deserialize(readFileSync(fileOf(key, folder))) as T
  } catch {
    return undefined
  }
}

/** Writes the file whole or not at all, and drops all but the newest few. */
export function writeCached(key: string, value: unknown, folder = cacheFolder()): void {
  const draft = `${fileOf(key, folder)}.${process.pid}.tmp`
  try {
    mkdirSync(folder, { recursive: true })
    writeFileSync(draft, serialize(value))
    renameSync(draft, fileOf(key, folder))
    for (const old of filesByAge(folder).slice(KEPT)) rmSync(old, { force: true })
  } catch {
    removeIfThere(draft)
  }
}

function removeIfThere(file: string): void {
  try {
    rmSync(file, { force: true })
  } catch {
    // Not even its folder is one: nothing was written.
  }
}

const fileOf = (key: string, folder: string) => join(folder, `model-${key}.bin`)

function filesByAge(folder: string): string[] {
  return readdirSync(folder)
    .filter(name => NAME.test(name))
    .map(name => join(folder, name))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)
}
