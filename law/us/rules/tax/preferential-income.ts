/**
 * Long-term gains and qualified dividends, which have rates of their own: 26 USC §1(h). None of this depends on which
 * deductions are taken.
 */
import { variable } from '../../../language/index.ts'
import { TaxUnit } from '../../entities.ts'
import type { TaxUnitRecord } from '../../generated/types.ts'

/** Net long-term gain that short-term losses leave, and distributions of gains: §1222(11). */
export function netCapitalGain(unit: TaxUnitRecord): number {
  return (
    Math.max(0, Math.min(unit.long_term_capital_gains, unit.net_capital_gains)) + unit.non_sch_d_capital_gains
  )
}

export const has_preferential_income = variable({
  entity: TaxUnit,
  label: 'Tax is figured on the Schedule D Tax Worksheet',
  type: 'bool',
  reference: '26 USC §1(h)(1); Form 1040 line 16',
  formula(unit, law) {
    if (law.gov.contrib.capital_gains_as_ordinary_income) return false
    return (
      unit.capital_gains_in_gross_income > 0 ||
      unit.net_capital_gains > 0 ||
      unit.long_term_capital_gains > 0 ||
      unit.non_sch_d_capital_gains > 0 ||
      unit.qualified_dividend_income > 0
    )
  },
})

export const net_capital_gain_and_qualified_dividends = variable({
  entity: TaxUnit,
  label: 'Net capital gain and qualified dividends',
  unit: 'currency-USD',
  reference: '26 USC §1(h)(3), (11); Schedule D Tax Worksheet (2017) line 10',
  formula(unit) {
    if (!unit.has_preferential_income) return netCapitalGain(unit)
    const elected = Math.max(0, unit.investment_income_elected_form_4952)
    return Math.max(0, unit.qualified_dividend_income - elected) + netCapitalGain(unit)
  },
})

export const adjusted_net_capital_gain = variable({
  entity: TaxUnit,
  label: 'Net capital gain and qualified dividends without collectibles and depreciation',
  unit: 'currency-USD',
  reference: '26 USC §1(h)(3); Schedule D Tax Worksheet (2017) line 13',
  formula(unit) {
    if (!unit.has_preferential_income) return 0
    const rated_apart = unit.unrecaptured_section_1250_gain + unit.capital_gains_28_percent_rate_gain
    return unit.net_capital_gain_and_qualified_dividends - Math.min(netCapitalGain(unit), rated_apart)
  },
})
