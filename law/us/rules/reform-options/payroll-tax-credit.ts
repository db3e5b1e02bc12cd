/** A refundable credit for earnings that payroll taxes reach, which some reforms propose; zero under current law. */
import { variable } from '../../../language/index.ts'
import { Person, TaxUnit } from '../../entities.ts'
import { sumOfFilers } from '../people/filers.ts'

export const refundable_payroll_tax_credit = variable({
  entity: Person,
  label: 'Refundable payroll tax credit of the person',
  unit: 'currency-USD',
  reference: 'none: reform option of Tax-Calculator',
  formula(person, law) {
    const { rate, max } = law.gov.contrib.refundable_payroll_tax_credit
    return Math.min(person.covered_earnings * rate, max)
  },
})

export const tax_unit_refundable_payroll_tax_credit = variable({
  entity: TaxUnit,
  label: 'Refundable payroll tax credit of head and spouse',
  unit: 'currency-USD',
  reference: 'none: reform option of Tax-Calculator',
  formula(unit) {
    return sumOfFilers(unit, filer => filer.refundable_payroll_tax_credit)
  },
})
