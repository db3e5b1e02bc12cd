/**
 * Taxable income, regular tax and minimum tax with the deductions that the unit takes. Both choices are computed already,
 * so these variables select.
 */
import { variable } from '../../../language/index.ts'
import { TaxUnit } from '../../entities.ts'
import { incomeAtOrdinaryRates, incomeBesideAdjustedGain, worksheetTax } from './capital-gains-rates.ts'
import { minimumTax, minimumTaxableIncome } from './minimum-tax.ts'
import { ordinaryTax } from './ordinary-rates.ts'

export const taxable_income = variable({
  entity: TaxUnit,
  label: 'Taxable income',
  unit: 'currency-USD',
  reference: '26 USC §63; Form 1040 line 15',
  formula(unit) {
    return unit.tax_unit_itemizes ? unit.taxable_income_if_itemizing : unit.taxable_income_if_not_itemizing
  },
})

export const income_tax_main_rates = variable({
  entity: TaxUnit,
  label: 'Tax on taxable income at ordinary rates',
  unit: 'currency-USD',
  reference: '26 USC §1(a)–(d), (j); Schedules X, Y-1, Y-2 and Z',
  formula(unit, law) {
    return unit.tax_unit_itemizes
      ? ordinaryTax(unit, law, unit.taxable_income_if_itemizing)
      : ordinaryTax(unit, law, unit.taxable_income_if_not_itemizing)
  },
})

export const taxable_income_less_adjusted_net_capital_gain = variable({
  entity: TaxUnit,
  label: 'Taxable income beside adjusted net capital gain',
  unit: 'currency-USD',
  reference: '26 USC §1(h)(1)(B); Schedule D Tax Worksheet (2017) line 14',
  formula(unit) {
    return incomeBesideAdjustedGain(unit, unit.taxable_income)
  },
})

export const taxable_income_at_ordinary_rates = variable({
  entity: TaxUnit,
  label: 'Taxable income at ordinary rates',
  unit: 'currency-USD',
  reference: '26 USC §1(h)(1)(A); Schedule D Tax Worksheet (2017) line 18',
  formula(unit, law) {
    return incomeAtOrdinaryRates(unit, law, unit.taxable_income)
  },
})

export const capital_gains_schedule_tax = variable({
  entity: TaxUnit,
  label: 'Tax by the Schedule D Tax Worksheet',
  unit: 'currency-USD',
  reference: '26 USC §1(h)(1); Schedule D Tax Worksheet (2017) line 43',
  formula(unit, law) {
    return unit.tax_unit_itemizes
      ? worksheetTax(unit, law, unit.taxable_income_if_itemizing)
      : worksheetTax(unit, law, unit.taxable_income_if_not_itemizing)
  },
})

export const regular_tax_before_credits = variable({
  entity: TaxUnit,
  label: 'Regular tax before credits',
  unit: 'currency-USD',
  reference: '26 USC §§1, 26(b); Form 1040 line 16',
  formula(unit) {
    return unit.tax_unit_itemizes ? unit.regular_tax_if_itemizing : unit.regular_tax_if_not_itemizing
  },
})

export const lump_sum_distribution_tax = variable({
  entity: TaxUnit,
  label: 'Tax on lump-sum distributions: always zero, as no record holds such a distribution',
  unit: 'currency-USD',
  reference: '26 USC §402(e)(1) (1985); Form 4972',
  formula() {
    return 0
  },
})

export const amt_income = variable({
  entity: TaxUnit,
  label: 'Alternative minimum taxable income',
  unit: 'currency-USD',
  reference: '26 USC §§55(b)(2), 56(b); Form 6251 line 4',
  formula(unit, law) {
    if (!unit.tax_unit_itemizes) return unit.amt_income_if_not_itemizing
    const medical_floor = law.gov.irs.income.amt.medical_floor * unit.adjusted_gross_income
    const medical_disallowed = Math.max(0, Math.min(unit.medical_expense_deduction, medical_floor))
    const disallowed = unit.salt_deduction + unit.misc_deduction + medical_disallowed
    // §56(b)(1)(F) lifts the overall limitation, so what it took is allowed here.
    const itemized = unit.itemized_deductions + unit.itemized_deductions_phased_out - disallowed
    return minimumTaxableIncome(unit, itemized, unit.qualified_business_income_deduction)
  },
})

export const alternative_minimum_tax = variable({
  entity: TaxUnit,
  label: 'Alternative minimum tax',
  unit: 'currency-USD',
  reference: '26 USC §55(a); Form 6251 line 11; Schedule 2 line 2',
  formula(unit, law) {
    if (!unit.tax_unit_itemizes) return unit.minimum_tax_if_not_itemizing
    return minimumTax(
      unit,
      law,
      unit.amt_income,
      unit.taxable_income_if_itemizing,
      unit.regular_tax_if_itemizing,
    )
  },
})

export const income_tax_before_credits = variable({
  entity: TaxUnit,
  label: 'Regular and alternative minimum tax, before credits',
  unit: 'currency-USD',
  reference: '26 USC §26(b); Form 1040 line 18',
  formula(unit) {
    return unit.regular_tax_before_credits + unit.alternative_minimum_tax
  },
})
