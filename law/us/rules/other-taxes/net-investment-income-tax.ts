/** Net investment income tax: 26 USC §1411. Annuities and the deductions of §1411(c)(1)(B) are not in the data. */
import { variable } from '../../../language/index.ts'
import { TaxUnit } from '../../entities.ts'

export const net_investment_income = variable({
  entity: TaxUnit,
  label: 'Net investment income',
  unit: 'currency-USD',
  reference: '26 USC §1411(c); Form 8960 line 12',
  formula(unit, law) {
    const active_business = law.gov.contrib.niit_includes_active_pass_through_income
      ? 0
      : unit.partnership_s_corp_income
    return Math.max(
      0,
      unit.taxable_interest_income +
        unit.dividend_income +
        (unit.schedule_e_income - active_business) +
        unit.capital_gains_in_gross_income,
    )
  },
})

export const net_investment_income_tax = variable({
  entity: TaxUnit,
  label: 'Net investment income tax',
  unit: 'currency-USD',
  reference: '26 USC §1411(a)(1), (b); Form 8960 line 17; Schedule 2 line 12',
  formula(unit, law) {
    const { rate, threshold } = law.gov.irs.investment.net_investment_income_tax
    const excess = Math.max(0, unit.adjusted_gross_income - threshold[unit.filing_status])
    return rate * Math.min(unit.net_investment_income, excess)
  },
})
