/**
 * Adjustments to gross income: 26 USC §62(a); Schedule 1 part II. The record states what may be deducted; a `haircut`
 * is the share that a year's law, or a reform, disallows.
 */
import { variable } from '../../../language/index.ts'
import { TaxUnit } from '../../entities.ts'
import type { Law, TaxUnitRecord } from '../../generated/types.ts'
import { afterHaircut } from '../phase-outs.ts'

export const dependent_care_ald = variable({
  entity: TaxUnit,
  label: 'Deduction for the care of children and elderly dependents',
  unit: 'currency-USD',
  reference: 'none: reform option of Tax-Calculator',
  formula(unit, law) {
    const p = law.gov.contrib.dependent_care_ald
    if (unit.tax_unit_earned_income > p.earnings_limit[unit.filing_status]) return 0
    const children = unit.dependents_under_13 * p.child_amount
    const elderly = unit.dependents_65_and_over * p.elderly_amount
    return afterHaircut(children + elderly, p.haircut)
  },
})

/** Adjustments that the measure of income for social security benefits does not allow: §86(b)(2)(A). */
export function adjustmentsLeftOutForSocialSecurity(unit: TaxUnitRecord, law: Law): number {
  const { student_loan_interest, qualified_tuition, domestic_production } = law.gov.irs.ald
  return (
    afterHaircut(unit.student_loan_interest, student_loan_interest.haircut) +
    afterHaircut(unit.qualified_tuition_expenses, qualified_tuition.haircut) +
    afterHaircut(unit.domestic_production_activities, domestic_production.haircut)
  )
}

export const above_the_line_deductions = variable({
  entity: TaxUnit,
  label: 'Adjustments to gross income',
  unit: 'currency-USD',
  reference: '26 USC §62(a); Schedule 1 line 26',
  formula(unit, law) {
    const p = law.gov.irs.ald
    return (
      afterHaircut(unit.educator_expense, p.educator_expense.haircut) +
      afterHaircut(unit.health_savings_account_contributions, p.health_savings_account.haircut) +
      unit.self_employment_tax_ald +
      afterHaircut(unit.self_employed_pension_contributions, p.self_employed_pension.haircut) +
      afterHaircut(unit.self_employed_health_insurance_premiums, p.self_employed_health_insurance.haircut) +
      afterHaircut(unit.early_withdrawal_penalty, p.early_withdrawal_penalty.haircut) +
      afterHaircut(unit.alimony_expense, p.alimony_expense.haircut) +
      afterHaircut(unit.traditional_ira_contributions, p.traditional_ira.haircut) +
      adjustmentsLeftOutForSocialSecurity(unit, law) +
      unit.dependent_care_ald
    )
  },
})
