import { expect, test } from 'vitest'
import { headlines } from './headlines.ts'
import { impactCsv } from './impact-csv.ts'
import { digitsFor, money, moneyOf, percent, signedMoney, signedMoneyOf } from './numbers.ts'
import { plainWords, sampleImpact } from './testing/sample-impact.ts'

test('amounts are written in the size they have', () => {
  expect(money(-79_800_000_000)).toBe('−$79.8 bn')
  expect(money(469_400_000)).toBe('$469 m')
  expect(money(1234)).toBe('$1,234')
  expect(money(999_960_000_000)).toBe('$1.0 tn')
  expect(signedMoney(9.5e9)).toBe('+$9.5 bn')
  expect(money(-0.2)).toBe('$0')
  expect(moneyOf(-1.5e9, 'GBP')).toBe('−£1.5 bn')
  expect(signedMoneyOf(40, 'EUR')).toBe('+€40')
  expect(moneyOf(2e6, 'TND')).toBe('TND 2.0 m')
  expect(signedMoney(0)).toBe('$0')
  expect(percent(0.3414)).toBe('34.1 %')
  expect(digitsFor(0.0000075, 4, 6)).toBe(6)
  expect(digitsFor(12, 2, 4)).toBe(2)
})

test('headlines say the number, how sure it is and which way it goes', () => {
  const found = Object.fromEntries(headlines(sampleImpact, plainWords).map(one => [one.name, one]))
  expect(found.budget).toMatchObject({ value: '−$43.4 bn', tone: 'loss' })
  expect(found.budget!.notes[0]).toBe('± $470 m · government pays')
  expect(found.people).toMatchObject({ value: '25.0 %', tone: 'neutral' })
  expect(found.people!.notes).toEqual(['± 0.39 · 0.6 m people', 'worse off 25.0 % ± 0.02'])
  expect(found.income).toMatchObject({ value: '+$150', tone: 'gain' })
  expect(found.poverty).toMatchObject({ value: '12.1 → 11.2 %', tone: 'gain' })
  expect(found.poverty!.notes[0]).toBe('−0.900 ± 0.098 points')
  expect(found.gini!.notes[0]).toBe('−0.001000 ± 0.000007')
  expect(found.top10).toBeUndefined()
})

test('a few people are counted one by one, and money is that of the law', () => {
  const { overall } = sampleImpact
  const { people } = overall.winnersAndLosers
  const few = Object.fromEntries(Object.keys(people).map(bin => [bin, 100])) as typeof people
  const winnersAndLosers = { ...overall.winnersAndLosers, people: few }
  const small = { ...sampleImpact, currency: 'GBP', overall: { ...overall, winnersAndLosers } }
  const found = Object.fromEntries(headlines(small, plainWords).map(one => [one.name, one]))
  expect(found.people!.notes[0]).toBe('± 0.39 · 200 people')
  expect(found.income!.value).toBe('+£150')
})

test('an outcome from before there was poverty shows the top share instead, one without errors of shares none', () => {
  const { poverty: _, ...older } = sampleImpact
  const names = headlines(older as typeof sampleImpact, plainWords).map(({ name }) => name)
  expect(names).toEqual(['budget', 'people', 'income', 'gini', 'top10'])
  const { gain: _gain, lose: _lose, ...winnersAndLosers } = sampleImpact.overall.winnersAndLosers
  const before = { ...sampleImpact, overall: { ...sampleImpact.overall, winnersAndLosers } }
  const people = headlines(before as typeof sampleImpact, plainWords).find(({ name }) => name === 'people')
  expect(people!.notes).toEqual(['0.6 million people', 'worse off 25.0 %'])
})

test('a table of all numbers has a row each, with its error', () => {
  const lines = impactCsv(sampleImpact).trim().split('\n')
  expect(lines[0]).toBe('block,of,measure,value,standard_error')
  expect(lines).toContain('budget,total,change,-43400000000,240000000')
  expect(lines).toContain('programme,"credits, of it",winners,1,1')
  expect(lines).toContain('group,negative,averageChange,,')
  expect(lines).toContain('poverty,relative.anchored.all,rate.reform,0.112,0.0005')
  expect(lines.every(line => line.replace(/"[^"]*"/g, '').split(',').length === 5)).toBe(true)
})
