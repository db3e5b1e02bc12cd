/** What of the child tax credit is paid out beyond tax: 26 USC §24(d), (h)(5). */
import { variable } from '../../../language/index.ts'
import { TaxUnit } from '../../entities.ts'
import { ifClaimed } from './take-up.ts'

export const refundable_ctc_maximum = variable({
  entity: TaxUnit,
  label: 'Most that can be refunded of the child tax credit',
  unit: 'currency-USD',
  reference: '26 USC §24(d)(1)(A), (h)(5)(A); Schedule 8812 line 17',
  formula(unit, law) {
    const { amount, refundable } = law.gov.irs.credits.ctc
    if (refundable.fully_refundable) return 0
    const a_child = Math.min(refundable.individual_max, amount.base)
    return Math.min(unit.ctc_beyond_tax_liability, a_child * unit.ctc_children)
  },
})

export const ctc_phase_in = variable({
  entity: TaxUnit,
  label: 'Refundable child tax credit that earnings give',
  unit: 'currency-USD',
  reference: '26 USC §24(d)(1)(B)(i), (h)(6); Schedule 8812 line 20',
  formula(unit, law) {
    const { rate, young_child_rate_bonus, threshold } = law.gov.irs.credits.ctc.refundable.phase_in
    const bonus = unit.dependents_under_6 === 0 ? 0 : young_child_rate_bonus
    return (rate + bonus) * Math.max(0, unit.tax_unit_earned_income - threshold)
  },
})

export const ctc_social_security_tax = variable({
  entity: TaxUnit,
  label: 'Social security and Medicare taxes in excess of the earned income tax credit',
  unit: 'currency-USD',
  reference: '26 USC §24(d)(1)(B)(ii), (2); Schedule 8812 line 26',
  formula(unit) {
    const employee_share = 0.5
    const taxes =
      employee_share * unit.fica_tax + (unit.self_employment_tax_ald + unit.unreported_payroll_tax)
    return Math.max(0, taxes - (unit.eitc + unit.excess_payroll_tax_withheld))
  },
})

export const refundable_ctc_entitlement = variable({
  entity: TaxUnit,
  label: 'Additional child tax credit if it is claimed',
  unit: 'currency-USD',
  reference: '26 USC §24(d); Schedule 8812 line 27',
  formula(unit, law) {
    const { min_children_for_ss_taxes_minus_eitc } = law.gov.irs.credits.ctc.refundable.phase_in
    const phased_in =
      unit.ctc_children < min_children_for_ss_taxes_minus_eitc
        ? unit.ctc_phase_in
        : Math.max(unit.ctc_phase_in, unit.ctc_social_security_tax)
    return Math.min(unit.refundable_ctc_maximum, phased_in)
  },
})

export const refundable_ctc = variable({
  entity: TaxUnit,
  label: 'Additional child tax credit',
  unit: 'currency-USD',
  reference: '26 USC §24(d); Form 1040 line 28',
  formula(unit, law) {
    return ifClaimed(
      unit.refundable_ctc_entitlement,
      unit.refundable_ctc_maximum,
      law.gov.simulation.take_up.refundable_ctc,
      unit.credit_take_up_draw,
    )
  },
})
