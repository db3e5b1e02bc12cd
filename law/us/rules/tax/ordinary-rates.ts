/**
 * Tax at the rates of the ordinary schedule: 26 USC §1(a)–(d), (i), (j).
 */
import { marginalTax } from '../../../language/index.ts'
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
