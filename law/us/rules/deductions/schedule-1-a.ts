/**
 * Deductions of 2025–2028 open to itemizers and others alike: tips, overtime, car loans and seniors. Modified adjusted
 * gross income is taken to be adjusted gross income: the record holds no foreign earned income.
 */
import { variable } from '../../../language/index.ts'
import { TaxUnit } from '../../entities.ts'
import type { TaxUnitRecord } from '../../generated/types.ts'
import { agedFilers } from '../people/filers.ts'
import { inStepsBegun, inWholeSteps } from '../phase-outs.ts'

/** Adjusted gross income above the start of a phase-out. */
function excessIncome(unit: TaxUnitRecord, start: Readonly<Record<TaxUnitRecord['filing_status'], number>>) {
  return Math.max(0, unit.adjusted_gross_income - start[unit.filing_status])
}

export const tip_income_deduction = variable({
  entity: TaxUnit,
  label: 'Deduction for qualified tips',
  unit: 'currency-USD',
  reference: '26 USC §224(a), (b), (f); Schedule 1-A line 13',
  formula(unit, law) {
    if (unit.filing_status === 'separate') return 0
    const { cap, phase_out } = law.gov.irs.deductions.tip_income
    const excess = excessIncome(unit, phase_out.start)
    const steps = inWholeSteps(excess, phase_out.increment, law.gov.simulation.stepped_phase_outs)
    return Math.max(0, Math.min(unit.qualified_tip_income, cap) - steps * phase_out.rate)
  },
})

export const overtime_income_deduction = variable({
  entity: TaxUnit,
  label: 'Deduction for qualified overtime compensation',
  unit: 'currency-USD',
  reference: '26 USC §225(a), (b), (e); Schedule 1-A line 21',
  formula(unit, law) {
    if (unit.filing_status === 'separate') return 0
    const { cap, phase_out } = law.gov.irs.deductions.overtime_income
    const excess = excessIncome(unit, phase_out.start)
    const steps = inWholeSteps(excess, phase_out.increment, law.gov.simulation.stepped_phase_outs)
    return Math.max(
      0,
      Math.min(unit.qualified_overtime_income, cap[unit.filing_status]) - steps * phase_out.rate,
    )
  },
})

export const auto_loan_interest_deduction = variable({
  entity: TaxUnit,
  label: 'Deduction for interest on a car loan',
  unit: 'currency-USD',
  reference: '26 USC §163(h)(4)(A), (C); Schedule 1-A line 30',
  formula(unit, law) {
    const { cap, phase_out } = law.gov.irs.deductions.auto_loan_interest
    const excess = excessIncome(unit, phase_out.start)
    const steps = inStepsBegun(excess, phase_out.increment, law.gov.simulation.stepped_phase_outs)
    return Math.max(0, Math.min(unit.auto_loan_interest, cap) - steps * phase_out.rate)
  },
})

export const additional_senior_deduction = variable({
  entity: TaxUnit,
  label: 'Deduction for seniors',
  unit: 'currency-USD',
  reference: '26 USC §151(d)(5)(C); Schedule 1-A line 37',
  formula(unit, law) {
    if (unit.filing_status === 'separate') return 0
    const { amount, phase_out } = law.gov.irs.deductions.senior_deduction
    const each = Math.max(0, amount - excessIncome(unit, phase_out.start) * phase_out.rate)
    return agedFilers(unit, law) * each
  },
})

export const schedule_1_a_deductions = variable({
  entity: TaxUnit,
  label: 'Deductions for tips, overtime, car loans and seniors',
  unit: 'currency-USD',
  reference: '26 USC §63(b)(4)–(7); Schedule 1-A line 38',
  formula(unit) {
    return (
      unit.additional_senior_deduction +
      unit.overtime_income_deduction +
      unit.tip_income_deduction +
      unit.auto_loan_interest_deduction
    )
  },
})
