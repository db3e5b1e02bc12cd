/** Refundable credits together, and the child tax credit as its receivers see it. */
import { variable } from '../../../language/index.ts'
import { TaxUnit } from '../../entities.ts'
import type { Law, TaxUnitRecord } from '../../generated/types.ts'

/** Of the child tax credit and the credit for other dependents, what a reform that makes them refundable pays out. */
function refundedByReform(unit: TaxUnitRecord, law: Law): number {
  const children = law.gov.irs.credits.ctc.refundable.fully_refundable ? unit.non_refundable_ctc : 0
  const others = law.gov.contrib.other_dependent_credit_refundable ? unit.other_dependent_credit : 0
  return children + others
}

export const income_tax_refundable_credits = variable({
  entity: TaxUnit,
  label: 'Refundable credits',
  unit: 'currency-USD',
  reference: 'Form 1040 line 32',
  formula(unit, law) {
    return (
      unit.eitc +
      unit.refundable_ctc +
      unit.refundable_american_opportunity_credit +
      unit.recovery_rebate_credit +
      unit.refundable_cdcc +
      unit.personal_refundable_credit +
      unit.new_refundable_ctc +
      unit.tax_unit_refundable_payroll_tax_credit +
      refundedByReform(unit, law)
    )
  },
})

export const ctc = variable({
  entity: TaxUnit,
  label: 'Child tax credit and credit for other dependents, against tax and refunded',
  unit: 'currency-USD',
  reference: '26 USC §24; Form 1040 lines 19 and 28',
  formula(unit) {
    return (
      unit.non_refundable_ctc + unit.refundable_ctc + unit.other_dependent_credit + unit.new_refundable_ctc
    )
  },
})

export const ctc_paid_as_refund = variable({
  entity: TaxUnit,
  label: 'Child tax credit and credit for other dependents paid as a refund',
  unit: 'currency-USD',
  reference: '26 USC §24(d); Form 1040 line 28',
  formula(unit, law) {
    return unit.refundable_ctc + unit.new_refundable_ctc + refundedByReform(unit, law)
  },
})

export const ctc_used_against_tax = variable({
  entity: TaxUnit,
  label: 'Child tax credit and credit for other dependents used against tax',
  unit: 'currency-USD',
  reference: '26 USC §24(a); Form 1040 line 19',
  formula(unit) {
    return Math.max(0, unit.ctc - unit.ctc_paid_as_refund)
  },
})
