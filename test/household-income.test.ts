/** Households of several tax units, on the law's own functions. */
import { expect, test } from 'vitest'
import { lawObject, loadLaw, runDirectly, type Situation } from '../engine/src/direct/index.ts'
import { loadParameterTree } from '../engine/src/parameters/index.ts'

const law = await loadLaw()
const parameters = lawObject(loadParameterTree().at(2024))

/** Ann and her son Tim file one return, her lodger Bob another. */
const shared_flat: Situation = {
  people: { Ann: { age: 40, employment_income: 50000 }, Tim: { age: 17 }, Bob: { age: 18 } },
  tax_units: {
    family: { head: 'Ann', dependents: ['Tim'], snap_reported: 1000 },
    lodger: { head: 'Bob', taxable_interest_income: 5000 },
  },
  households: { flat: { members: ['Ann', 'Tim', 'Bob'] } },
}

const flat = () => runDirectly(law, parameters, shared_flat).households!.flat!

test('a household counts people by age', () => {
  expect(flat().household_size).toBe(3)
  expect(flat().household_count_adults).toBe(2)
  expect(flat().household_count_children).toBe(1)
})

test('income of a household is that of its tax units together', () => {
  expect(flat().household_market_income).toBeCloseTo(50000 + 3825 + 5000, 2)
  expect(flat().household_benefits).toBe(1000)
  // 1,160 and 12% of 23,800, and 15.3% of 50,000; the lodger is below the standard deduction.
  expect(flat().household_tax).toBeCloseTo(4016 + 7650, 2)
  expect(flat().household_net_income).toBeCloseTo(58825 + 1000 - 11666, 2)
})

test('health benefits are income of a household, and there is its income without them', () => {
  const { family, lodger } = shared_flat.tax_units!
  const insured = {
    ...shared_flat,
    tax_units: {
      family: { ...family, medicaid_reported: 6000 },
      lodger: { ...lodger, medicare_reported: 9000 },
    },
  }
  const worth = { medicaid: 0.5, medicare: 0.8 }
  const values = new Map(loadParameterTree().at(2024))
  for (const [name, share] of Object.entries(worth)) values.set(`gov.simulation.benefit_value.${name}`, share)
  const { flat: home } = runDirectly(law, lawObject(values), insured).households!
  expect(home!.household_net_income).toBeCloseTo(58825 + 1000 - 11666 + 3000 + 7200, 2)
  expect(home!.household_net_income_without_health_benefits).toBeCloseTo(58825 + 1000 - 11666, 2)
})

test('people in different households do not share income', () => {
  const apart = { ...shared_flat, households: { a: { members: ['Ann', 'Tim'] }, b: { members: ['Bob'] } } }
  const { households } = runDirectly(law, parameters, apart)
  expect(households!.b!.household_net_income).toBe(5000)
  expect(households!.a!.household_size).toBe(2)
})
