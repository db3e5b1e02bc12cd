/**
 * Additional Medicare tax: 26 USC §§1401(b)(2), 3101(b)(2). It is asked of the return: wages first, then what the
 * threshold has left for self-employment.
 */
import { variable } from '../../../language/index.ts'
import { TaxUnit } from '../../entities.ts'
import { sumOfFilers } from '../people/filers.ts'

export const additional_medicare_tax = variable({
  entity: TaxUnit,
  label: 'Additional Medicare tax',
  unit: 'currency-USD',
  reference: '26 USC §§1401(b)(2), 3101(b)(2); Form 8959 line 18; Schedule 2 line 11',
  formula(unit, law) {
    const { exclusion, rate } = law.gov.irs.payroll.medicare.additional
    const threshold = exclusion[unit.filing_status]
    // Wages after pension contributions stand in for Medicare wages, as in Tax-Calculator.
    const wages = unit.tax_unit_employment_income
    const self_employment = sumOfFilers(unit, filer => filer.net_earnings_from_self_employment)
    const threshold_left = Math.max(0, threshold - wages)
    return rate * Math.max(0, wages - threshold) + rate * Math.max(0, self_employment - threshold_left)
  },
})
