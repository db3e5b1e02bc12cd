/**
 * Taxable income and the regular tax on it, for any choice of deductions: 26 USC §§1, 63.
 */
import { variable } from '../../../language/index.ts'
import { TaxUnit } from '../../entities.ts'
import type { Law, TaxUnitRecord } from '../../generated/types.ts'
import { qualifiedBusinessIncomeDeduction } from '../deductions/qualified-business-income.ts'
import { worksheetTax } from './capital-gains-rates.ts'
import { ordinaryTax } from './ordinary-rates.ts'

/**
 * Taxable income before the deduction for qualified business income.
 *
 * deductions  USD/year, the standard deduction or the itemized ones
 * returns     USD/year, not negative
 */
function incomeBeforeQualifiedBusinessIncomeDeduction(unit: TaxUnitRecord, deductions: number): number {
  return Math.max(0, unit.adjusted_gross_income - deductions - unit.exemptions - unit.schedule_1_a_deductions)
}

/** Deduction for qualified business income where `deductions` are taken. */
export function businessDeduction(unit: TaxUnitRecord, law: Law, deductions: number): number {
  return qualifiedBusinessIncomeDeduction(
    unit,
    law,
    incomeBeforeQualifiedBusinessIncomeDeduction(unit, deductions),
  )
}

/** Taxable income where `deductions` are taken: §63(a), (b). */
export function taxableIncome(unit: TaxUnitRecord, law: Law, deductions: number): number {
  return Math.max(
    0,
    incomeBeforeQualifiedBusinessIncomeDeduction(unit, deductions) - businessDeduction(unit, law, deductions),
  )
}

export const agi_surtax = variable({
  entity: TaxUnit,
  label: 'Surtax on adjusted gross income',
  unit: 'currency-USD',
  reference: 'none: reform option of Tax-Calculator',
  formula(unit, law) {
    const { rate, threshold } = law.gov.contrib.agi_surtax
    return rate * Math.max(0, unit.adjusted_gross_income - threshold[unit.filing_status])
  },
})

/**
 * Regular tax on `taxable_income`, before credits: the ordinary schedule, or the Schedule D Tax Worksheet where lower.
 *
 * taxable_income  USD/year, not negative
 * returns         USD/year
 */
export function regularTax(unit: TaxUnitRecord, law: Law, taxable_income: number): number {
  const ordinary = ordinaryTax(unit, law, taxable_income)
  const tax = unit.has_preferential_income
    ? Math.min(worksheetTax(unit, law, taxable_income), ordinary)
    : ordinary
  return tax + unit.agi_surtax
}
