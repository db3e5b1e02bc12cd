/**
 * The deductions that the unit takes: the standard deduction or the itemized ones, the other being zero.
 */
import { variable } from '../../../language/index.ts'
import { TaxUnit } from '../../entities.ts'
import type { TaxUnitRecord } from '../../generated/types.ts'
import { businessDeduction } from '../tax/regular-tax.ts'

/** `amount` for a unit that itemizes, else 0. */
function ifItemizing(unit: TaxUnitRecord, amount: number): number {
  return unit.tax_unit_itemizes ? amount : 0
}

export const standard_deduction = variable({
  entity: TaxUnit,
  label: 'Standard deduction; zero for a unit that itemizes',
  unit: 'currency-USD',
  reference: '26 USC §63(b), (c); Form 1040 line 12e',
  formula(unit) {
    return unit.tax_unit_itemizes ? 0 : unit.standard_deduction_if_not_itemizing
  },
})

export const itemized_deductions = variable({
  entity: TaxUnit,
  label: 'Itemized deductions after all limits; zero for a unit that does not itemize',
  unit: 'currency-USD',
  reference: '26 USC §§63(d), 68; Schedule A line 17',
  formula(unit) {
    return ifItemizing(unit, unit.itemized_deductions_if_itemizing)
  },
})

export const itemized_deductions_before_limitation = variable({
  entity: TaxUnit,
  label: 'Itemized deductions before the limits on their total; zero for a unit that does not itemize',
  unit: 'currency-USD',
  reference: '26 USC §63(d); Schedule A',
  formula(unit) {
    return ifItemizing(unit, unit.itemized_deductions_before_limitation_if_itemizing)
  },
})

export const itemized_deductions_phased_out = variable({
  entity: TaxUnit,
  label: 'Itemized deductions lost to the overall limitation; zero for a unit that does not itemize',
  unit: 'currency-USD',
  reference: '26 USC §68(a)–(c) (before 2018)',
  formula(unit) {
    return ifItemizing(unit, unit.itemized_deductions_phased_out_if_itemizing)
  },
})

export const medical_expense_deduction = variable({
  entity: TaxUnit,
  label: 'Deduction for medical expenses; zero for a unit that does not itemize',
  unit: 'currency-USD',
  reference: '26 USC §213; Schedule A line 4',
  formula(unit) {
    return ifItemizing(unit, unit.medical_expense_deduction_if_itemizing)
  },
})

export const salt_deduction = variable({
  entity: TaxUnit,
  label: 'Deduction for state and local taxes; zero for a unit that does not itemize',
  unit: 'currency-USD',
  reference: '26 USC §164; Schedule A line 7',
  formula(unit) {
    return ifItemizing(unit, unit.salt_deduction_if_itemizing)
  },
})

export const interest_deduction = variable({
  entity: TaxUnit,
  label: 'Deduction for interest paid; zero for a unit that does not itemize',
  unit: 'currency-USD',
  reference: '26 USC §163; Schedule A line 10',
  formula(unit) {
    return ifItemizing(unit, unit.interest_deduction_if_itemizing)
  },
})

export const charitable_deduction = variable({
  entity: TaxUnit,
  label: 'Deduction for gifts to charity; zero for a unit that does not itemize',
  unit: 'currency-USD',
  reference: '26 USC §170; Schedule A line 14',
  formula(unit) {
    return ifItemizing(unit, unit.charitable_deduction_if_itemizing)
  },
})

export const casualty_loss_deduction = variable({
  entity: TaxUnit,
  label: 'Deduction for casualty and theft losses; zero for a unit that does not itemize',
  unit: 'currency-USD',
  reference: '26 USC §165(h); Schedule A line 15',
  formula(unit) {
    return ifItemizing(unit, unit.casualty_loss_deduction_if_itemizing)
  },
})

export const misc_deduction = variable({
  entity: TaxUnit,
  label: 'Miscellaneous deductions above their floor; zero for a unit that does not itemize',
  unit: 'currency-USD',
  reference: '26 USC §67; Schedule A (2017) line 27',
  formula(unit) {
    return ifItemizing(unit, unit.misc_deduction_if_itemizing)
  },
})

export const qualified_business_income_deduction = variable({
  entity: TaxUnit,
  label: 'Deduction for qualified business income',
  unit: 'currency-USD',
  reference: '26 USC §199A; Form 1040 line 13a',
  formula(unit, law) {
    return unit.tax_unit_itemizes
      ? businessDeduction(unit, law, unit.itemized_deductions_if_itemizing)
      : businessDeduction(unit, law, unit.standard_deduction_if_not_itemizing)
  },
})
