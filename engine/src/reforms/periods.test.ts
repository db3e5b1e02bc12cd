import { expect, test } from 'vitest'
import { layerSpans } from './layer-spans.ts'
import { parseDate, parsePeriod, spanOfDates, withinLaw } from './periods.ts'

const law = { first: 2013, last: 2036 }

test.each([
  ['2026', 2026],
  ['2026-01-01', 2026],
  ['2026-1-1', 2026],
  ['2026-07-01', 2027],
  ['2026-01-02', 2027],
])('what begins on %s is first law on 1 January %i', (text, from) => {
  expect(spanOfDates(parseDate(text)!, undefined)).toEqual({ from })
})

test.each([
  ['2026', '2028', { from: 2026, to: 2028 }],
  ['2026-07-01', '2028-01-01', { from: 2027, to: 2028 }],
  ['2026-02-01', '2026-12-31', { from: 2027, to: 2026 }],
])('from %s to %s', (from, to, span) => {
  expect(spanOfDates(parseDate(from)!, parseDate(to)!)).toEqual(span)
})

test.each(['2026-13-01', '2026-02-30', '26', '2026/01/01', '', '2026-', '2026-00-01', '1e3', '02026'])(
  '%j is no date',
  text => expect(parseDate(text)).toBeUndefined(),
)

test.each([
  ['2026-01-01', { from: 2026 }],
  ['2026', { from: 2026 }],
  ['2026-01-01.2028-12-31', { from: 2026, to: 2028 }],
  ['2026-01-01.2100-12-31', { from: 2026, to: 2100 }],
  ['year:2026:5', { from: 2026, to: 2030 }],
  ['year:2026', { from: 2026, to: 2026 }],
  ['year:2026-07:1', { from: 2027, to: 2027 }],
  ['month:2026-01:36', { from: 2026, to: 2028 }],
  ['month:2026-03:3', { from: 2027, to: 2026 }],
  ['day:2026-01-01:366', { from: 2026, to: 2027 }],
  ['ETERNITY', { from: 2013 }],
])('the period %s', (text, span) => {
  expect(parsePeriod(text, law)).toEqual(span)
})

test.each([
  '2026-01-01.',
  '.2026',
  'year:',
  'year:2026:0',
  'week:2026:1',
  '2026.2027.2028',
  'soon',
  'year:2026:999999',
])('%j is no period', text => expect(parsePeriod(text, law)).toBeUndefined())

test.each([
  [{ from: 2026, to: 2100 }, { from: 2026 }],
  [{ from: 2000, to: 2099 }, { from: 2013 }],
  [
    { from: 2026, to: 2028 },
    { from: 2026, to: 2028 },
  ],
  [{ from: 2000 }, undefined],
  [{ from: 2000, to: 2020 }, undefined],
  [{ from: 2037 }, undefined],
])('%j inside the years of the law is %j', (span, inside) => {
  expect(withinLaw(span, law)).toEqual(inside)
})

test('of spans laid over each other the later beginning shows, and what lay under it shows again', () => {
  const layers = [
    { from: 2024, to: 2025, content: 'c' },
    { from: 2022, content: 'b' },
    { from: 2015, to: 2016, content: 'a' },
  ]
  expect(layerSpans(layers, 2036)).toEqual([
    { from: 2015, to: 2016, content: 'a' },
    { from: 2022, to: 2023, content: 'b' },
    { from: 2024, to: 2025, content: 'c' },
    { from: 2026, content: 'b' },
  ])
})
