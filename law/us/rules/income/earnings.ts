/**
 * Earnings of a person and of a return, in the sense of the earned income credit: 26 USC §32(c)(2).
 */
import { variable } from '../../../language/index.ts'
import { Person, TaxUnit } from '../../entities.ts'
import { deductibleSelfEmploymentTax } from '../payroll/self-employment.ts'
import { sumOfFilers } from '../people/filers.ts'

export const tax_unit_employment_income = variable({
  entity: TaxUnit,
  label: 'Wages, salaries and tips of head and spouse',
  unit: 'currency-USD',
  reference: '26 USC §61(a)(1); Form 1040 line 1z',
  formula(unit) {
    return sumOfFilers(unit, filer => filer.employment_income)
  },
})

export const tax_unit_self_employment_income = variable({
  entity: TaxUnit,
  label: 'Net profit or loss of head and spouse from business',
  unit: 'currency-USD',
  reference: '26 USC §61(a)(2); Schedule 1 line 3',
  formula(unit) {
    return sumOfFilers(unit, filer => filer.self_employment_income)
  },
})

export const tax_unit_farm_income = variable({
  entity: TaxUnit,
  label: 'Net profit or loss of head and spouse from farming',
  unit: 'currency-USD',
  reference: '26 USC §61(a)(2); Schedule 1 line 6',
  formula(unit) {
    return sumOfFilers(unit, filer => filer.farm_income)
  },
})

export const earned_income = variable({
  entity: Person,
  label: 'Earned income of the person',
  unit: 'currency-USD',
  reference: '26 USC §32(c)(2)(A)',
  formula(person, law) {
    const self_employment_tax =
      person.self_employment_social_security_tax + person.self_employment_medicare_tax
    return Math.max(
      0,
      person.employment_income +
        person.total_self_employment_income -
        deductibleSelfEmploymentTax(self_employment_tax, law),
    )
  },
})

export const tax_unit_earned_income = variable({
  entity: TaxUnit,
  label: 'Earned income of head and spouse',
  unit: 'currency-USD',
  reference: '26 USC §32(c)(2)(A)',
  formula(unit) {
    return Math.max(
      0,
      unit.tax_unit_employment_income +
        unit.tax_unit_total_self_employment_income -
        unit.self_employment_tax_ald,
    )
  },
})
