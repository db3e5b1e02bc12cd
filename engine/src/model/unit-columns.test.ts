import { expect, test } from 'vitest'
import { openModel } from './open-model.ts'
import { wantedColumns } from './unit-columns.ts'

const model = await openModel()
const names = await model.reforms.taxCalculatorNames()

test('our names are those a formula of a tax unit would use', () => {
  expect(wantedColumns(model, ['income_tax', 'head.age', 'household.state_fips'])).toMatchObject([
    { title: 'income_tax', variable: { name: 'income_tax' } },
    { title: 'head.age', variable: { name: 'age' }, role: 'head' },
    { title: 'household.state_fips', variable: { name: 'state_fips' } },
  ])
})

test("Tax-Calculator's names stand for people by role, and for what is computed before what is observed", () => {
  expect(wantedColumns(model, ['MARS', 'e00200s', 'ssi_ben', 'DSI'], names)).toMatchObject([
    { variable: { name: 'filing_status' }, codes: [1, 2, 3, 4, 5] },
    { variable: { name: 'employment_income' }, role: 'spouse' },
    { variable: { name: 'ssi', kind: 'variable' } },
    { variable: { name: 'head_is_dependent_elsewhere' }, numeric: true },
  ])
})

test('every name of the mapping can be asked for', () => {
  const all = [...Object.keys(names.variables), ...Object.keys(names.inputs)]
  const missing = all.filter(name => {
    try {
      wantedColumns(model, [name], names)
      return false
    } catch {
      return true
    }
  })
  expect(missing).toEqual([])
})

test.each([
  [['age'], 'E_VARIABLE_ENTITY', 'head.age or spouse.age'],
  [['employment_income'], 'E_VARIABLE_ENTITY', 'tax_unit_employment_income'],
  [['household_tax'], 'E_VARIABLE_ENTITY', 'household.household_tax'],
  [['head.income_tax'], 'E_VARIABLE_ENTITY', 'income_tax'],
  [['boss.age'], 'E_VARIABLE_UNKNOWN', 'head.age'],
  [['incme_tax'], 'E_VARIABLE_UNKNOWN', 'income_tax'],
])('%j is refused with a way out', (wanted, code, remedy) => {
  expect(() => wantedColumns(model, wanted)).toThrow(
    expect.objectContaining({ code, remedy: expect.stringContaining(remedy) }),
  )
})
