/** Education credits: the American opportunity and the lifetime learning credit, 26 USC §25A. */
import { roundHalfUp, variable } from '../../../language/index.ts'
import { TaxUnit } from '../../entities.ts'
import type { Law } from '../../generated/types.ts'
import { afterHaircut } from '../phase-outs.ts'

/**
 * What the phase-out leaves of a credit.
 *
 * room     USD, by how much income stays below the end of the phase-out; negative leaves nothing
 * length   USD, from start to end
 * returns  in [0, 1], to three places where phase-outs are stepped (Form 8863 lines 6 and 17)
 */
function shareLeft(room: number, length: number, law: Law): number {
  const share = Math.max(0, room) / length
  return Math.min(1, law.gov.simulation.stepped_phase_outs ? roundHalfUp(share, 0.001) : share)
}

export const american_opportunity_credit = variable({
  entity: TaxUnit,
  label: 'American opportunity credit, before the limit to tax liability',
  unit: 'currency-USD',
  reference: '26 USC §25A(d), (i); Form 8863 line 7',
  formula(unit, law) {
    const { end, length } = law.gov.irs.credits.education.american_opportunity_credit.phase_out
    const room = end * unit.filer_count - unit.adjusted_gross_income
    const tentative = Math.max(0, unit.american_opportunity_credit_tentative)
    return shareLeft(room, length * unit.filer_count, law) * tentative
  },
})

export const refundable_american_opportunity_credit = variable({
  entity: TaxUnit,
  label: 'Refundable part of the American opportunity credit',
  unit: 'currency-USD',
  reference: '26 USC §25A(i); Form 8863 line 8; Form 1040 line 29',
  formula(unit, law) {
    const { refundability } = law.gov.irs.credits.education.american_opportunity_credit
    const { refundable_american_opportunity_credit } = law.gov.irs.credits.haircut
    return afterHaircut(
      refundability * unit.american_opportunity_credit,
      refundable_american_opportunity_credit,
    )
  },
})

export const non_refundable_american_opportunity_credit = variable({
  entity: TaxUnit,
  label: 'Non-refundable part of the American opportunity credit, before the limit to tax liability',
  unit: 'currency-USD',
  reference: '26 USC §25A(i); Form 8863 line 9',
  formula(unit, law) {
    const { refundability } = law.gov.irs.credits.education.american_opportunity_credit
    const { non_refundable_american_opportunity_credit } = law.gov.irs.credits.haircut
    const credit = unit.american_opportunity_credit
    return afterHaircut(credit - refundability * credit, non_refundable_american_opportunity_credit)
  },
})

export const lifetime_learning_credit_potential = variable({
  entity: TaxUnit,
  label: 'Lifetime learning credit, before the limit to tax liability',
  unit: 'currency-USD',
  reference: '26 USC §25A(c), (d); Form 8863 line 18',
  formula(unit, law) {
    const { lifetime_learning_credit, phase_out } = law.gov.irs.credits.education
    const joint = unit.filing_status === 'joint'
    const end = joint ? phase_out.end.joint : phase_out.end.other
    const length = joint ? phase_out.length.joint : phase_out.length.other
    const expenses = Math.min(unit.lifetime_learning_expenses, lifetime_learning_credit.expense_limit)
    return lifetime_learning_credit.rate * expenses * shareLeft(end - unit.adjusted_gross_income, length, law)
  },
})

export const education_tax_credits_limited = variable({
  entity: TaxUnit,
  label: 'Non-refundable education credits by their own form',
  unit: 'currency-USD',
  reference: '26 USC §§25A, 26(a); Form 8863 line 19, Credit Limit Worksheet',
  formula(unit, law) {
    const credits_before =
      unit.foreign_tax_credit_potential + unit.cdcc_limited + unit.elderly_disabled_credit_limited
    const tax_left = Math.max(0, unit.income_tax_before_credits - credits_before)
    const lifetime_learning = Math.min(unit.lifetime_learning_credit_potential, tax_left)
    const american_opportunity = Math.min(
      unit.non_refundable_american_opportunity_credit,
      Math.max(0, tax_left - lifetime_learning),
    )
    return afterHaircut(
      lifetime_learning + american_opportunity,
      law.gov.irs.credits.haircut.education_tax_credits,
    )
  },
})
