/** Recovery rebates, the payments of 2020 and 2021: 26 USC §§6428, 6428A, 6428B. */
import { variable } from '../../../language/index.ts'
import { TaxUnit } from '../../entities.ts'

export const recovery_rebate_credit = variable({
  entity: TaxUnit,
  label: 'Recovery rebate credit',
  unit: 'currency-USD',
  reference: '26 USC §§6428, 6428A, 6428B; Form 1040 (2020, 2021) line 30',
  formula(unit, law) {
    const { person_amount, child_amount, unit_amount, phase_out } = law.gov.irs.credits.recovery_rebate_credit
    const income = unit.adjusted_gross_income
    const start = phase_out.start[unit.filing_status]
    const end = phase_out.end[unit.filing_status]
    const for_people = person_amount * unit.exemptions_count
    const for_unit = unit_amount[unit.filing_status] + child_amount * unit.people_under_18
    if (income < start) return for_people + for_unit
    // Between start and end the payment by head shrinks evenly to nothing; that by unit and child at a rate beyond. No
    // year's law has both, and Tax-Calculator pays only the first where the two meet.
    if (income > 0 && income < end) return for_people * (1 - (income - start) / (end - start))
    return Math.max(0, for_unit - phase_out.rate * (income - start))
  },
})
