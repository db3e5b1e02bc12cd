/** Child tax credit and credit for other dependents, up to the tax they may reduce: 26 USC §24(a)–(c), (h). */
import { variable } from '../../../language/index.ts'
import { TaxUnit } from '../../entities.ts'
import { afterHaircut, inStepsBegun } from '../phase-outs.ts'

export const ctc_children = variable({
  entity: TaxUnit,
  label: 'Children the child tax credit is paid for',
  unit: 'person',
  reference: '26 USC §24(c)(1); Schedule 8812 line 4',
  formula(unit, law) {
    const children = unit.ctc_qualifying_children
    if (!law.gov.irs.credits.ctc.includes_age_17) return children
    const minor_filers =
      Number(unit.head.age < 18) + Number(unit.filing_status === 'joint' && unit.spouse.age < 18)
    return children + Math.max(0, unit.people_under_18 - minor_filers - children)
  },
})

export const ctc_maximum = variable({
  entity: TaxUnit,
  label: 'Child tax credit before any phase-out',
  unit: 'currency-USD',
  reference: '26 USC §24(a), (h)(2), (i)(3); Schedule 8812 line 5',
  formula(unit, law) {
    const { base, young_child_bonus } = law.gov.irs.credits.ctc.amount
    return base * unit.ctc_children + young_child_bonus * unit.dependents_under_6
  },
})

export const other_dependent_credit_maximum = variable({
  entity: TaxUnit,
  label: 'Credit for other dependents before any phase-out',
  unit: 'currency-USD',
  reference: '26 USC §24(h)(4); Schedule 8812 line 7',
  formula(unit, law) {
    const others = Math.max(0, unit.exemptions_count - unit.ctc_children - unit.filer_count)
    return law.gov.irs.credits.ctc.amount.adult_dependent * others
  },
})

export const dependent_credits_after_phase_out = variable({
  entity: TaxUnit,
  label: 'Child tax credit and credit for other dependents, before the limit to tax liability',
  unit: 'currency-USD',
  reference: '26 USC §24(b), (h)(3); Schedule 8812 line 12',
  formula(unit, law) {
    const { threshold, rate, increment } = law.gov.irs.credits.ctc.phase_out
    const excess = Math.max(0, unit.adjusted_gross_income - threshold[unit.filing_status])
    const reduction = rate * inStepsBegun(excess, increment, law.gov.simulation.stepped_phase_outs)
    return Math.max(0, unit.ctc_maximum + unit.other_dependent_credit_maximum - reduction)
  },
})

export const ctc_limiting_tax_liability = variable({
  entity: TaxUnit,
  label: 'Tax that the credits for dependents may reduce',
  unit: 'currency-USD',
  reference: '26 USC §26(a); Schedule 8812 line 13, Credit Limit Worksheet A',
  formula(unit, law) {
    const haircut = law.gov.irs.credits.haircut
    const credits_before =
      afterHaircut(unit.foreign_tax_credit_potential, haircut.foreign_tax_credit) +
      unit.cdcc_limited +
      unit.education_tax_credits_limited +
      afterHaircut(unit.savers_credit_potential, haircut.savers_credit) +
      afterHaircut(unit.residential_energy_credit_potential, haircut.residential_energy_credit) +
      unit.elderly_disabled_credit_limited
    return Math.max(0, unit.income_tax_before_credits - credits_before)
  },
})

export const dependent_credits_limited = variable({
  entity: TaxUnit,
  label: 'Child tax credit and credit for other dependents by their own form',
  unit: 'currency-USD',
  reference: '26 USC §§24, 26(a); Schedule 8812 line 14',
  formula(unit, law) {
    const credits = unit.dependent_credits_after_phase_out
    return law.gov.irs.credits.ctc.refundable.fully_refundable
      ? credits
      : Math.min(credits, unit.ctc_limiting_tax_liability)
  },
})

export const ctc_limited = variable({
  entity: TaxUnit,
  label: 'Child tax credit by its own form',
  unit: 'currency-USD',
  reference: '26 USC §24(a), (b); Schedule 8812 line 14',
  formula(unit) {
    // The form leaves the two credits together; they are told apart in proportion to what they began with.
    const before_phase_out = unit.ctc_maximum + unit.other_dependent_credit_maximum
    return unit.dependent_credits_limited > 0
      ? (unit.dependent_credits_limited * unit.ctc_maximum) / before_phase_out
      : 0
  },
})

export const other_dependent_credit_limited = variable({
  entity: TaxUnit,
  label: 'Credit for other dependents by its own form',
  unit: 'currency-USD',
  reference: '26 USC §24(h)(4); Schedule 8812 line 14',
  formula(unit) {
    return Math.max(0, unit.dependent_credits_limited - unit.ctc_limited)
  },
})

export const ctc_beyond_tax_liability = variable({
  entity: TaxUnit,
  label: 'Child tax credit and credit for other dependents beyond the tax they may reduce',
  unit: 'currency-USD',
  reference: '26 USC §24(d)(1); Schedule 8812 line 16a',
  formula(unit) {
    return Math.max(0, unit.dependent_credits_after_phase_out - unit.dependent_credits_limited)
  },
})
