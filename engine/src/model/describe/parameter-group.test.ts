import { expect, test } from 'vitest'
import { type ParameterFile, ParameterTree } from '../../parameters/index.ts'
import type { Model } from '../model.ts'
import { parameterGroup } from './parameter-group.ts'

const file = (label: string): ParameterFile => ({
  ...{ label, description: '', unit: 'currency-USD', reference: '', values: { 2026: 1 } },
})
const files = new Map([
  ['gov.tax.base[0].threshold', file('Base (threshold 1)')],
  ['gov.tax.base[0].amount', file('Base (amount 1)')],
  ['gov.tax.base[1].amount', file('Base (amount 2)')],
  ['gov.tax.rate', file('Rate')],
])
const model = { law: ParameterTree.of(files, { first: 2026, last: 2026 }) } as Model
const group = (path: string) => parameterGroup(model, path)

test('brackets of a scale are folders of it', () => {
  expect(group('')).toEqual({
    path: '',
    groups: [{ name: 'gov', path: 'gov', parameters: 4 }],
    parameters: [],
  })
  const { groups, parameters } = group('gov.tax')
  expect(groups).toEqual([{ name: 'base', path: 'gov.tax.base', parameters: 3 }])
  expect(parameters).toEqual([{ path: 'gov.tax.rate', label: 'Rate', reference: '' }])
  expect(group('gov.tax.base').groups.map(({ path, parameters: count }) => [path, count])).toEqual([
    ['gov.tax.base[0]', 2],
    ['gov.tax.base[1]', 1],
  ])
  expect(group('gov.tax.base[0]').parameters.map(({ label }) => label)).toEqual([
    'Base (threshold 1)',
    'Base (amount 1)',
  ])
})
