/**
 * Adjusted gross income: 26 USC §62.
 */
import { variable } from '../../../language/index.ts'
import { TaxUnit } from '../../entities.ts'

export const adjusted_gross_income_before_unemployment_exclusion = variable({
  entity: TaxUnit,
  label: 'Adjusted gross income with all unemployment compensation',
  unit: 'currency-USD',
  reference: '26 USC §62(a)',
  formula(unit) {
    return (
      unit.gross_income_before_social_security +
      unit.taxable_social_security -
      unit.above_the_line_deductions +
      unit.taxable_basic_income
    )
  },
})

export const unemployment_compensation_exclusion = variable({
  entity: TaxUnit,
  label: 'Unemployment compensation excluded from income',
  unit: 'currency-USD',
  reference: '26 USC §85(c)',
  formula(unit, law) {
    const { amount, cutoff } = law.gov.irs.unemployment_compensation.exemption
    // The exclusion of 2020 was per person; the record holds one amount for the return.
    const income = unit.adjusted_gross_income_before_unemployment_exclusion - unit.unemployment_compensation
    return income <= cutoff[unit.filing_status] ? Math.min(unit.unemployment_compensation, amount) : 0
  },
})

export const adjusted_gross_income = variable({
  entity: TaxUnit,
  label: 'Adjusted gross income',
  unit: 'currency-USD',
  reference: '26 USC §62(a); Form 1040 line 11',
  formula(unit) {
    return unit.adjusted_gross_income_before_unemployment_exclusion - unit.unemployment_compensation_exclusion
  },
})
