/**
 * Payroll taxes over wages and self-employment together, and the tax on high earnings that some reforms propose.
 */
import { variable } from '../../../language/index.ts'
import { Person, TaxUnit } from '../../entities.ts'
import { sumOfFilers } from '../people/filers.ts'
import { socialSecurityRate } from './wages.ts'

export const covered_earnings = variable({
  entity: Person,
  label: 'Wages and self-employment income that social security covers, without the cap',
  unit: 'currency-USD',
  reference: '26 USC §§1402(b), 3121(a)',
  formula(person, law) {
    const share = 1 - 0.5 * socialSecurityRate(law)
    return person.payroll_tax_gross_wages + Math.max(0, person.total_self_employment_income * share)
  },
})

export const social_security_second_threshold_tax = variable({
  entity: TaxUnit,
  label: 'Social security tax on earnings above a second threshold',
  unit: 'currency-USD',
  reference: 'none: reform option of Tax-Calculator',
  formula(unit, law) {
    const threshold = law.gov.contrib.social_security_second_threshold
    const above = sumOfFilers(unit, filer => Math.max(0, filer.covered_earnings - threshold))
    return socialSecurityRate(law) * above
  },
})

export const oasdi_tax = variable({
  entity: TaxUnit,
  label: 'Social security tax on wages and self-employment, employer and employee',
  unit: 'currency-USD',
  reference: '26 USC §§1401(a), 3101(a), 3111(a)',
  formula(unit) {
    // Self-employment below the $400 exemption is counted here, as Tax-Calculator does.
    return (
      sumOfFilers(
        unit,
        filer => filer.social_security_tax_on_wages + filer.self_employment_social_security_tax,
      ) + unit.social_security_second_threshold_tax
    )
  },
})

export const payroll_tax_on_wages = variable({
  entity: TaxUnit,
  label: 'Payroll tax on wages, with the tax above a second threshold',
  unit: 'currency-USD',
  reference: '26 USC §§3101(a), (b)(1), 3111',
  formula(unit) {
    return unit.fica_tax + unit.social_security_second_threshold_tax
  },
})

export const employer_payroll_tax = variable({
  entity: TaxUnit,
  label: "Employers' half of payroll tax on wages",
  unit: 'currency-USD',
  reference: '26 USC §3111(a), (b)',
  formula(unit, law) {
    const { social_security, medicare } = law.gov.irs.payroll
    const threshold = law.gov.contrib.social_security_second_threshold
    return sumOfFilers(unit, filer => {
      const above = Math.max(0, filer.payroll_tax_gross_wages - threshold)
      const covered = filer.taxable_earnings_for_social_security + above
      return social_security.rate.employer * covered + medicare.rate.employer * filer.payroll_tax_gross_wages
    })
  },
})
