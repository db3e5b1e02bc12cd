/** Income of a tax unit before and after tax, as Tax-Calculator ranks by it. No statute. */
import { variable } from '../../../language/index.ts'
import { TaxUnit } from '../../entities.ts'
import { sumOfFilers } from '../people/filers.ts'

export const expanded_income = variable({
  entity: TaxUnit,
  label: 'Expanded income: cash income, pension contributions, benefits and the employer’s payroll tax',
  unit: 'currency-USD',
  reference: 'none: income concept of Tax-Calculator',
  formula(unit) {
    const employer_share = 0.5
    const earnings =
      unit.tax_unit_employment_income +
      sumOfFilers(unit, filer => filer.pension_contributions) +
      unit.tax_unit_self_employment_income +
      unit.tax_unit_farm_income +
      employer_share * unit.fica_tax
    const capital =
      unit.taxable_interest_income +
      unit.tax_exempt_interest_income +
      unit.dividend_income +
      unit.short_term_capital_gains +
      unit.long_term_capital_gains +
      unit.non_sch_d_capital_gains +
      unit.other_net_gain +
      unit.schedule_e_income
    const other =
      unit.salt_refund_income +
      unit.alimony_income +
      unit.taxable_ira_distributions +
      unit.pension_income +
      unit.amt_preference_income
    return earnings + capital + other + unit.benefits_value
  },
})

export const after_tax_income = variable({
  entity: TaxUnit,
  label: 'Expanded income after income and payroll taxes',
  unit: 'currency-USD',
  reference: 'none: income concept of Tax-Calculator',
  formula(unit) {
    return unit.expanded_income - unit.combined_tax
  },
})
