import { expect, test } from 'vitest'
import { pythonCell } from './python-cell.ts'

const subject = { year: 2026, dataset: 'us-cps', convention: 'default' }

test('a cell computes what is shown', () => {
  expect(pythonCell('title: A\n', subject)).toBe(
    'import reformlab as rl\n\nreform = rl.reform("""\\\ntitle: A\n""")\nrl.impact(reform, year=2026)',
  )
  expect(pythonCell('', { ...subject, year: 2028, convention: 'tax-calculator' })).toContain(
    'year=2028, convention="tax-calculator")',
  )
})

test('text that would end the quotation does not', () => {
  expect(pythonCell('a: """ \\n', subject)).toContain('a: \\""" \\\\n')
})
