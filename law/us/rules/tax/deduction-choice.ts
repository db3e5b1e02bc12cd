/**
 * The choice between the standard deduction and itemizing: 26 USC §63(b), (e). The unit takes whichever leaves less
 * regular and minimum tax; where both leave the same, the standard deduction.
 */
import { variable } from '../../../language/index.ts'
import { TaxUnit } from '../../entities.ts'
import { minimumTax, minimumTaxableIncome } from './minimum-tax.ts'
import { businessDeduction, regularTax, taxableIncome } from './regular-tax.ts'

export const taxable_income_if_itemizing = variable({
  entity: TaxUnit,
  label: 'Taxable income if the unit itemizes',
  unit: 'currency-USD',
  reference: '26 USC §63(a)',
  formula(unit, law) {
    return taxableIncome(unit, law, unit.itemized_deductions_if_itemizing)
  },
})

export const taxable_income_if_not_itemizing = variable({
  entity: TaxUnit,
  label: 'Taxable income if the unit does not itemize',
  unit: 'currency-USD',
  reference: '26 USC §63(b)',
  formula(unit, law) {
    return taxableIncome(unit, law, unit.standard_deduction_if_not_itemizing)
  },
})

export const regular_tax_if_itemizing = variable({
  entity: TaxUnit,
  label: 'Regular tax before credits if the unit itemizes',
  unit: 'currency-USD',
  reference: '26 USC §1',
  formula(unit, law) {
    return regularTax(unit, law, unit.taxable_income_if_itemizing)
  },
})

export const regular_tax_if_not_itemizing = variable({
  entity: TaxUnit,
  label: 'Regular tax before credits if the unit does not itemize',
  unit: 'currency-USD',
  reference: '26 USC §1',
  formula(unit, law) {
    return regularTax(unit, law, unit.taxable_income_if_not_itemizing)
  },
})

export const amt_income_if_not_itemizing = variable({
  entity: TaxUnit,
  label: 'Alternative minimum taxable income if the unit does not itemize',
  unit: 'currency-USD',
  reference: '26 USC §§55(b)(2), 56(b)(1)(D)',
  formula(unit, law) {
    const business = businessDeduction(unit, law, unit.standard_deduction_if_not_itemizing)
    return minimumTaxableIncome(unit, 0, business)
  },
})

export const minimum_tax_if_not_itemizing = variable({
  entity: TaxUnit,
  label: 'Alternative minimum tax if the unit does not itemize',
  unit: 'currency-USD',
  reference: '26 USC §55(a)',
  formula(unit, law) {
    return minimumTax(
      unit,
      law,
      unit.amt_income_if_not_itemizing,
      unit.taxable_income_if_not_itemizing,
      unit.regular_tax_if_not_itemizing,
    )
  },
})

export const minimum_tax_weighed_if_itemizing = variable({
  entity: TaxUnit,
  label: 'Alternative minimum tax weighed in the choice to itemize',
  unit: 'currency-USD',
  reference: '26 USC §55(a)',
  formula(unit, law) {
    // Tax-Calculator chooses as if the minimum tax allowed all itemized deductions, and disallows some of them after.
    const itemized = unit.itemized_deductions_if_itemizing + unit.itemized_deductions_phased_out_if_itemizing
    const business = businessDeduction(unit, law, unit.itemized_deductions_if_itemizing)
    return minimumTax(
      unit,
      law,
      minimumTaxableIncome(unit, itemized, business),
      unit.taxable_income_if_itemizing,
      unit.regular_tax_if_itemizing,
    )
  },
})

export const tax_unit_itemizes = variable({
  entity: TaxUnit,
  label: 'The unit itemizes its deductions',
  type: 'bool',
  reference: '26 USC §63(e)',
  formula(unit) {
    const itemizing = unit.regular_tax_if_itemizing + unit.minimum_tax_weighed_if_itemizing
    const not_itemizing = unit.regular_tax_if_not_itemizing + unit.minimum_tax_if_not_itemizing
    return itemizing < not_itemizing
  },
})
