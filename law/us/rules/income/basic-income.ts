/** A universal basic income, which some reforms propose; zero under current law. */
import { variable } from '../../../language/index.ts'
import { TaxUnit } from '../../entities.ts'

export const basic_income = variable({
  entity: TaxUnit,
  label: 'Basic income',
  unit: 'currency-USD',
  reference: 'none: reform option of Tax-Calculator',
  formula(unit, law) {
    const p = law.gov.contrib.basic_income
    return (
      unit.people_under_18 * p.under_18 +
      unit.people_18_to_20 * p.from_18_to_20 +
      unit.people_21_and_over * p.from_21
    )
  },
})

export const taxable_basic_income = variable({
  entity: TaxUnit,
  label: 'Basic income included in adjusted gross income',
  unit: 'currency-USD',
  reference: 'none: reform option of Tax-Calculator',
  formula(unit, law) {
    return unit.basic_income * (1 - law.gov.contrib.basic_income.exclusion_rate)
  },
})

export const non_taxable_basic_income = variable({
  entity: TaxUnit,
  label: 'Basic income excluded from adjusted gross income',
  unit: 'currency-USD',
  reference: 'none: reform option of Tax-Calculator',
  formula(unit) {
    return unit.basic_income - unit.taxable_basic_income
  },
})
