/**
 * Capital gains and losses in gross income: 26 USC §§1211(b), 1222.
 */
import { variable } from '../../../language/index.ts'
import { TaxUnit } from '../../entities.ts'

export const net_capital_gains = variable({
  entity: TaxUnit,
  label: 'Net capital gain or loss, short and long term',
  unit: 'currency-USD',
  reference: '26 USC §1222; Schedule D line 16',
  formula(unit) {
    return unit.long_term_capital_gains + unit.short_term_capital_gains
  },
})

export const capital_gains_in_gross_income = variable({
  entity: TaxUnit,
  label: 'Net capital gain, or the part of a loss that may be deducted',
  unit: 'currency-USD',
  reference: '26 USC §1211(b); Schedule D lines 16 and 21',
  formula(unit, law) {
    return Math.max(-law.gov.irs.capital_gains.loss_limit[unit.filing_status], unit.net_capital_gains)
  },
})
