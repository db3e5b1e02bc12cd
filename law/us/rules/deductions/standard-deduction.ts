/**
 * The standard deduction: 26 USC §63(c), (f).
 */
import { variable } from '../../../language/index.ts'
import { TaxUnit } from '../../entities.ts'
import { agedFilers } from '../people/filers.ts'

export const basic_standard_deduction = variable({
  entity: TaxUnit,
  label: 'Basic standard deduction',
  unit: 'currency-USD',
  reference: '26 USC §63(c)(2), (5), (7)',
  formula(unit, law) {
    const p = law.gov.irs.deductions.standard
    const amount = p.amount[unit.filing_status]
    if (!unit.head_is_dependent_elsewhere) return amount
    const from_earnings = unit.tax_unit_earned_income + p.dependent.additional_earned_income
    return Math.min(amount, Math.max(from_earnings, p.dependent.amount))
  },
})

export const additional_standard_deduction = variable({
  entity: TaxUnit,
  label: 'Additional standard deduction for the aged and blind',
  unit: 'currency-USD',
  reference: '26 USC §63(c)(3), (f)',
  formula(unit, law) {
    const blind = Number(unit.head.is_blind) + Number(unit.filing_status === 'joint' && unit.spouse.is_blind)
    const amount = law.gov.irs.deductions.standard.aged_or_blind.amount[unit.filing_status]
    return (agedFilers(unit, law) + blind) * amount
  },
})

export const non_itemizer_charitable_deduction = variable({
  entity: TaxUnit,
  label: 'Deduction for cash gifts to charity without itemizing',
  unit: 'currency-USD',
  reference: '26 USC §170(p)',
  formula(unit, law) {
    const cap = law.gov.irs.deductions.standard.charity.cap[unit.filing_status]
    return Math.min(unit.charitable_cash_donations, cap)
  },
})

export const standard_deduction_if_not_itemizing = variable({
  entity: TaxUnit,
  label: 'Standard deduction if the unit does not itemize',
  unit: 'currency-USD',
  reference: '26 USC §§63(c)(1), (6)(A), 170(p)',
  formula(unit) {
    if (unit.filing_status === 'separate' && unit.separate_filer_itemizes) return 0
    return (
      unit.basic_standard_deduction +
      unit.additional_standard_deduction +
      unit.non_itemizer_charitable_deduction
    )
  },
})
