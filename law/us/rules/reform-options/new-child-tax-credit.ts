/** A second, refundable child tax credit, which some reforms propose; zero under current law. */
import { variable } from '../../../language/index.ts'
import { TaxUnit } from '../../entities.ts'
import { inStepsBegun } from '../phase-outs.ts'

export const new_refundable_ctc_potential = variable({
  entity: TaxUnit,
  label: 'New refundable child tax credit, before the limit of refunds',
  unit: 'currency-USD',
  reference: 'none: reform option of Tax-Calculator',
  formula(unit, law) {
    const p = law.gov.contrib.new_refundable_ctc
    if (unit.ctc_children <= 0) return 0
    const income = Math.max(0, unit.adjusted_gross_income)
    const full = p.amount * unit.ctc_children + p.young_child_bonus * unit.dependents_under_6
    const credit = p.without_phase_in ? full : Math.min(p.phase_in_rate * income, full)
    const start = p.phase_out.start[unit.filing_status]
    if (income <= start) return credit
    const { increment } = law.gov.irs.credits.ctc.phase_out
    const excess = inStepsBegun(income - start, increment, law.gov.simulation.stepped_phase_outs)
    return Math.max(0, credit - p.phase_out.rate * excess)
  },
})

export const new_refundable_ctc = variable({
  entity: TaxUnit,
  label: 'New refundable child tax credit',
  unit: 'currency-USD',
  reference: 'none: reform option of Tax-Calculator',
  formula(unit, law) {
    const { refund_limit } = law.gov.contrib.new_refundable_ctc
    const credit = unit.new_refundable_ctc_potential
    if (!refund_limit.in_effect || credit <= 0) return credit
    const taxes = refund_limit.all_payroll_taxes ? unit.payroll_tax_on_wages : unit.oasdi_tax
    const refund = Math.max(0, credit - unit.income_tax_before_refundable_credits)
    const beyond_limit = Math.max(0, refund - refund_limit.rate * taxes)
    return Math.max(0, credit - beyond_limit)
  },
})
