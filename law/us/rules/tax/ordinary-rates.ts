/**
 * Tax at the rates of the ordinary schedule: 26 USC §1(a)–(d), (i), (j).
 */
import { marginalTax, variable } from '../../../language/index.ts'
import { TaxUnit } from '../../entities.ts'
import type { Law, TaxUnitRecord } from '../../generated/types.ts'

/**
 * Tax on `income` at ordinary rates.
 *
 * income   USD/year; negative is taxed as 0
 * returns  USD/year
 */
export function ordinaryTax(unit: TaxUnitRecord, law: Law, income: number): number {
  const { rates, thresholds } = law.gov.irs.income.bracket
  return marginalTax(income, rates, thresholds, unit.filing_status)
}

export const income_tax_main_rates = variable({
  entity: TaxUnit,
  label: 'Tax on taxable income at ordinary rates',
  unit: 'currency-USD',
  reference: '26 USC §1(a)–(d), (j); Schedules X, Y-1, Y-2 and Z',
  formula(unit, law) {
    return ordinaryTax(unit, law, unit.taxable_income)
  },
})
