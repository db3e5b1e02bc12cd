import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Population } from './population.ts'
import { readPopulation, writePopulation } from './population-store.ts'
import { samplePopulation } from './sample/sample-population.ts'

const work = mkdtempSync(join(tmpdir(), 'reformlab-'))
const folder = join(work, 'population')
const population = samplePopulation()

beforeAll(() => writePopulation(folder, 'recipe', population))
afterAll(() => rmSync(work, { recursive: true }))

const columnsOf = ({ entities }: Population) =>
  Object.entries(entities).flatMap(([entity, { columns }]) =>
    [...columns].map(([name, values]) => [entity, name, values] as const),
  )

test('what was written is what is read, in the same types', async () => {
  const read = (await readPopulation(folder, 'recipe'))!
  expect(columnsOf(read)).toEqual(columnsOf(population))
  expect(read.relations).toEqual(population.relations)
  expect(read.weights).toEqual(population.weights)
  expect(read.growthFactors).toEqual(population.growthFactors)
})

test('the same content has the same hash', async () => {
  const again = join(work, 'again')
  await writePopulation(again, 'recipe', population)
  expect((await readPopulation(again, 'recipe'))!.hash).toBe((await readPopulation(folder, 'recipe'))!.hash)
})

test('nothing but the finished folders is left', () => {
  expect(readdirSync(work).sort()).toEqual(['again', 'population'])
})

test('a population of another recipe is not read', async () => {
  expect(await readPopulation(folder, 'other recipe')).toBeUndefined()
})

test('where nothing lies, nothing is read', async () => {
  expect(await readPopulation(join(work, 'nowhere'), 'recipe')).toBeUndefined()
})

test('one altered byte in any file is noticed', async () => {
  for (const name of readdirSync(folder)) {
    const whole = readFileSync(join(folder, name))
    const broken = Buffer.from(whole)
    broken[broken.length >> 1]! ^= 1
    writeFileSync(join(folder, name), broken)
    expect(await readPopulation(folder, 'recipe'), name).toBeUndefined()
    writeFileSync(join(folder, name), whole)
  }
  expect(await readPopulation(folder, 'recipe')).toBeDefined()
})
