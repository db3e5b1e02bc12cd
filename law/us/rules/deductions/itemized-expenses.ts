/**
 * What Schedule A allows of each kind of expense, if the unit itemizes and before the limits on the total. A `haircut`
 * is the share disallowed, a `cap` an amount in dollars; most of them are there for reforms.
 */
import { variable } from '../../../language/index.ts'
import { TaxUnit } from '../../entities.ts'
import type { TaxUnitRecord } from '../../generated/types.ts'
import { agedFilers } from '../people/filers.ts'
import { afterHaircut } from '../phase-outs.ts'

/** Adjusted gross income by which floors and ceilings are measured: never below zero. */
export function positiveIncome(unit: TaxUnitRecord): number {
  return Math.max(unit.adjusted_gross_income, 0)
}

export const medical_expense_deduction_if_itemizing = variable({
  entity: TaxUnit,
  label: 'Deduction for medical expenses if the unit itemizes',
  unit: 'currency-USD',
  reference: '26 USC §213(a), (f); Schedule A line 4',
  formula(unit, law) {
    const p = law.gov.irs.deductions.itemized.medical
    const floor_rate = agedFilers(unit, law) > 0 ? p.floor + p.floor_addition_aged : p.floor
    const above_floor = Math.max(0, unit.medical_expense - floor_rate * positiveIncome(unit))
    return Math.min(afterHaircut(above_floor, p.haircut), p.cap[unit.filing_status])
  },
})

export const salt_deduction_if_itemizing = variable({
  entity: TaxUnit,
  label: 'Deduction for state and local taxes if the unit itemizes',
  unit: 'currency-USD',
  reference: '26 USC §164(a), (b)(5)–(7); Schedule A line 7',
  formula(unit, law) {
    const { state_and_local_tax, real_estate_tax, salt_and_real_estate } = law.gov.irs.deductions.itemized
    const status = unit.filing_status
    // Reforms may cap each tax at a share of income; no income still leaves a base of a hundredth of a cent.
    const base = Math.max(unit.adjusted_gross_income, 0.0001)
    const income_or_sales_tax = Math.min(
      afterHaircut(unit.state_and_local_sales_or_income_tax, state_and_local_tax.haircut),
      state_and_local_tax.cap[status],
      state_and_local_tax.agi_limit * base,
    )
    const property_tax = Math.min(
      afterHaircut(unit.real_estate_taxes, real_estate_tax.haircut),
      real_estate_tax.cap[status],
      real_estate_tax.agi_limit * base,
    )
    const { threshold, rate, floor } = salt_and_real_estate.phase_out
    const excess = positiveIncome(unit) - threshold[status]
    const cap = salt_and_real_estate.cap[status]
    const reduced_cap = excess > 0 ? Math.max(0, cap - excess * rate, floor[status]) : cap
    return Math.min(
      afterHaircut(income_or_sales_tax + property_tax, salt_and_real_estate.haircut),
      reduced_cap,
    )
  },
})

export const interest_deduction_if_itemizing = variable({
  entity: TaxUnit,
  label: 'Deduction for interest paid if the unit itemizes',
  unit: 'currency-USD',
  reference: '26 USC §163(a), (d), (h)(3); Schedule A line 10',
  formula(unit, law) {
    const p = law.gov.irs.deductions.itemized.interest
    return Math.min(afterHaircut(unit.interest_expense, p.haircut), p.cap[unit.filing_status])
  },
})

export const charitable_deduction_if_itemizing = variable({
  entity: TaxUnit,
  label: 'Deduction for gifts to charity if the unit itemizes',
  unit: 'currency-USD',
  reference: '26 USC §170(a), (b)(1); Schedule A line 14',
  formula(unit, law) {
    const p = law.gov.irs.deductions.itemized.charity
    const income = positiveIncome(unit)
    const gifts = unit.charitable_cash_donations + unit.charitable_non_cash_donations
    const floor = Math.max(p.floor.rate * income, p.floor.amount[unit.filing_status])
    const above_floor = Math.max(0, gifts - floor)
    // The floor takes from cash and other gifts in proportion.
    const non_cash_share = gifts > 0 ? unit.charitable_non_cash_donations / gifts : 0
    const non_cash = Math.min(p.ceiling.non_cash * income, above_floor * non_cash_share)
    const allowed = Math.min(non_cash + above_floor * (1 - non_cash_share), p.ceiling.all * income)
    return Math.min(afterHaircut(allowed, p.haircut), p.cap[unit.filing_status])
  },
})

export const casualty_loss_deduction_if_itemizing = variable({
  entity: TaxUnit,
  label: 'Deduction for casualty and theft losses if the unit itemizes',
  unit: 'currency-USD',
  reference: '26 USC §165(c)(3), (h); Schedule A line 15',
  formula(unit, law) {
    const p = law.gov.irs.deductions.itemized.casualty
    const above_floor = Math.max(0, unit.casualty_loss - p.floor * positiveIncome(unit))
    return Math.min(afterHaircut(above_floor, p.haircut), p.cap[unit.filing_status])
  },
})

export const misc_deduction_if_itemizing = variable({
  entity: TaxUnit,
  label: 'Miscellaneous deductions above their floor if the unit itemizes',
  unit: 'currency-USD',
  reference: '26 USC §67; Schedule A (2017) line 27',
  formula(unit, law) {
    const p = law.gov.irs.deductions.itemized.misc
    const above_floor = Math.max(0, unit.misc_deduction_expenses - p.floor * positiveIncome(unit))
    return Math.min(afterHaircut(above_floor, p.haircut), p.cap[unit.filing_status])
  },
})
