import { spawn } from 'node:child_process'
import fs, { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { dataFolder, lockFolder, requireFolder } from './data-folder.ts'
import { openPglite } from './open-pglite.ts'
import { ResultStore } from './result-store.ts'

const folder = mkdtempSync(join(tmpdir(), 'reformlab-data-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('it is where the environment says', () => {
  expect(dataFolder({ REFORMLAB_DATA: '/a', XDG_DATA_HOME: '/b' })).toBe('/a')
  expect(dataFolder({ XDG_DATA_HOME: '/b' })).toBe('/b/reformlab')
  expect(dataFolder({})).toMatch(/\/\.local\/share\/reformlab$/)
})

test('one engine has it, until it ends, however it ends', async () => {
  const busy = expect.objectContaining({
    code: 'E_DATA_FOLDER',
    details: { folder, problem: 'another engine uses it' },
  })
  const unlock = lockFolder(folder)
  expect(() => lockFolder(folder)).toThrow(busy)
  unlock()
  const module = fileURLToPath(new URL('data-folder.ts', import.meta.url))
  const script = `import { lockFolder } from ${JSON.stringify(module)}
    globalThis.unlock = lockFolder(${JSON.stringify(folder)}); console.log('locked'); setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script])
  const ended = new Promise(resolve => child.once('close', resolve))
  await new Promise(resolve => child.stdout.once('data', resolve))
  expect(() => lockFolder(folder)).toThrow(busy)
  child.kill('SIGKILL')
  await ended
  lockFolder(folder)()
})

test('one that cannot be made or read is refused in words', async () => {
  const file = join(folder, 'file')
  writeFileSync(file, '')
  expect(() => requireFolder(join(file, 'below'))).toThrow(expect.objectContaining({ code: 'E_DATA_FOLDER' }))
  const broken = join(folder, 'broken')
  requireFolder(join(broken, 'store'))
  writeFileSync(join(broken, 'store', 'PG_VERSION'), '99')
  await expect(openPglite(broken)).rejects.toMatchObject({ code: 'E_DATA_FOLDER' })
}, 60_000)

test('a store that was being made when its engine was killed is made anew, and its commits are on the disk', async () => {
  const killed = join(folder, 'killed')
  requireFolder(join(killed, 'store.draft'))
  writeFileSync(join(killed, 'store.draft', 'PG_VERSION'), '18')
  const database = await openPglite(killed)
  expect(existsSync(join(killed, 'store.draft'))).toBe(false)
  await database.query('CREATE TABLE numbers (number integer)')
  const sync = fs.fsyncSync
  let synced = 0
  fs.fsyncSync = file => {
    synced++
    sync(file)
  }
  syncBuiltinESMExports()
  try {
    for (let i = 1; i <= 3; i++) {
      await database.query('INSERT INTO numbers VALUES ($1::integer)', [i])
      expect(synced).toBeGreaterThanOrEqual(i)
    }
  } finally {
    fs.fsyncSync = sync
    syncBuiltinESMExports()
    await database.close()
  }
}, 60_000)

test('results are files by their hash, written whole, and a damaged one is found and written anew', async () => {
  const asked: string[] = []
  const results = new ResultStore(folder, {
    query: async text => {
      asked.push(text)
      return []
    },
  })
  const bytes = new TextEncoder().encode('{"a":1}')
  const hash = await results.put(bytes)
  expect(hash).toBe('015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862')
  expect(await Promise.all([results.put(bytes), results.put(bytes)])).toEqual([hash, hash])
  expect(readdirSync(join(folder, 'results'))).toEqual([hash])
  writeFileSync(join(folder, 'results', hash), '{"a":2}')
  await expect(results.read(hash)).rejects.toMatchObject({ code: 'E_RESULT_LOST' })
  expect(asked).toEqual(['DELETE FROM engine_results WHERE hash = $1'])
  await results.put(bytes)
  const text: Buffer[] = []
  for await (const part of await results.read(hash)) text.push(Buffer.from(part))
  expect(Buffer.concat(text).toString()).toBe('{"a":1}')
})
