/** Benefits of the unit together: what they cost, and what they are worth to those who receive them. */
import { variable } from '../../../language/index.ts'
import { TaxUnit } from '../../entities.ts'

export const benefits_cost = variable({
  entity: TaxUnit,
  label: 'Benefits, at what they cost the government',
  unit: 'currency-USD',
  reference: 'none: total of the programmes in the data',
  formula(unit) {
    return (
      unit.housing_assistance +
      unit.ssi +
      unit.snap +
      unit.tanf +
      unit.veterans_benefits +
      unit.wic +
      unit.medicare +
      unit.medicaid +
      unit.social_security +
      unit.unemployment_compensation +
      unit.basic_income +
      unit.other_benefits
    )
  },
})

export const benefits_value = variable({
  entity: TaxUnit,
  label: 'Benefits, at what they are worth to the unit',
  unit: 'currency-USD',
  reference: 'none: cash at its amount, the rest at a share of its cost that the user sets',
  formula(unit, law) {
    const worth = law.gov.simulation.benefit_value
    return (
      unit.housing_assistance * worth.housing_assistance +
      unit.ssi +
      unit.snap * worth.snap +
      unit.tanf * worth.tanf +
      unit.veterans_benefits * worth.veterans_benefits +
      unit.wic * worth.wic +
      unit.medicare * worth.medicare +
      unit.medicaid * worth.medicaid +
      unit.social_security +
      unit.unemployment_compensation +
      unit.basic_income +
      unit.other_benefits * worth.other_benefits
    )
  },
})
