/** From tax before credits to what the unit owes, and the taxes of the unit together. */
import { variable } from '../../../language/index.ts'
import { TaxUnit } from '../../entities.ts'

export const income_tax_before_refundable_credits = variable({
  entity: TaxUnit,
  label: 'Total tax before refundable credits',
  unit: 'currency-USD',
  reference: 'Form 1040 line 24',
  formula(unit) {
    const after_credits = unit.income_tax_before_credits - unit.income_tax_non_refundable_credits
    return unit.other_taxes + Math.max(0, after_credits)
  },
})

export const payroll_tax_on_return = variable({
  entity: TaxUnit,
  label: 'Payroll taxes that Form 1040 collects',
  unit: 'currency-USD',
  reference: '26 USC §§1401, 3101(b)(2), 3102(c)(4); Schedule 2 lines 4, 7 and 11',
  formula(unit) {
    return unit.self_employment_tax + unit.unreported_payroll_tax + unit.additional_medicare_tax
  },
})

export const income_tax_before_fair_share_tax = variable({
  entity: TaxUnit,
  label: 'Individual income tax before any fair share tax',
  unit: 'currency-USD',
  reference: '26 USC §§1–59B, 1411; Form 1040 line 24 less lines 27a–31',
  formula(unit, law) {
    // Statistics of Income counts self-employment and additional Medicare tax as income tax; the budget does not.
    const counted_elsewhere = law.gov.simulation.soi_income_tax_concept ? 0 : unit.payroll_tax_on_return
    return unit.income_tax_before_refundable_credits - counted_elsewhere - unit.income_tax_refundable_credits
  },
})

export const income_tax = variable({
  entity: TaxUnit,
  label: 'Individual income tax after refundable credits',
  unit: 'currency-USD',
  reference: '26 USC §§1–59B, 1411; Form 1040 line 24 less lines 27a–31',
  formula(unit) {
    return unit.income_tax_before_fair_share_tax + unit.fair_share_tax
  },
})

export const payroll_tax = variable({
  entity: TaxUnit,
  label: 'Payroll and self-employment taxes, employer and employee',
  unit: 'currency-USD',
  reference: '26 USC §§1401, 3101, 3111',
  formula(unit, law) {
    const on_return = law.gov.simulation.soi_income_tax_concept ? 0 : unit.payroll_tax_on_return
    return unit.payroll_tax_on_wages + on_return
  },
})

export const combined_tax = variable({
  entity: TaxUnit,
  label: 'Income and payroll taxes together',
  unit: 'currency-USD',
  reference: '26 USC subtitles A and C',
  formula(unit) {
    return unit.income_tax + unit.payroll_tax + unit.lump_sum_tax
  },
})
