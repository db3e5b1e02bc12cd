/** A credit for charitable giving above a floor, which some reforms propose; zero under current law. */
import { variable } from '../../../language/index.ts'
import { TaxUnit } from '../../entities.ts'

export const charity_credit_potential = variable({
  entity: TaxUnit,
  label: 'Credit for charitable giving, before the limit to tax liability',
  unit: 'currency-USD',
  reference: 'none: reform option of Tax-Calculator',
  formula(unit, law) {
    const p = law.gov.contrib.charity_credit
    const giving = unit.charitable_cash_donations + unit.charitable_non_cash_donations
    const floor = Math.max(p.floor.rate * unit.adjusted_gross_income, p.floor.amount[unit.filing_status])
    return p.rate * Math.max(0, giving - floor)
  },
})
