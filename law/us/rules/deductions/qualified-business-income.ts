/**
 * The deduction for qualified business income: 26 USC §199A. It depends on taxable income, so it is a function of the
 * taxable income that a choice of deductions leaves.
 */
import { variable } from '../../../language/index.ts'
import { TaxUnit } from '../../entities.ts'
import type { Law, TaxUnitRecord } from '../../generated/types.ts'

export const qualified_business_income = variable({
  entity: TaxUnit,
  label: 'Qualified business income',
  unit: 'currency-USD',
  reference: '26 USC §199A(c); Form 8995 line 4',
  formula(unit) {
    return Math.max(
      0,
      unit.tax_unit_self_employment_income -
        unit.self_employment_tax_ald -
        unit.self_employed_pension_contributions -
        unit.self_employed_health_insurance_premiums +
        unit.partnership_s_corp_income +
        unit.tax_unit_farm_income +
        unit.farm_rent_income,
    )
  },
})

export const qbi_wage_and_property_limit = variable({
  entity: TaxUnit,
  label: 'Limit of the business income deduction by the wages and property of the business',
  unit: 'currency-USD',
  reference: '26 USC §199A(b)(2)(B); Form 8995-A line 10',
  formula(unit, law) {
    const { w2_wages, business_property } = law.gov.irs.deductions.qbi.max
    const wages = unit.w2_wages_from_qualified_business
    const property = unit.unadjusted_basis_qualified_property
    return Math.max(wages * w2_wages.rate, wages * w2_wages.alt_rate + property * business_property.rate)
  },
})

/** The deduction after the limits by kind of business, wages and property, which set in above a threshold: §199A(b), (d). */
function afterBusinessLimits(unit: TaxUnitRecord, law: Law, income: number): number {
  const p = law.gov.irs.deductions.qbi
  const full = unit.qualified_business_income * p.max.rate
  const threshold = p.phase_out.start[unit.filing_status]
  if (income <= threshold) return full
  const phased_in = Math.min(1, (income - threshold) / p.phase_out.length[unit.filing_status])
  const applicable_share = unit.business_is_sstb ? 1 - phased_in : 1
  const deduction = applicable_share * full
  const limit = applicable_share * unit.qbi_wage_and_property_limit
  return deduction - phased_in * Math.max(0, deduction - limit)
}

/** The limit by taxable income other than gains and qualified dividends: §199A(a)(2). */
function taxableIncomeLimit(unit: TaxUnitRecord, law: Law, income: number): number {
  const long_term_gain = Math.max(0, unit.long_term_capital_gains)
  const short_term_loss = Math.max(0, -unit.short_term_capital_gains)
  const gains = Math.max(0, long_term_gain - short_term_loss) + unit.qualified_dividend_income
  return law.gov.irs.deductions.qbi.max.rate * Math.max(0, income - gains)
}

/** The deduction after all limits, and after the phase-out that some reforms propose. */
function afterAllLimits(unit: TaxUnitRecord, law: Law, income: number): number {
  const { start, rate } = law.gov.contrib.qbi_phase_out
  const deduction = Math.min(afterBusinessLimits(unit, law, income), taxableIncomeLimit(unit, law, income))
  const excess = Math.max(0, income - start[unit.filing_status])
  return deduction > 0 ? Math.max(0, deduction - rate * excess) : deduction
}

/**
 * The deduction where `income` is taxable income before it.
 *
 * income   USD/year, not negative
 * returns  USD/year
 */
export function qualifiedBusinessIncomeDeduction(unit: TaxUnitRecord, law: Law, income: number): number {
  const p = law.gov.irs.deductions.qbi
  const deduction = p.limited
    ? afterAllLimits(unit, law, income)
    : unit.qualified_business_income * p.max.rate
  // §199A(i): from 2026, a minimum. The statute asks for material participation, which the record does not hold.
  const has_minimum = unit.qualified_business_income >= p.minimum.qualified_income
  return has_minimum ? Math.max(deduction, p.minimum.deduction) : deduction
}
