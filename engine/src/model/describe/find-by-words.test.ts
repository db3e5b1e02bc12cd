import { expect, test } from 'vitest'
import { findByWords } from './find-by-words.ts'

const all = [
  {
    label: 'Child tax credit per child',
    path: 'gov.irs.credits.ctc.amount.base',
    reference: '26 USC §24(a), (h)(2)',
  },
  {
    label: 'Child tax credit: phase-out rate',
    path: 'gov.irs.credits.ctc.phase_out.rate',
    reference: '26 USC §24(b)(1)',
  },
  {
    label: 'Standard deduction',
    path: 'gov.irs.deductions.standard.amount',
    reference: '26 USC §63(c)(2), (7)',
  },
]

test('things are found by words, by path and by what they cite, the likeliest first', () => {
  const found = (typed: string, most = 12) =>
    findByWords(all, typed, most).map(({ path }) => path.split('.').slice(-2).join('.'))
  expect(found('child credit')).toEqual(['amount.base', 'phase_out.rate'])
  expect(found('child credit', 1)).toEqual(['amount.base'])
  expect(found('Credit per CHILD')).toEqual(['amount.base'])
  expect(found('26 USC §63')).toEqual(['standard.amount'])
  expect(found('24(h)')).toEqual(['amount.base'])
  expect(found('gov.irs.credits.ctc')).toEqual(['amount.base', 'phase_out.rate'])
  expect(found('child pension')).toEqual([])
  expect(found(' ')).toEqual([])
})
