/**
 * Self-employment tax, and the half of it that the income tax deducts: 26 USC §§1401–1402, 164(f).
 */
import { variable } from '../../../language/index.ts'
import { Person, TaxUnit } from '../../entities.ts'
import type { Law } from '../../generated/types.ts'
import { sumOfFilers } from '../people/filers.ts'
import { medicareRate, socialSecurityRate } from './wages.ts'

export const total_self_employment_income = variable({
  entity: Person,
  label: 'Profit or loss from business, farm and partnership',
  unit: 'currency-USD',
  reference: '26 USC §1402(a); Schedule SE line 3',
  formula(person) {
    return person.self_employment_income + person.farm_income + person.partnership_self_employment_income
  },
})

export const tax_unit_total_self_employment_income = variable({
  entity: TaxUnit,
  label: 'Profit or loss of head and spouse from business, farm and partnership',
  unit: 'currency-USD',
  reference: '26 USC §1402(a); Schedule SE line 3',
  formula(unit) {
    return sumOfFilers(unit, filer => filer.total_self_employment_income)
  },
})

/** What is left of self-employment income after the deduction that stands in for the employer's half: §1402(a)(12). */
function shareInNetEarnings(law: Law): number {
  return 1 - 0.5 * (socialSecurityRate(law) + medicareRate(law))
}

export const net_earnings_from_self_employment = variable({
  entity: Person,
  label: 'Net earnings from self-employment',
  unit: 'currency-USD',
  reference: '26 USC §1402(a)(12); Schedule SE line 4a',
  formula(person, law) {
    return Math.max(0, person.total_self_employment_income * shareInNetEarnings(law))
  },
})

export const self_employment_social_security_tax = variable({
  entity: Person,
  label: 'Social security part of self-employment tax',
  unit: 'currency-USD',
  reference: '26 USC §§1401(a), 1402(b)(1); Schedule SE line 10',
  formula(person, law) {
    const room = law.gov.irs.payroll.social_security.cap - person.taxable_earnings_for_social_security
    return socialSecurityRate(law) * Math.min(person.net_earnings_from_self_employment, room)
  },
})

export const self_employment_medicare_tax = variable({
  entity: Person,
  label: 'Medicare part of self-employment tax',
  unit: 'currency-USD',
  reference: '26 USC §1401(b)(1); Schedule SE line 11',
  formula(person, law) {
    return medicareRate(law) * person.net_earnings_from_self_employment
  },
})

export const self_employment_tax = variable({
  entity: TaxUnit,
  label: 'Self-employment tax',
  unit: 'currency-USD',
  reference: '26 USC §§1401(a), (b)(1), 1402(b)(2); Schedule SE line 12; Schedule 2 line 4',
  formula(unit, law) {
    // The statute exempts each person below $400; like Tax-Calculator, we ask it of the couple together.
    const net_earnings = unit.tax_unit_total_self_employment_income * shareInNetEarnings(law)
    if (net_earnings <= law.gov.irs.self_employment.net_earnings_exemption) return 0
    return sumOfFilers(
      unit,
      filer => filer.self_employment_social_security_tax + filer.self_employment_medicare_tax,
    )
  },
})

/** The part of self-employment tax that is deducted from income: §164(f). */
export function deductibleSelfEmploymentTax(tax: number, law: Law): number {
  const { haircut, deductible_share } = law.gov.irs.ald.self_employment_tax
  return (1 - haircut) * deductible_share * tax
}

export const self_employment_tax_ald = variable({
  entity: TaxUnit,
  label: 'Deduction for half of self-employment tax',
  unit: 'currency-USD',
  reference: '26 USC §164(f)(1); Schedule 1 line 15',
  formula(unit, law) {
    return deductibleSelfEmploymentTax(unit.self_employment_tax, law)
  },
})
