/**
 * Tax where gains and qualified dividends have rates of their own: 26 USC §1(h)(1); Schedule D Tax Worksheet, lines as in 2017. A function
 * of taxable income, because taxable income follows from the choice of deductions.
 */
import type { Law, TaxUnitRecord } from '../../generated/types.ts'
import { ordinaryTax } from './ordinary-rates.ts'
import { netCapitalGain } from './preferential-income.ts'

/** Taxable income beside adjusted net capital gain: line 14; 0 where the worksheet is not used. */
export function incomeBesideAdjustedGain(unit: TaxUnitRecord, taxable_income: number): number {
  return unit.has_preferential_income ? Math.max(0, taxable_income - unit.adjusted_net_capital_gain) : 0
}

/** Taxable income within the first bracket of gains: line 15. */
function withinFirstBracket(unit: TaxUnitRecord, law: Law, taxable_income: number): number {
  return Math.min(law.gov.irs.capital_gains.thresholds[1]![unit.filing_status], taxable_income)
}

/** Taxable income at ordinary rates: line 18; 0 where the worksheet is not used. */
export function incomeAtOrdinaryRates(unit: TaxUnitRecord, law: Law, taxable_income: number): number {
  if (!unit.has_preferential_income) return 0
  const beside_gain = incomeBesideAdjustedGain(unit, taxable_income)
  return Math.max(
    Math.min(beside_gain, withinFirstBracket(unit, law, taxable_income)),
    Math.max(0, taxable_income - unit.net_capital_gain_and_qualified_dividends),
  )
}

/**
 * Tax by the Schedule D Tax Worksheet, line 43; 0 where the worksheet is not used.
 *
 * taxable_income  USD/year, not negative
 * returns         USD/year
 */
export function worksheetTax(unit: TaxUnitRecord, law: Law, taxable_income: number): number {
  if (!unit.has_preferential_income) return 0
  const { rates, thresholds, unrecaptured_section_1250_rate, collectibles_rate } = law.gov.irs.capital_gains
  const status = unit.filing_status
  const ordinary = incomeAtOrdinaryRates(unit, law, taxable_income)
  const beside_gain = incomeBesideAdjustedGain(unit, taxable_income)
  const first_bracket = withinFirstBracket(unit, law, taxable_income)
  const gain = Math.min(taxable_income, unit.adjusted_net_capital_gain)

  const at_first_rate = first_bracket - Math.min(beside_gain, first_bracket)
  const second_bracket = Math.min(thresholds[2]![status], taxable_income)
  const room_at_second_rate = Math.max(0, second_bracket - (ordinary + at_first_rate))
  const at_second_rate = Math.min(Math.max(0, gain - at_first_rate), room_at_second_rate)
  const at_third_rate = gain - (at_first_rate + at_second_rate)

  // A fourth rate exists for reforms; it is charged on all gain above its threshold.
  const all_gain = at_first_rate + at_second_rate + at_third_rate
  const at_fourth_rate = Math.max(0, all_gain - thresholds[3]![status])

  const beyond_income = Math.max(0, unit.net_capital_gain_and_qualified_dividends + ordinary - taxable_income)
  const depreciation = Math.min(netCapitalGain(unit), unit.unrecaptured_section_1250_gain)
  const at_depreciation_rate = Math.max(0, depreciation - beyond_income)
  const at_collectibles_rate =
    taxable_income - (ordinary + at_first_rate + at_second_rate + at_third_rate + at_depreciation_rate)

  return (
    rates[2]! * at_second_rate +
    rates[3]! * at_third_rate +
    unrecaptured_section_1250_rate * at_depreciation_rate +
    collectibles_rate * at_collectibles_rate +
    ordinaryTax(unit, law, ordinary) +
    rates[1]! * at_first_rate +
    (rates[4]! - rates[3]!) * at_fourth_rate
  )
}
