import { expect, test } from 'vitest'
import { CountryLaw } from './country-law.ts'
import { smallLaw } from './testing/small-country.ts'

const law = new CountryLaw(smallLaw)
const rates = (content: unknown) => law.reformOf({ 'tax.rate': content }).get('tax.rate')

test.each([
  ['from a day on', { '2026-07-01': 3 }, [['2026-07-01', 3]]],
  ['from a month on', { '2026-07': 3 }, [['2026-07-01', 3]]],
  ['from a year on', { '2026': 3 }, [['2026-01-01', 3]]],
  [
    'between days',
    { '2026-03-01.2026-03-31': 3 },
    [
      ['2026-03-01', 3],
      ['2026-04-01', 0.2],
    ],
  ],
  [
    'years from one on',
    { 'year:2026:5': 3 },
    [
      ['2026-01-01', 3],
      ['2031-01-01', 0.2],
    ],
  ],
  [
    'one month',
    { 'month:2026-12': 3 },
    [
      ['2026-12-01', 3],
      ['2027-01-01', 0.2],
    ],
  ],
  [
    'days',
    { 'day:2026-12-31:2': 3 },
    [
      ['2026-12-31', 3],
      ['2027-01-02', 0.2],
    ],
  ],
  [
    'a later beginning last, in whatever order it is written',
    { '2027-01-01': 4, 'year:2026:5': 3 },
    [
      ['2026-01-01', 3],
      ['2027-01-01', 4],
    ],
  ],
])('%s', (_, content, expected) => {
  expect(rates(content)).toEqual([['2020-01-01', 0.1], ['2025-01-01', 0.2], ...expected])
})

test('always, and without a period', () => {
  expect(rates({ ETERNITY: 3 })).toEqual([['0000-01-01', 3]])
  expect(rates({ '2026-01-01': 4, ETERNITY: 3 })).toEqual([
    ['0000-01-01', 3],
    ['2026-01-01', 4],
  ])
  expect(rates(3)).toEqual([
    ['2000-01-01', 3],
    ['2100-01-01', 0.2],
  ])
})

test.each([
  ['a file', JSON.stringify({ 'tax.rate': { '2026': 3 } })],
  ['a policy', { policy_json: { 'tax.rate': { '2026': 3 } } }],
  ['an answer of the API', { result: { policy_json: { 'tax.rate': { '2026': 3 } } } }],
])('%s is read', (_, reform) => {
  expect(law.valueAt('tax.rate', '2026-05-01', law.reformOf(reform))).toBe(3)
})

test('of changes from one day on the last holds, in the order of a file', () => {
  const text = '{"tax.rate": {"year:2026:5": 3, "2026": 4}}'
  expect(law.valueAt('tax.rate', '2026-05-01', law.reformOf(text))).toBe(4)
})

test('infinite numbers have names', () => {
  expect(law.valueAt('tax.top', '2026-01-01')).toBe(Infinity)
  const reform = law.reformOf({ 'tax.top': { '2026': 5 }, 'tax.rate': { '2026': '-inf' } })
  expect(law.valueAt('tax.rate', '2026-01-01', reform)).toBe(-Infinity)
  expect(law.written(reform)).toEqual({
    'tax.rate': { '2026-01-01': '-inf' },
    'tax.top': { '2026-01-01': 5 },
  })
})

test('conditions and numbers stand for each other', () => {
  const reform = law.reformOf({ 'tax.flat': { '2026': 1 }, 'tax.rate': { '2026': true } })
  expect(law.valueAt('tax.flat', '2026-01-01', reform)).toBe(true)
  expect(law.valueAt('tax.rate', '2026-01-01', reform)).toBe(1)
})

test.each([
  [
    'what is the same law',
    { 'tax.rate': { 'year:2026:5': 3 } },
    { 'tax.rate': { '2026-01-01.2030-12-31': 3 } },
  ],
  ['what changes nothing', { 'tax.rate': { 'year:2026:5': 0.2 } }, {}],
  [
    'changes in parts',
    { 'tax.rate': { 'year:2026': 3, 'year:2027': 3 } },
    { 'tax.rate': { 'year:2026:2': 3 } },
  ],
])('%s is written the same, and reads back', (_, one, other) => {
  const written = law.written(law.reformOf(one))
  expect(written).toEqual(law.written(law.reformOf(other)))
  expect(law.written(law.reformOf(written))).toEqual(written)
  for (const day of ['2025-12-31', '2026-01-01', '2028-01-01', '2031-01-01'])
    expect(law.valueAt('tax.rate', day, law.reformOf(written))).toBe(
      law.valueAt('tax.rate', day, law.reformOf(one)),
    )
})

test.each([
  [{ 'tax.rat': 1 }, 'there is no rat in tax; nearest: rate'],
  [{ 'gov.rate.x': 1 }, 'there is no rate in gov'],
  [{ tax: 1 }, 'it is a group of parameters'],
  [{ 'tax.scale': 1 }, 'it is a group of parameters'],
  [{ 'tax.scale[7].threshold': 1 }, 'there is no bracket [7]'],
  [{ nothing: 1 }, 'there is no nothing'],
  [{ 'tax.rate': { '2026-02-30': 1 } }, '2026-02-30 is no period'],
  [{ 'tax.rate': { 'month:2026': 1 } }, 'month:2026 is no period'],
  [{ 'tax.rate': { '2026-01-01.2025-01-01': 1 } }, '2026-01-01.2025-01-01 is no period'],
  [{ 'tax.rate': { soon: 1 } }, 'soon is no period'],
  [{ 'tax.rate': {} }, 'it is given no period'],
  [{ 'tax.rate': 'much' }, 'it takes a number, not "much"'],
  [{ 'tax.flat': 2 }, 'it takes true or false, not 2'],
  [[], 'it is no object of parameters and values'],
  ['{', 'it is no JSON'],
])('%o is refused: %s', (reform, problem) => {
  expect(() => law.reformOf(reform)).toThrow(
    expect.objectContaining({ code: 'E_COUNTRY_REFORM', message: expect.stringContaining(problem) }),
  )
})
