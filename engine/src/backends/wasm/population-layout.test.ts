import { expect, test } from 'vitest'
import { randomPopulation } from '../testing/random-population.ts'
import { randomProgram } from '../testing/random-program.ts'
import { rowsPerLine } from './binding.ts'
import { layOutPopulation, relationOffsets, toPopulation, toStorage } from './population-layout.ts'

const layOut = (counts: Record<string, number>, relations: Record<string, number[]>, tileRows: number) =>
  layOutPopulation(
    Object.keys(counts),
    Object.keys(relations).map(name => ({ name, from: name.split('.')[0]!, to: name.split('.')[1]! })),
    {
      entities: Object.fromEntries(
        Object.entries(counts).map(([name, count]) => [name, { count, columns: new Map() }]),
      ),
      relations: Object.fromEntries(
        Object.entries(relations).map(([name, ones]) => [name, Int32Array.from(ones)]),
      ),
    },
    tileRows,
  )

test('tiles never divide a group, whatever the relations', () => {
  for (let seed = 1; seed <= 60; seed++) {
    const program = randomProgram(seed, 5)
    const population = randomPopulation(program, seed, 200)
    const layout = layOutPopulation(program.entities, program.relations, population, 1 + (seed % 40))
    for (const { name, from, to } of program.relations) {
      const tileOf = (entity: string, row: number) => {
        const { rows } = layout.entities.get(entity)!
        let tile = 0
        while (rows[tile + 1]! <= row) tile++
        return tile
      }
      population.relations[name]!.forEach((group, member) => {
        expect(tileOf(from, member), `seed ${seed}, ${name}`).toBe(tileOf(to, group))
      })
    }
  }
})

test('every row is in one tile, and every tile begins at a cache line', () => {
  for (let seed = 1; seed <= 20; seed++) {
    const program = randomProgram(seed, 5)
    const population = randomPopulation(program, seed, 150)
    const layout = layOutPopulation(program.entities, program.relations, population, 16)
    for (const [name, { count, length, rows, storage }] of layout.entities) {
      expect(count).toBe(population.entities[name]!.count)
      expect([rows[0], rows.at(-1), storage[0], storage.at(-1)]).toEqual([0, count, 0, length])
      for (let tile = 0; tile < layout.tileCount; tile++) {
        const room = storage[tile + 1]! - storage[tile]!
        expect(storage[tile]! % rowsPerLine).toBe(0)
        expect(room - (rows[tile + 1]! - rows[tile]!)).toBeGreaterThanOrEqual(0)
        expect(room - (rows[tile + 1]! - rows[tile]!)).toBeLessThan(rowsPerLine)
        expect(room).toBeLessThanOrEqual(layout.largestTile)
      }
    }
  }
})

test('tiles have about the rows asked for where groups are small', () => {
  const ones = Array.from({ length: 10_000 }, (_, person) => person >> 1)
  const { tileCount, entities } = layOut({ person: 10_000, unit: 5000 }, { 'person.unit': ones }, 1000)
  expect(tileCount).toBe(10)
  expect([...entities.get('person')!.rows]).toEqual(Array.from({ length: 11 }, (_, t) => t * 1000))
})

test('entities that no relation joins are cut evenly, each by itself', () => {
  const { entities } = layOut({ person: 8, firm: 4 }, {}, 2)
  expect([...entities.get('person')!.rows]).toEqual([0, 2, 4, 6, 8])
  expect([...entities.get('firm')!.rows]).toEqual([0, 1, 2, 3, 4])
})

test('a group larger than a tile stays whole', () => {
  const { entities, largestTile } = layOut({ person: 40, unit: 2 }, { 'person.unit': Array(40).fill(1) }, 4)
  expect(new Set(entities.get('person')!.rows)).toEqual(new Set([0, 40]))
  expect(largestTile).toBe(40)
})

test('a population of nobody has one empty tile', () => {
  const { tileCount, entities } = layOut({ person: 0, unit: 0 }, { 'person.unit': [] }, 100)
  expect(tileCount).toBe(1)
  expect(entities.get('person')).toMatchObject({ count: 0, length: 0 })
})

test('relations that are not ascending, reach no group or miss members are refused', () => {
  const counts = { person: 3, unit: 2 }
  expect(() => layOut(counts, { 'person.unit': [1, 0, 1] }, 10)).toThrow('row 1')
  expect(() => layOut(counts, { 'person.unit': [0, 1, 2] }, 10)).toThrow('row 2')
  expect(() => layOut(counts, { 'person.unit': [0, 1] }, 10)).toThrow('one row for each person')
})

test('columns come back from storage as they were, and relations point to the group inside the tile', () => {
  const program = randomProgram(3, 5)
  const population = randomPopulation(program, 3, 300)
  const layout = layOutPopulation(program.entities, program.relations, population, 32)
  for (const { name, from, to } of program.relations) {
    const [members, groups] = [layout.entities.get(from)!, layout.entities.get(to)!]
    const offsets = relationOffsets(members, groups, population.relations[name]!)
    const groupNumbers = new Float64Array(groups.length)
    toStorage(
      groups,
      Float64Array.from({ length: groups.count }, (_, row) => row),
      groupNumbers,
    )
    const found = new Float64Array(members.length)
    for (let tile = 0; tile < layout.tileCount; tile++)
      for (let row = members.storage[tile]!; row < members.storage[tile + 1]!; row++)
        found[row] = groupNumbers[groups.storage[tile]! + offsets[row]! / 8]!
    expect([...toPopulation(members, found)]).toEqual([...population.relations[name]!])
  }
})

test('a column of the wrong length is refused', () => {
  const { entities } = layOut({ person: 3 }, {}, 10)
  const person = entities.get('person')!
  expect(() => toStorage(person, new Float64Array(2), new Float64Array(person.length))).toThrow('2 rows')
})
