/** Credit for the expenses of care that let a parent work: 26 USC §21. */
import { variable } from '../../../language/index.ts'
import { TaxUnit } from '../../entities.ts'
import type { Law, TaxUnitRecord } from '../../generated/types.ts'
import { inStepsBegun } from '../phase-outs.ts'

export const cdcc_relevant_expenses = variable({
  entity: TaxUnit,
  label: 'Care expenses within the dollar limit',
  unit: 'currency-USD',
  reference: '26 USC §21(c); Form 2441 line 3',
  formula(unit, law) {
    const { max, max_individuals } = law.gov.irs.credits.cdcc
    const limit = Math.min(unit.cdcc_qualifying_individuals, max_individuals) * max
    return Math.max(0, Math.min(unit.care_expenses, limit))
  },
})

/** Earnings that limit the expenses: the head's, or on a joint return those of the spouse who earns less: §21(d). */
function lesserEarnings(unit: TaxUnitRecord): number {
  return unit.filing_status === 'joint'
    ? Math.min(unit.head.earned_income, unit.spouse.earned_income)
    : unit.head.earned_income
}

/** How many steps of `step` dollars the excess has begun; evenly divided in a smoothed run. */
function stepsBegun(excess: number, step: number, law: Law): number {
  return inStepsBegun(excess, step, law.gov.simulation.stepped_phase_outs) / step
}

export const cdcc_rate = variable({
  entity: TaxUnit,
  label: 'Share of care expenses credited',
  unit: '/1',
  reference: '26 USC §21(a)(2); Form 2441 line 8',
  formula(unit, law) {
    const p = law.gov.irs.credits.cdcc.phase_out
    const income = unit.adjusted_gross_income
    if (income <= p.start) return p.max
    const second_start = p.second_start[unit.filing_status]
    if (income <= second_start) {
      return Math.max(p.min, p.max - p.rate * stepsBegun(income - p.start, p.increment, law))
    }
    const second_step = p.second_increment[unit.filing_status]
    return Math.max(p.second_min, p.min - p.rate * stepsBegun(income - second_start, second_step, law))
  },
})

export const cdcc_potential = variable({
  entity: TaxUnit,
  label: 'Child and dependent care credit, before the limit to tax liability',
  unit: 'currency-USD',
  reference: '26 USC §21(a), (d); Form 2441 line 9c',
  formula(unit) {
    return Math.max(0, Math.min(unit.cdcc_relevant_expenses, lesserEarnings(unit))) * unit.cdcc_rate
  },
})

export const refundable_cdcc = variable({
  entity: TaxUnit,
  label: 'Child and dependent care credit, where the law makes it refundable',
  unit: 'currency-USD',
  reference: '26 USC §21(g) (2021); Form 2441 (2021) line 10',
  formula(unit, law) {
    return law.gov.irs.credits.cdcc.refundable ? unit.cdcc_potential : 0
  },
})

export const cdcc_limited = variable({
  entity: TaxUnit,
  label: 'Child and dependent care credit by its own form',
  unit: 'currency-USD',
  reference: '26 USC §26(a); Form 2441 line 11',
  formula(unit, law) {
    if (law.gov.irs.credits.cdcc.refundable) return 0
    const limit = Math.max(0, unit.income_tax_before_credits - unit.foreign_tax_credit_potential)
    return Math.min(limit, unit.cdcc_potential)
  },
})
