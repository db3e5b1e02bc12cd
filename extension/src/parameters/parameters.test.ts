import { describe, expect, test } from 'vitest'
import { UNLIMITED } from '../reform/reform-text.ts'
import { citations, citationText } from './citation.ts'
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
    expect(valueText(-UNLIMITED, 'currency-USD', words)).toBe('no limit')
    expect(fieldText(UNLIMITED, 'currency-USD')).toBe('')
    expect(fieldText(-UNLIMITED, 'currency-USD')).toBe('')
  })

  test('are written in any currency, and in words of the unit', () => {
    expect(valueText(-12570, 'currency-GBP', words)).toBe('−£12,570')
    expect(valueText(9.5, 'currency-EUR', words)).toBe('€9.5')
    expect(valueText(5000, 'currency-TND', words)).toBe('TND 5,000')
    expect(valueText(10, 'currency-EUR/m2', words)).toBe('€10 / m2')
    expect(valueText(18, 'year', words)).toBe('18 years')
    expect(valueText(2, 'square_metre', words)).toBe('2 square metre')
    expect(valueText(3, 'count', words)).toBe('3')
  })

  test('are read as people type them', () => {
    expect(parseField(' $3,600 ', 'currency-USD')).toBe(3600)
    expect(parseField('39.6 %', '/1')).toBe(0.396)
    expect(parseField('7.65', '/1')).toBe(0.0765)
    expect(parseField('−1', 'count')).toBe(-1)
    expect(parseField('£12,570', 'currency-GBP')).toBe(12570)
    expect(parseField('TND 5,000', 'currency-TND')).toBe(5000)
    for (const text of ['', 'many', '1.2.3', '-']) expect(parseField(text, '/1')).toBeUndefined()
  })
})

describe('a slider', () => {
  test('reaches beyond the law and never beyond what a reform may set', () => {
    expect(sliderScale('currency-USD', [1000, 2200])).toEqual({ min: 0, max: 4000, step: 20 })
    expect(sliderScale('/1', [0.37], { min: 0, max: 1 })).toEqual({ min: 0, max: 0.8, step: 0.005 })
    expect(sliderScale('/1', [0.9], { min: 0, max: 1 }).max).toBe(1)
    expect(sliderScale('years', [64, 65]).step).toBe(1)
    expect(sliderScale('child', [2, 3]).step).toBe(1)
    expect(sliderScale('currency-GBP', [0]).max).toBe(5000)
    expect(sliderScale('currency-EUR', [-UNLIMITED, 1000])).toEqual({ min: 0, max: 2000, step: 20 })
    expect(sliderScale('currency-USD', [UNLIMITED, 0]).max).toBe(5000)
  })
})

test('a citation leads to its section', () => {
  expect(citations('26 USC §24(a), (h)(2)')[0]!.url).toContain('title26-section24&')
  expect(citations('26 USC §1400Z-2')[0]!.url).toContain('section1400Z-2&')
  expect(citations('none: exists for reforms only')).toEqual([{ text: 'exists for reforms only' }])
  expect(citationText('none: exists for reforms only')).toBe('exists for reforms only')
})

test('references of a package are a line each, with the address after the title', () => {
  const lines =
    'Income Tax Act 2007 s. 35: https://www.legislation.gov.uk/ukpga/2007/3/section/35\nhttps://example.org/a\n\nBlue book'
  expect(citations(lines)).toEqual([
    { text: 'Income Tax Act 2007 s. 35', url: 'https://www.legislation.gov.uk/ukpga/2007/3/section/35' },
    { text: 'example.org', url: 'https://example.org/a' },
    { text: 'Blue book' },
  ])
  expect(citationText('')).toBe('')
})
