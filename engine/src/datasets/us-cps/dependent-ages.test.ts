import { expect, test } from 'vitest'
import { dependentAges, type UnitCounts } from './dependent-ages.ts'

const single: UnitCounts = {
  recordId: 7,
  ageHead: 40,
  ageSpouse: undefined,
  people: 1,
  under18: 0,
  from18to20: 0,
  over20: 1,
  under6: 0,
  under13: 0,
  under17: 0,
  eitcChildren: 0,
  dependentsOver64: 0,
}

const within = (ages: number[], first: number, last: number) =>
  ages.filter(age => age >= first && age <= last).length

test('somebody alone has no dependents', () => {
  expect(dependentAges(single)).toEqual([])
})

test('each band of age gets as many dependents as the counts say', () => {
  const counts = { people: 12, under18: 7, from18to20: 2, over20: 3, under6: 2, under13: 4, under17: 5 }
  const ages = dependentAges({ ...single, ...counts, dependentsOver64: 1 })
  expect(ages).toHaveLength(11)
  const bands = [
    [0, 5],
    [6, 12],
    [13, 16],
    [17, 17],
    [18, 20],
    [21, 64],
    [65, 85],
  ] as const
  expect(bands.map(([first, last]) => within(ages, first, last))).toEqual([2, 2, 1, 2, 2, 1, 1])
})

test('head and spouse are not taken for their dependents', () => {
  const couple = { ageHead: 17, ageSpouse: 19, people: 3, under18: 2, from18to20: 1, over20: 0, under6: 1 }
  const ages = dependentAges({ ...single, ...couple, under13: 1, under17: 1 })
  expect(ages).toHaveLength(1)
  expect(within(ages, 0, 5)).toBe(1)
})

test('a spouse of age 0 is a spouse whose age is not known, not a child', () => {
  const couple = { ageSpouse: 0, people: 3, under18: 1, under6: 1, under13: 1, under17: 1 }
  const ages = dependentAges({ ...single, ...couple })
  expect(ages).toHaveLength(1)
  expect(within(ages, 0, 5)).toBe(1)
})

test('an exemption that no count by age covers is a person of the head’s age', () => {
  const unit = { people: 3, under18: 1, under17: 1 }
  expect(dependentAges({ ...single, ...unit })[0]).toBe(40)
})

test('a grown dependent whom the earned income credit counts is a student', () => {
  const [age] = dependentAges({ ...single, people: 2, over20: 2, eitcChildren: 1 })
  expect(within([age!], 21, 23)).toBe(1)
})

test('dependents come oldest first and the same every time', () => {
  const unit = { ...single, people: 6, under18: 5, under6: 2, under13: 4, under17: 5 }
  const ages = dependentAges(unit)
  expect(ages).toEqual([...ages].sort((left, right) => right - left))
  expect(dependentAges(unit)).toEqual(ages)
})

test('ages are spread over the whole band', () => {
  const child = { people: 2, under18: 1, under6: 1, under13: 1, under17: 1 }
  const ages = Array.from(
    { length: 6000 },
    (_, recordId) => dependentAges({ ...single, ...child, recordId })[0]!,
  )
  const tally = [0, 1, 2, 3, 4, 5].map(age => within(ages, age, age))
  expect(Math.min(...tally)).toBeGreaterThan(900)
  expect(Math.max(...tally)).toBeLessThan(1100)
})

test('counts that contradict each other are refused', () => {
  expect(() => dependentAges({ ...single, people: 2, under6: 1 })).toThrow('record 7')
  expect(() => dependentAges({ ...single, under18: 1, under17: 1 })).toThrow('record 7')
})
