import { expect, test } from 'vitest'
import { arrangeRows } from './arrange-rows.ts'

const arrange = (
  counts: Record<string, number>,
  relations: Record<string, number[]>,
  states?: number[],
  tileRows?: number,
) =>
  arrangeRows(
    Object.keys(counts),
    Object.keys(relations).map(name => ({ name, from: name.split('.')[0]!, to: name.split('.')[1]! })),
    {
      entities: Object.fromEntries(
        Object.entries(counts).map(([name, count]) => {
          const columns = new Map(
            states && name === 'household' ? [['state', Float64Array.from(states)]] : [],
          )
          return [name, { count, columns }]
        }),
      ),
      relations: Object.fromEntries(
        Object.entries(relations).map(([name, ones]) => [name, Int32Array.from(ones)]),
      ),
    },
    states && { entity: 'household', name: 'state' },
    tileRows,
  )

test('rows of one state follow each other, members keep their order, and no tile holds two states', () => {
  const { order, relations, values, partitionOfTile, entities } = arrange(
    { person: 6, household: 3 },
    { 'person.household': [2, 0, 1, 2, 0, 1] },
    [7, 3, 7],
  )
  expect(values).toEqual([3, 7])
  expect([...partitionOfTile]).toEqual([0, 1])
  expect([...order.get('household')!]).toEqual([1, 2, 0])
  expect([...order.get('person')!]).toEqual([2, 5, 0, 3, 1, 4])
  expect([...relations['person.household']!]).toEqual([0, 0, 1, 1, 2, 2])
  expect([...entities.get('person')!.rows]).toEqual([0, 2, 6])
})

test('what relations join stays in one tile, also where groups of one kind cross those of another', () => {
  const { tileCount, entities } = arrange(
    { person: 6, household: 3, unit: 3 },
    { 'person.household': [0, 0, 1, 1, 2, 2], 'person.unit': [0, 1, 1, 0, 2, 2] },
    undefined,
    2,
  )
  expect(tileCount).toBe(2)
  expect([...entities.get('person')!.rows]).toEqual([0, 4, 6])
  expect([...entities.get('unit')!.rows]).toEqual([0, 2, 3])
})

test('where joined rows differ in it, the state is not known', () => {
  const { values, partitionOfTile } = arrange(
    { person: 4, household: 3, unit: 2 },
    { 'person.household': [0, 1, 2, 2], 'person.unit': [0, 0, 1, 1] },
    [1, 2, 2],
  )
  expect(values).toEqual([2, undefined])
  expect([...partitionOfTile]).toEqual([0, 1])
})

test('a population of nobody has one empty tile', () => {
  const { tileCount, values } = arrange({ person: 0, household: 0 }, { 'person.household': [] }, [])
  expect(tileCount).toBe(1)
  expect(values).toEqual([undefined])
})

test('relations that reach no group or miss members are refused', () => {
  expect(() => arrange({ person: 2, household: 1 }, { 'person.household': [0, 1] })).toThrow('no row of')
  expect(() => arrange({ person: 2, household: 1 }, { 'person.household': [0] })).toThrow('one row for each')
})
