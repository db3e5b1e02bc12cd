import { expect, test } from 'vitest'
import type { Terminal } from '../terminal.ts'
import { bar, divergingBars, stackedBar } from './bars.ts'
import { decimal, dollars, scaleFor, signed, signedDollars, signedPercent, valueText } from './numbers.ts'
import { textTable } from './text-table.ts'
import { wrapText } from './wrap-text.ts'

const terminal = (unicode = true, width = 100): Terminal => ({
  ...{ width, unicode, isInteractive: false },
  print: () => {},
  note: () => {},
  paint: (_, text) => text,
})

test('money has thousands separators, a sign before the dollar and no negative zero', () => {
  expect([
    dollars(1234567.891),
    dollars(-0.4),
    dollars(-1234.5, 2),
    signedDollars(12),
    signedDollars(0.2),
  ]).toEqual(['$1,234,568', '$0', '-$1,234.50', '+$12', '$0'])
  expect([decimal(-0.04, 1), signed(0.04, 1), signed(-2.26, 1), signedPercent(0.0154, 2)]).toEqual([
    '0.0',
    '0.0',
    '-2.3',
    '+1.54%',
  ])
})

test('budgets are in billions unless they would read as nothing', () => {
  expect(scaleFor([-183e9, 1]).word).toBe('billions')
  expect(scaleFor([40e6, -3e6])).toEqual({ divisor: 1e6, word: 'millions' })
  expect(scaleFor([0]).word).toBe('billions')
})

test('values read as their unit has them', () => {
  expect([
    valueText(0.0765, '/1'),
    valueText(16571.73, 'currency-USD'),
    valueText(16100, 'currency-USD'),
    valueText(9e99, 'currency-USD'),
    valueText(true, 'bool'),
    valueText('joint', ''),
    valueText(3, 'count'),
  ]).toEqual(['7.65%', '$16,571.73', '$16,100', 'no limit', 'yes', 'joint', '3'])
})

test('columns are aligned, and one is cut short where lines would not fit', () => {
  const rows = [
    ['Individual income tax after refundable credits', '1'],
    [{ text: 'Tax of a very long name that goes on', tail: ' (above)' }, '12,345'],
  ]
  const lines = textTable(rows, { align: 'lr', shrink: [0] }, terminal(true, 40))
  expect(lines).toEqual([
    '  Individual income tax after r…       1',
    '  Tax of a very long na… (above)  12,345',
  ])
  expect(lines.every(line => line.length <= 40)).toBe(true)
  expect(textTable(rows, { align: 'lr', shrink: [0] }, terminal(false, 40))[0]).toContain('after...')
})

test('bars reach an eighth of a character, or use # where there is only ASCII', () => {
  expect([
    bar(0.5, 3, true),
    bar(1, 3, true),
    bar(2, 3, true),
    bar(Number.NaN, 3, true),
    bar(0.5, 4, false),
  ]).toEqual(['█▌', '███', '███', '', '##'])
})

test('gains stand right of the axis, losses left of it, and an empty side takes no room', () => {
  expect(divergingBars([0.2, -0.1, null], 30, terminal(false))).toEqual([
    `${' '.repeat(10)}${'#'.repeat(20)}`,
    '#'.repeat(10),
    ' '.repeat(10),
  ])
  expect(divergingBars([0.1, 0.05], 10, terminal(false))).toEqual(['##########', '#####'])
  expect(divergingBars([0, 0], 10, terminal())).toEqual(['', ''])
})

test('stacked shares fill the width exactly, whatever their rounding', () => {
  const glyph = ['█', '#'] as const
  const segments = [0.333, 0.333, 0.334].map(share => ({ share, style: 'dim', glyph }) as const)
  expect(stackedBar(segments, 10, terminal(false))).toHaveLength(10)
})

test('text is broken between words', () => {
  expect(wrapText('one two  three\nfour', 9)).toEqual(['one two', 'three', 'four'])
  expect(wrapText('', 9)).toEqual([''])
})
