/** Earned income tax credit: 26 USC §32. */
import { variable } from '../../../language/index.ts'
import { TaxUnit } from '../../entities.ts'
import type { Law, TaxUnitRecord } from '../../generated/types.ts'
import { ifClaimed } from './take-up.ts'

/** Whether an age lies within the limits for workers without a child; an age that is not known does. */
function isOfAge(age: number, law: Law): boolean {
  const { min, max } = law.gov.irs.credits.eitc.eligibility.age
  return age === 0 || (min <= age && age <= max)
}

export const eitc_age_eligible = variable({
  entity: TaxUnit,
  label: 'Has a qualifying child, or is of the age for the credit without one',
  type: 'bool',
  reference: '26 USC §32(c)(1)(A)(ii)(II); Publication 596 rule 11',
  formula(unit, law) {
    return (
      unit.eitc_qualifying_children !== 'none' ||
      isOfAge(unit.head.age, law) ||
      (unit.filing_status === 'joint' && isOfAge(unit.spouse.age, law))
    )
  },
})

export const eitc_relevant_investment_income = variable({
  entity: TaxUnit,
  label: 'Investment income that can deny the credit',
  unit: 'currency-USD',
  reference: '26 USC §32(i)(2); Publication 596 worksheet 1',
  formula(unit) {
    return (
      unit.tax_exempt_interest_income +
      unit.taxable_interest_income +
      unit.dividend_income +
      Math.max(0, unit.capital_gains_in_gross_income) +
      Math.max(0, unit.schedule_e_income - unit.partnership_s_corp_income)
    )
  },
})

/**
 * The credit by its schedule: it grows with earnings, stays level, and shrinks with earnings or income, whichever is more.
 *
 * earnings  USD/year, not negative
 * income    USD/year, adjusted gross income
 * returns   USD/year, not negative
 * law       26 USC §32(a)
 */
function scheduledCredit(unit: TaxUnitRecord, law: Law, earnings: number, income: number): number {
  const { max, phase_in_rate, phase_out } = law.gov.irs.credits.eitc
  const children = unit.eitc_qualifying_children
  const joint_bonus = unit.filing_status === 'joint' ? phase_out.joint_bonus[children] : 0
  const excess = Math.max(0, Math.max(earnings, income) - (phase_out.start[children] + joint_bonus))

  const share_at_zero = law.gov.contrib.eitc_share_at_zero_earnings
  const phased_in = share_at_zero * max[children] + (1 - share_at_zero) * phase_in_rate[children] * earnings
  const credit = Math.min(phased_in, max[children])
  return excess > 0
    ? Math.min(credit, Math.max(0, max[children] - phase_out.rate[children] * excess))
    : credit
}

export const eitc_scheduled = variable({
  entity: TaxUnit,
  label: 'Earned income tax credit by its schedule, before conditions',
  unit: 'currency-USD',
  reference: '26 USC §32(a), (b); EIC Worksheet A line 6',
  formula(unit, law) {
    const { head, spouse } = unit
    if (unit.filing_status === 'joint' && law.gov.contrib.eitc_individual) {
      return (
        scheduledCredit(unit, law, head.earned_income, head.earned_income) +
        scheduledCredit(unit, law, spouse.earned_income, spouse.earned_income)
      )
    }
    return scheduledCredit(unit, law, unit.tax_unit_earned_income, unit.adjusted_gross_income)
  },
})

export const eitc_entitlement = variable({
  entity: TaxUnit,
  label: 'Earned income tax credit if it is claimed',
  unit: 'currency-USD',
  reference: '26 USC §32(a), (c)(1), (d), (i)',
  formula(unit, law) {
    const { eligibility, phase_out } = law.gov.irs.credits.eitc
    const separate = unit.filing_status === 'separate' && !eligibility.separate_filer
    if (!unit.eitc_age_eligible || separate || unit.head_is_dependent_elsewhere) return 0
    // The statute denies the credit above the limit; a reform may phase it out instead, so the denial is a huge rate.
    const excess = Math.max(0, unit.eitc_relevant_investment_income - phase_out.max_investment_income)
    return Math.max(0, unit.eitc_scheduled - phase_out.investment_income_rate * excess)
  },
})

export const eitc = variable({
  entity: TaxUnit,
  label: 'Earned income tax credit',
  unit: 'currency-USD',
  reference: '26 USC §32; Form 1040 line 27a',
  formula(unit, law) {
    const maximum = law.gov.irs.credits.eitc.max[unit.eitc_qualifying_children]
    return ifClaimed(
      unit.eitc_entitlement,
      maximum,
      law.gov.simulation.take_up.eitc,
      unit.credit_take_up_draw,
    )
  },
})
