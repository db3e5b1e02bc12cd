/** Credits for every return, which some reforms propose; zero under current law. */
import { variable } from '../../../language/index.ts'
import { TaxUnit } from '../../entities.ts'

/** What is left of a credit when each dollar of income above `start` takes `rate` of it. */
function phasedOut(credit: number, income: number, start: number, rate: number): number {
  return rate > 0 && income > start ? Math.max(0, credit - rate * (income - start)) : credit
}

export const personal_refundable_credit = variable({
  entity: TaxUnit,
  label: 'Personal refundable credit',
  unit: 'currency-USD',
  reference: 'none: reform option of Tax-Calculator',
  formula(unit, law) {
    const { amount, phase_out } = law.gov.contrib.personal_refundable_credit
    const status = unit.filing_status
    return phasedOut(amount[status], unit.adjusted_gross_income, phase_out.start[status], phase_out.rate)
  },
})

export const personal_non_refundable_credit_potential = variable({
  entity: TaxUnit,
  label: 'Personal credit, before the limit to tax liability',
  unit: 'currency-USD',
  reference: 'none: reform option of Tax-Calculator',
  formula(unit, law) {
    const { amount, phase_out } = law.gov.contrib.personal_non_refundable_credit
    const status = unit.filing_status
    return phasedOut(amount[status], unit.adjusted_gross_income, phase_out.start[status], phase_out.rate)
  },
})
