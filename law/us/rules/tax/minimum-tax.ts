/**
 * The alternative minimum tax, for any choice of deductions: 26 USC §§55–59; Form 6251.
 */
import type { Law, TaxUnitRecord } from '../../generated/types.ts'
import { incomeAtOrdinaryRates, incomeBesideAdjustedGain } from './capital-gains-rates.ts'

/**
 * Alternative minimum taxable income: Form 6251 line 4.
 *
 * itemized  USD/year, itemized deductions that the minimum tax allows; the standard deduction it does not
 * business  USD/year, deduction for qualified business income
 */
export function minimumTaxableIncome(unit: TaxUnitRecord, itemized: number, business: number): number {
  // The deduction for seniors is an exemption of §151, which §56(b)(1)(D) disallows.
  const schedule_1_a =
    unit.tip_income_deduction + unit.overtime_income_deduction + unit.auto_loan_interest_deduction
  return (
    unit.adjusted_gross_income -
    unit.salt_refund_income -
    business -
    schedule_1_a -
    itemized +
    unit.amt_preference_income
  )
}

/** Whether the limit on a child's exemption applies: §59(j). Age 0 is an age that the record does not state. */
function isYoung(unit: TaxUnitRecord, law: Law): boolean {
  const { max_age } = law.gov.irs.income.amt.exemption.child
  return unit.head.age !== 0 && unit.head.age < max_age && unit.spouse.age < max_age
}

/** The exemption: §55(d); Form 6251 line 5. */
function exemption(unit: TaxUnitRecord, law: Law, income: number): number {
  const p = law.gov.irs.income.amt.exemption
  const status = unit.filing_status
  const excess = Math.max(0, income - p.phase_out.start[status])
  const is_beyond_limit = status === 'separate' && income > p.separate_limit
  const amount = is_beyond_limit ? 0 : Math.max(0, p.amount[status] - p.phase_out.rate * excess)
  return isYoung(unit, law) ? Math.min(amount, unit.tax_unit_earned_income + p.child.amount) : amount
}

/** Tax at the two rates of §55(b)(1): Form 6251 lines 7, 18 and 39. */
function taxAtMinimumRates(unit: TaxUnitRecord, law: Law, income: number): number {
  const { rate, threshold } = law.gov.irs.income.amt
  return rate.base * income + rate.additional * Math.max(0, income - threshold[unit.filing_status])
}

/** Tax where gains keep their own rates: §55(b)(3); Form 6251 Part III, line 38. */
function taxWithGainRates(unit: TaxUnitRecord, law: Law, income: number, taxable_income: number): number {
  const p = law.gov.irs.income.amt.capital_gains
  const status = unit.filing_status
  const adjusted_gain = unit.adjusted_net_capital_gain
  const depreciation = unit.unrecaptured_section_1250_gain
  const beside_gain = incomeBesideAdjustedGain(unit, taxable_income)

  const preferential = Math.min(adjusted_gain + depreciation, unit.net_capital_gain_and_qualified_dividends)
  const at_minimum_rates = Math.max(0, income - Math.min(income, preferential))

  const room_at_first_rate = Math.max(0, p.thresholds[1]![status] - beside_gain)
  const gain = Math.min(income, adjusted_gain)
  const at_first_rate = Math.min(room_at_first_rate, gain)
  const beyond_first = gain - at_first_rate
  const ordinary = incomeAtOrdinaryRates(unit, law, taxable_income)
  const room_at_second_rate = Math.max(0, p.thresholds[2]![status] - (room_at_first_rate + ordinary))
  const at_second_rate = Math.min(beyond_first, room_at_second_rate)
  const in_first_two = at_first_rate + at_second_rate
  const at_third_rate = gain - in_first_two

  // A fourth rate exists for reforms. Tax-Calculator charges it on gain in the second bracket, on top of that rate.
  const below_fourth = Math.min(
    beyond_first,
    Math.max(0, p.thresholds[3]![status] - beside_gain - room_at_first_rate),
  )
  const at_fourth_rate = gain === in_first_two ? 0 : Math.max(0, at_second_rate - below_fourth)

  const at_depreciation_rate =
    depreciation === 0
      ? 0
      : Math.max(0, income - at_minimum_rates - in_first_two - at_third_rate - at_fourth_rate)

  return (
    taxAtMinimumRates(unit, law, at_minimum_rates) +
    p.rates[1]! * at_first_rate +
    p.rates[2]! * at_second_rate +
    p.rates[3]! * at_third_rate +
    p.rates[4]! * at_fourth_rate +
    p.unrecaptured_section_1250_rate * at_depreciation_rate
  )
}

/** Whether Part III of Form 6251 is filled in. */
function hasGainRates(unit: TaxUnitRecord, law: Law, taxable_income: number): boolean {
  return (
    unit.net_capital_gain_and_qualified_dividends > 0 ||
    unit.adjusted_net_capital_gain > 0 ||
    incomeBesideAdjustedGain(unit, taxable_income) > 0 ||
    incomeAtOrdinaryRates(unit, law, taxable_income) > 0 ||
    unit.unrecaptured_section_1250_gain > 0
  )
}

/**
 * What the tentative minimum tax exceeds the regular tax by: §55(a); Form 6251 line 11.
 *
 * minimum_taxable_income  USD/year, by `minimumTaxableIncome`
 * taxable_income          USD/year, of the regular tax
 * regular_tax             USD/year, by `regularTax`
 * returns                 USD/year, not negative
 */
export function minimumTax(
  unit: TaxUnitRecord,
  law: Law,
  minimum_taxable_income: number,
  taxable_income: number,
  regular_tax: number,
): number {
  const income = Math.max(0, minimum_taxable_income - exemption(unit, law, minimum_taxable_income))
  const flat_tax = taxAtMinimumRates(unit, law, income)
  const tax = hasGainRates(unit, law, taxable_income)
    ? Math.min(flat_tax, taxWithGainRates(unit, law, income, taxable_income))
    : flat_tax
  const regular_foreign_tax_credit = unit.foreign_tax_credit_potential
  const foreign_tax_credit = unit.files_form_6251 ? unit.amt_foreign_tax_credit : regular_foreign_tax_credit
  const regular = Math.max(0, regular_tax - regular_foreign_tax_credit - unit.lump_sum_distribution_tax)
  return Math.max(0, tax - foreign_tax_credit - regular)
}
