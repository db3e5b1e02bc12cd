/**
 * The total of itemized deductions and the limits on it: 26 USC §68, in its form until 2017 and in its form from 2026.
 */
import { variable } from '../../../language/index.ts'
import { TaxUnit } from '../../entities.ts'
import { positiveIncome } from './itemized-expenses.ts'

export const itemized_deductions_before_limitation_if_itemizing = variable({
  entity: TaxUnit,
  label: 'Itemized deductions before the limits on their total, if the unit itemizes',
  unit: 'currency-USD',
  reference: '26 USC §63(d); Schedule A',
  formula(unit) {
    return (
      unit.medical_expense_deduction_if_itemizing +
      unit.salt_deduction_if_itemizing +
      unit.interest_deduction_if_itemizing +
      unit.charitable_deduction_if_itemizing +
      unit.casualty_loss_deduction_if_itemizing +
      unit.misc_deduction_if_itemizing
    )
  },
})

export const itemized_deductions_phased_out_if_itemizing = variable({
  entity: TaxUnit,
  label: 'Itemized deductions lost to the overall limitation, if the unit itemizes',
  unit: 'currency-USD',
  reference: '26 USC §68(a)–(c) (before 2018)',
  formula(unit, law) {
    const p = law.gov.irs.deductions.itemized.limitation
    const exempt = unit.medical_expense_deduction_if_itemizing + unit.casualty_loss_deduction_if_itemizing
    const limited = unit.itemized_deductions_before_limitation_if_itemizing - exempt
    const start = p.applicable_amount[unit.filing_status]
    if (limited <= 0 || unit.adjusted_gross_income <= start) return 0
    return Math.min(
      p.itemized_deduction_rate * limited,
      p.agi_rate * Math.max(0, positiveIncome(unit) - start),
    )
  },
})

export const itemized_deductions_reduction_if_itemizing = variable({
  entity: TaxUnit,
  label: 'Itemized deductions lost in the top bracket, if the unit itemizes',
  unit: 'currency-USD',
  reference: '26 USC §68(a) (from 2026)',
  formula(unit, law) {
    // The statute takes 2/37 of the lesser of the deductions and the taxable income in the top bracket, deductions
    // added back; like Tax-Calculator, we take it of the income alone.
    const income = Math.max(0, unit.adjusted_gross_income - unit.exemptions)
    const top_bracket = law.gov.irs.income.bracket.thresholds[6]![unit.filing_status]
    return law.gov.irs.deductions.itemized.reduction.rate * Math.max(0, income - top_bracket)
  },
})

export const itemized_deductions_if_itemizing = variable({
  entity: TaxUnit,
  label: 'Itemized deductions if the unit itemizes',
  unit: 'currency-USD',
  reference: '26 USC §§63(d), 68; Schedule A line 17',
  formula(unit, law) {
    const after_limits =
      unit.itemized_deductions_before_limitation_if_itemizing -
      unit.itemized_deductions_phased_out_if_itemizing -
      unit.itemized_deductions_reduction_if_itemizing
    return Math.min(Math.max(0, after_limits), law.gov.irs.deductions.itemized.cap[unit.filing_status])
  },
})
