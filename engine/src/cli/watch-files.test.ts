import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { changesOf } from './watch-files.ts'

test('a file that is written, or replaced by one of its name, is noticed once; its neighbours are not', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'reformlab-watch-'))
  const file = join(folder, 'a.yaml')
  writeFileSync(file, '1')
  const changes = changesOf([file])
  let seen = 0
  const next = () => changes.next().then(() => seen++)
  const settled = () => new Promise(resolve => setTimeout(resolve, 250))

  let waiting = next()
  writeFileSync(join(folder, 'b.yaml'), 'x')
  await settled()
  expect(seen).toBe(0)

  writeFileSync(file, '2')
  writeFileSync(file, '3')
  await waiting
  waiting = next()
  await settled()
  expect(seen).toBe(1)

  writeFileSync(join(folder, 'draft'), '4')
  renameSync(join(folder, 'draft'), file)
  await waiting
  expect(seen).toBe(2)
  await changes.return(undefined)
  rmSync(folder, { recursive: true })
})
