/**
 * Personal exemptions and their phase-out: 26 USC §151. The amount is zero from 2018 on.
 */
import { variable } from '../../../language/index.ts'
import { TaxUnit } from '../../entities.ts'
import { inStepsBegun } from '../phase-outs.ts'

export const exemptions_before_phase_out = variable({
  entity: TaxUnit,
  label: 'Personal exemptions before their phase-out',
  unit: 'currency-USD',
  reference: '26 USC §151(a)–(d)(2)',
  formula(unit, law) {
    if (unit.head_is_dependent_elsewhere) return 0
    const people = law.gov.contrib.no_exemption_under_18
      ? Math.max(0, unit.exemptions_count - unit.people_under_18)
      : unit.exemptions_count
    return people * law.gov.irs.income.exemption.amount
  },
})

export const exemptions = variable({
  entity: TaxUnit,
  label: 'Personal exemptions',
  unit: 'currency-USD',
  reference: '26 USC §151(d)(3); Form 1040 (2017) line 42',
  formula(unit, law) {
    const p = law.gov.irs.income.exemption.phase_out
    const step = p.step_size[unit.filing_status]
    const excess = Math.max(0, unit.adjusted_gross_income - p.start[unit.filing_status])
    const steps = inStepsBegun(excess, step, law.gov.simulation.stepped_phase_outs) / step
    return unit.exemptions_before_phase_out * (1 - Math.min(1, p.rate * steps))
  },
})
