import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { cacheFolder, requireCache, writeFolder } from './cache-folder.ts'

let work: string
beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'reformlab-'))
})
afterEach(() => rmSync(work, { recursive: true }))

test('the cache is where the environment says, else in the home folder', () => {
  expect(cacheFolder({ REFORMLAB_CACHE: '/a', XDG_CACHE_HOME: '/b' })).toBe('/a')
  expect(cacheFolder({ XDG_CACHE_HOME: '/b' })).toBe('/b/reformlab')
  expect(cacheFolder({})).toBe(join(homedir(), '.cache', 'reformlab'))
})

test('a folder appears with all its files, and replaces the one before', async () => {
  const folder = join(work, 'deep', 'folder')
  await writeFolder(folder, draft => writeFileSync(join(draft, 'old'), '1'))
  await writeFolder(folder, draft => writeFileSync(join(draft, 'new'), '2'))
  expect(readdirSync(folder)).toEqual(['new'])
  expect(readdirSync(join(work, 'deep'))).toEqual(['folder'])
})

test('a failure while filling leaves what was there, and nothing else', async () => {
  const folder = join(work, 'folder')
  await writeFolder(folder, draft => writeFileSync(join(draft, 'kept'), '1'))
  const failing = writeFolder(folder, draft => {
    writeFileSync(join(draft, 'half'), '2')
    throw new Error('disk full')
  })
  await expect(failing).rejects.toThrow('disk full')
  expect(readFileSync(join(folder, 'kept'), 'utf8')).toBe('1')
  expect(readdirSync(work)).toEqual(['folder'])
})

test('of writers at the same time one wins and the others do not fail', async () => {
  const folder = join(work, 'folder')
  const write = async (draft: string) => {
    await new Promise(resolve => setTimeout(resolve, 5))
    writeFileSync(join(draft, 'file'), 'same')
  }
  await Promise.all(Array.from({ length: 8 }, () => writeFolder(folder, write)))
  expect(existsSync(join(folder, 'file'))).toBe(true)
  expect(readdirSync(work)).toEqual(['folder'])
})

test('a cache folder is made where it is missing', () => {
  requireCache(join(work, 'a', 'b'))
  expect(existsSync(join(work, 'a', 'b'))).toBe(true)
})

test('a cache folder that cannot be made is reported with the way out', () => {
  writeFileSync(join(work, 'file'), '')
  expect(() => requireCache(join(work, 'file', 'cache'))).toThrow(
    expect.objectContaining({ code: 'E_DATASET_FETCH', remedy: expect.stringContaining('REFORMLAB_CACHE') }),
  )
})
