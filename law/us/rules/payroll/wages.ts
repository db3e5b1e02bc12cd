/**
 * Social security and Medicare tax on wages, both halves: 26 USC §§3101, 3111.
 */
import { variable } from '../../../language/index.ts'
import { Person, TaxUnit } from '../../entities.ts'
import type { Law } from '../../generated/types.ts'
import { sumOfFilers } from '../people/filers.ts'

/** Old-age, survivors and disability insurance, employer's and employee's half. */
export function socialSecurityRate(law: Law): number {
  const { employer, employee } = law.gov.irs.payroll.social_security.rate
  return employer + employee
}

/** Hospital insurance, employer's and employee's half. */
export function medicareRate(law: Law): number {
  const { employer, employee } = law.gov.irs.payroll.medicare.rate
  return employer + employee
}

export const payroll_tax_gross_wages = variable({
  entity: Person,
  label: 'Wages subject to payroll tax, pension contributions included',
  unit: 'currency-USD',
  reference: '26 USC §3121(a), (v)(1)(A)',
  formula(person) {
    return person.employment_income + person.pension_contributions
  },
})

export const taxable_earnings_for_social_security = variable({
  entity: Person,
  label: 'Wages up to the contribution and benefit base',
  unit: 'currency-USD',
  reference: '26 USC §3121(a)(1); 42 USC §430',
  formula(person, law) {
    return Math.min(law.gov.irs.payroll.social_security.cap, person.payroll_tax_gross_wages)
  },
})

export const social_security_tax_on_wages = variable({
  entity: Person,
  label: 'Social security tax on wages, employer and employee',
  unit: 'currency-USD',
  reference: '26 USC §§3101(a), 3111(a)',
  formula(person, law) {
    return socialSecurityRate(law) * person.taxable_earnings_for_social_security
  },
})

export const medicare_tax_on_wages = variable({
  entity: Person,
  label: 'Medicare tax on wages, employer and employee',
  unit: 'currency-USD',
  reference: '26 USC §§3101(b)(1), 3111(b)',
  formula(person, law) {
    return medicareRate(law) * person.payroll_tax_gross_wages
  },
})

export const fica_tax = variable({
  entity: TaxUnit,
  label: 'Social security and Medicare tax on wages, employer and employee',
  unit: 'currency-USD',
  reference: '26 USC §§3101(a), (b)(1), 3111',
  formula(unit) {
    return sumOfFilers(unit, filer => filer.social_security_tax_on_wages + filer.medicare_tax_on_wages)
  },
})
