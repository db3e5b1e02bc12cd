/**
 * Gross income beside social security benefits and basic income: 26 USC §61. Losses of a business are limited by §461(l).
 */
import { variable } from '../../../language/index.ts'
import { TaxUnit } from '../../entities.ts'

export const investment_income_exclusion_base = variable({
  entity: TaxUnit,
  label: 'Interest, dividends and gains',
  unit: 'currency-USD',
  reference: '26 USC §61(a)(3), (4), (7)',
  formula(unit) {
    return (
      unit.taxable_interest_income +
      unit.dividend_income +
      unit.capital_gains_in_gross_income +
      unit.non_sch_d_capital_gains +
      unit.other_net_gain
    )
  },
})

export const gross_income_before_gain_exclusion = variable({
  entity: TaxUnit,
  label: 'Gross income beside social security benefits, before an exclusion of gains',
  unit: 'currency-USD',
  reference: '26 USC §§61(a), 461(l)(1); Form 1040 lines 1z–8 but 6b',
  formula(unit, law) {
    const alimony = law.gov.irs.gross_income.alimony.inclusion_rate * unit.alimony_income
    const business = Math.max(
      unit.tax_unit_self_employment_income + unit.schedule_e_income,
      -law.gov.irs.ald.loss.max[unit.filing_status],
    )
    const investment =
      unit.investment_income_exclusion_base -
      law.gov.contrib.investment_income_exclusion_rate * Math.max(0, unit.investment_income_exclusion_base)
    return (
      unit.tax_unit_employment_income +
      unit.salt_refund_income +
      alimony +
      unit.taxable_ira_distributions +
      unit.taxable_pension_income +
      investment +
      unit.tax_unit_farm_income +
      unit.unemployment_compensation +
      business
    )
  },
})

export const capital_gains_exclusion = variable({
  entity: TaxUnit,
  label: 'Gains and qualified dividends excluded where they are taxed as ordinary income',
  unit: 'currency-USD',
  reference: 'none: reform option of Tax-Calculator',
  formula(unit, law) {
    if (!law.gov.contrib.capital_gains_as_ordinary_income) return 0
    const { amount, rate_above_amount } = law.gov.contrib.capital_gains_exclusion
    const gains = Math.max(0, unit.qualified_dividend_income + unit.capital_gains_in_gross_income)
    return Math.min(amount, gains) + rate_above_amount * Math.max(0, gains - amount)
  },
})

export const investment_income_exclusion = variable({
  entity: TaxUnit,
  label: 'Investment income excluded from gross income',
  unit: 'currency-USD',
  reference: 'none: reform option of Tax-Calculator',
  formula(unit, law) {
    return (
      law.gov.contrib.investment_income_exclusion_rate * Math.max(0, unit.investment_income_exclusion_base) +
      unit.capital_gains_exclusion
    )
  },
})

export const gross_income_before_social_security = variable({
  entity: TaxUnit,
  label: 'Gross income beside social security benefits',
  unit: 'currency-USD',
  reference: '26 USC §61(a); Form 1040 line 9 without line 6b',
  formula(unit, law) {
    const income = unit.gross_income_before_gain_exclusion
    return law.gov.contrib.capital_gains_as_ordinary_income
      ? Math.max(0, income - unit.capital_gains_exclusion)
      : income
  },
})
