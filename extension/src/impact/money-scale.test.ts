import { expect, test } from 'vitest'
import { moneyScale } from './money-scale.ts'
import { plainWords } from './testing/sample-impact.ts'

const scaleOf = (baseline: number, reform: number) =>
  moneyScale({ currency: 'GBP', programmes: [{ baseline, reform }] }, plainWords)

test('budgets are counted in what their population comes to', () => {
  expect(scaleOf(-2e11, 0)).toEqual({ one: 1e9, short: 'bn', words: 'billion GBP' })
  expect(scaleOf(0, 4e8)).toEqual({ one: 1e6, short: 'm', words: 'million GBP' })
  expect(scaleOf(60_000, 70_000)).toEqual({ one: 1, short: '', words: 'GBP' })
  expect(moneyScale({ currency: 'EUR', programmes: [] }, plainWords).words).toBe('EUR')
})
