import { expect, test } from 'vitest'
import { sortPairs } from './sort-pairs.ts'
import { seededRandom } from './testing/random-population.ts'

test('pairs of any number, order and repetition end ascending, equal keys in the order they came', () => {
  const random = seededRandom(11)
  for (let round = 0; round < 200; round++) {
    const length = Math.floor(random() * 400)
    const start = Math.floor((random() * length) / 2)
    const end = start + Math.floor(random() * (length - start))
    const distinct = 1 + Math.floor(random() * 60)
    const keys = Float64Array.from({ length }, (_, i) =>
      round % 3 === 0 ? Math.floor(i / distinct) : Math.floor(random() * distinct),
    )
    const values = Float64Array.from({ length }, (_, i) => i)
    const inside = [...keys.keys()].slice(start, end).sort((a, b) => keys[a]! - keys[b]! || a - b)
    const expected = [...keys.keys()].map(i => (i >= start && i < end ? inside[i - start]! : i))
    const expectedKeys = expected.map(i => keys[i])
    sortPairs(keys, values, start, end)
    expect([...values]).toEqual(expected)
    expect([...keys]).toEqual(expectedKeys)
  }
})
