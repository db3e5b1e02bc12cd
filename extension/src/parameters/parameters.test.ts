import { describe, expect, test } from 'vitest'
import type { ListedParameter } from '../engine/api-types.ts'
import { UNLIMITED } from '../reform/reform-text.ts'
import { citationText, citationUrl } from './citation.ts'
import { findParameters } from './find-parameters.ts'
import { sliderScale } from './slider-scale.ts'
import { fieldText, parseField, valueText } from './unit.ts'

const words = { yes: 'yes', no: 'no', noLimit: 'no limit' }

describe('values', () => {
  test('are written in their unit', () => {
    expect(valueText(2200, 'currency-USD', words)).toBe('$2,200')
    expect(valueText(-0.1, '/1', words)).toBe('−10 %')
    expect(valueText(0.396, '/1', words)).toBe('39.6 %')
    expect(valueText(0.07 * 3, '/1', words)).toBe('21 %')
    expect(valueText(true, 'bool', words)).toBe('yes')
    expect(valueText(UNLIMITED, 'currency-USD', words)).toBe('no limit')
    expect(fieldText(UNLIMITED, 'currency-USD')).toBe('')
  })

  test('are read as people type them', () => {
    expect(parseField(' $3,600 ', 'currency-USD')).toBe(3600)
    expect(parseField('39.6 %', '/1')).toBe(0.396)
    expect(parseField('7.65', '/1')).toBe(0.0765)
    expect(parseField('−1', 'count')).toBe(-1)
    for (const text of ['', 'many', '1.2.3', '-']) expect(parseField(text, '/1')).toBeUndefined()
  })
})

describe('a slider', () => {
  test('reaches beyond the law and never beyond what a reform may set', () => {
    expect(sliderScale('currency-USD', [1000, 2200])).toEqual({ min: 0, max: 4000, step: 20 })
    expect(sliderScale('/1', [0.37], { min: 0, max: 1 })).toEqual({ min: 0, max: 0.8, step: 0.005 })
    expect(sliderScale('/1', [0.9], { min: 0, max: 1 }).max).toBe(1)
    expect(sliderScale('years', [64, 65]).step).toBe(1)
    expect(sliderScale('currency-USD', [UNLIMITED, 0]).max).toBe(5000)
  })
})

describe('parameters are found', () => {
  const listed = (label: string, path: string, reference: string) =>
    ({ label, path, reference }) as ListedParameter
  const all = [
    listed('Child tax credit per child', 'gov.irs.credits.ctc.amount.base', '26 USC §24(a), (h)(2)'),
    listed('Child tax credit: phase-out rate', 'gov.irs.credits.ctc.phase_out.rate', '26 USC §24(b)(1)'),
    listed('Standard deduction', 'gov.irs.deductions.standard.amount', '26 USC §63(c)(2), (7)'),
  ]
  const found = (typed: string) =>
    findParameters(all, typed).map(({ path }) => path.split('.').slice(-2).join('.'))

  test('by words, by path and by what they cite', () => {
    expect(found('child credit')).toEqual(['amount.base', 'phase_out.rate'])
    expect(found('Credit per CHILD')).toEqual(['amount.base'])
    expect(found('26 USC §63')).toEqual(['standard.amount'])
    expect(found('24(h)')).toEqual(['amount.base'])
    expect(found('gov.irs.credits.ctc')).toEqual(['amount.base', 'phase_out.rate'])
    expect(found('child pension')).toEqual([])
    expect(found(' ')).toEqual([])
  })
})

test('a citation leads to its section', () => {
  expect(citationUrl('26 USC §24(a), (h)(2)')).toContain('title26-section24&')
  expect(citationUrl('26 USC §1400Z-2')).toContain('section1400Z-2&')
  expect(citationUrl('none: exists for reforms only')).toBeUndefined()
  expect(citationText('none: exists for reforms only')).toBe('exists for reforms only')
})
