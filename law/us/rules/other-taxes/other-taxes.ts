/** Taxes of Form 1040 that credits against income tax do not reduce. */
import { variable } from '../../../language/index.ts'
import { TaxUnit } from '../../entities.ts'

export const other_taxes = variable({
  entity: TaxUnit,
  label: 'Other taxes',
  unit: 'currency-USD',
  reference: 'Schedule 2 line 21; Form 1040 line 23',
  formula(unit) {
    return (
      unit.recapture_of_investment_credit +
      unit.unreported_payroll_tax +
      unit.qualified_retirement_penalty +
      unit.net_investment_income_tax +
      unit.self_employment_tax +
      unit.additional_medicare_tax
    )
  },
})
