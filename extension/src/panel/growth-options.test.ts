import { expect, test } from 'vitest'
import type { Parameter } from '../engine/api-types.ts'
import { plainWords } from '../impact/testing/sample-impact.ts'
import type { Growth } from '../reform/reform-terms.ts'
import { growthOptions, nameOfGrowth } from './growth-options.ts'

const rounding = { step: 50, direction: 'down', carried: false } as const
const indexed = { index: 'gov.indices.cpi_u', rounding }
const amount = (indexation?: Parameter['indexation']) =>
  ({ unit: 'currency-USD', ...(indexation && { indexation }) }) as Parameter
const namesOf = (parameter: Parameter, current?: Growth) =>
  growthOptions(parameter, current, plainWords).map(({ name }) => name)
const chosen = (parameter: Parameter, current?: Growth) =>
  nameOfGrowth(growthOptions(parameter, current, plainWords), current)

test('an amount the law indexes may stay, or grow with another index', () => {
  const parameter = amount({ active: true, ...indexed })
  expect(namesOf(parameter)).toEqual(['law', 'fixed', 'gov.indices.average_wage'])
  expect(growthOptions(parameter, undefined, plainWords)[0]!.label).toBe('as the law: with prices')
  expect([undefined, true, false].map(growth => chosen(parameter, growth))).toEqual(['law', 'law', 'fixed'])
})

test('an amount the law leaves as it is may grow as the law would, or by an index', () => {
  const parameter = amount({ active: false, ...indexed })
  expect(namesOf(parameter)).toEqual(['law', 'own', 'gov.indices.average_wage'])
  expect([undefined, true, false].map(growth => chosen(parameter, growth))).toEqual(['law', 'own', 'law'])
  expect(namesOf(amount())).toEqual(['law', 'gov.indices.cpi_u', 'gov.indices.average_wage'])
  expect(chosen(amount(), { index: 'gov.indices.cpi_u' })).toBe('gov.indices.cpi_u')
})

test('the amount of a country package stays, for there are no indices of ours', () => {
  expect(growthOptions(amount(), undefined, plainWords, false).map(({ name }) => name)).toEqual(['law'])
})

test('a rate is not offered to grow, and what a file says otherwise is shown as that', () => {
  expect(namesOf({ unit: '/1' } as Parameter)).toEqual(['law'])
  const other = { index: 'gov.indices.cpi_u', rounding }
  expect(namesOf(amount(), other)).toContain('file')
  expect(chosen(amount(), other) ?? 'file').toBe('file')
})
