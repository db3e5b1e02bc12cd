/** Households: who lives there, and what their tax units have together. */
import { variable } from '../../../language/index.ts'
import { Household } from '../../entities.ts'

export const household_size = variable({
  entity: Household,
  label: 'People in the household',
  unit: 'person',
  reference: 'Current Population Survey, household roster',
  formula(household) {
    return household.members.count(() => true)
  },
})

export const household_count_adults = variable({
  entity: Household,
  label: 'People of 18 and over in the household',
  unit: 'person',
  reference: 'Current Population Survey, household roster',
  formula(household) {
    return household.members.count(person => person.age >= 18)
  },
})

export const household_count_children = variable({
  entity: Household,
  label: 'People under 18 in the household',
  unit: 'person',
  reference: 'Current Population Survey, household roster',
  formula(household) {
    return household.members.count(person => person.age < 18)
  },
})

export const household_market_income = variable({
  entity: Household,
  label: 'Household income before taxes and benefits',
  unit: 'currency-USD',
  reference: 'none: expanded income less benefits, summed over tax units',
  formula(household) {
    return household.tax_units.sum(unit => unit.expanded_income - unit.benefits_value)
  },
})

export const household_benefits = variable({
  entity: Household,
  label: 'Benefits of the household',
  unit: 'currency-USD',
  reference: 'none: benefits at their value, summed over tax units',
  formula(household) {
    return household.tax_units.sum(unit => unit.benefits_value)
  },
})

export const household_tax = variable({
  entity: Household,
  label: 'Income and payroll taxes of the household',
  unit: 'currency-USD',
  reference: '26 USC subtitles A and C',
  formula(household) {
    return household.tax_units.sum(unit => unit.combined_tax)
  },
})

export const household_net_income = variable({
  entity: Household,
  label: 'Household net income',
  unit: 'currency-USD',
  reference: 'none: after-tax income, summed over tax units',
  formula(household) {
    return household.tax_units.sum(unit => unit.after_tax_income)
  },
})

export const household_net_income_without_health_benefits = variable({
  entity: Household,
  label: 'Household net income without health benefits',
  unit: 'currency-USD',
  reference: 'none: after-tax income less the value of Medicare and Medicaid, summed over tax units',
  formula(household, law) {
    const worth = law.gov.simulation.benefit_value
    return household.tax_units.sum(
      unit => unit.after_tax_income - unit.medicare * worth.medicare - unit.medicaid * worth.medicaid,
    )
  },
})
