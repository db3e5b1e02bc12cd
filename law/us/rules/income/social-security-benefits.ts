/**
 * How much of social security benefits is income: 26 USC §86.
 */
import { variable } from '../../../language/index.ts'
import { TaxUnit } from '../../entities.ts'
import { adjustmentsLeftOutForSocialSecurity } from './adjustments.ts'

export const social_security_provisional_income = variable({
  entity: TaxUnit,
  label: 'Income by which the taxable part of social security benefits is measured',
  unit: 'currency-USD',
  reference: '26 USC §86(b)(1)–(2)',
  formula(unit, law) {
    const { benefit_share_in_provisional_income } = law.gov.irs.social_security.taxability
    return (
      unit.gross_income_before_social_security +
      unit.tax_exempt_interest_income +
      benefit_share_in_provisional_income * unit.social_security -
      unit.above_the_line_deductions +
      adjustmentsLeftOutForSocialSecurity(unit, law)
    )
  },
})

export const taxable_social_security = variable({
  entity: TaxUnit,
  label: 'Taxable social security benefits',
  unit: 'currency-USD',
  reference: '26 USC §86(a), (c); Form 1040 line 6b',
  formula(unit, law) {
    const benefits = unit.social_security
    if (law.gov.contrib.social_security_fully_taxable) return benefits
    const { threshold, rate } = law.gov.irs.social_security.taxability
    const base = threshold.lower[unit.filing_status]
    const adjusted_base = threshold.upper[unit.filing_status]
    const income = unit.social_security_provisional_income
    if (income < base) return 0
    if (income < adjusted_base) return rate.lower * Math.min(income - base, benefits)
    return Math.min(
      rate.upper * (income - adjusted_base) + rate.lower * Math.min(benefits, adjusted_base - base),
      rate.upper * benefits,
    )
  },
})
