/**
 * Poverty of households, in the manner of the Supplemental Poverty Measure and of the European Union.
 *
 * A household stands for the unit that the Census Bureau forms of relatives, partners and foster children: who is related
 * to whom is not in the data. Lodgers and families who share a dwelling are taken to share their income.
 */
import { variable } from '../../../language/index.ts'
import { Household } from '../../entities.ts'
import type { HouseholdRecord } from '../../generated/types.ts'

export const household_count_adults_under_65 = variable({
  entity: Household,
  label: 'People from 18 to 64 in the household',
  unit: 'person',
  reference: 'Current Population Survey, household roster',
  formula(household) {
    return household.members.count(person => person.age >= 18 && person.age < 65)
  },
})

export const household_count_seniors = variable({
  entity: Household,
  label: 'People of 65 and over in the household',
  unit: 'person',
  reference: 'Current Population Survey, household roster',
  formula(household) {
    return household.members.count(person => person.age >= 65)
  },
})

export const household_spm_resources = variable({
  entity: Household,
  label: 'Resources of the household, nearly as the Supplemental Poverty Measure counts them',
  unit: 'currency-USD',
  reference:
    'none: Census Bureau, Supplemental Poverty Measure, cash income and in-kind benefits less taxes, without health benefits',
  formula(household, law) {
    // The measure also subtracts state taxes, work, care and medical expenses, which the data lack or hold for few.
    const { other_benefits: worth } = law.gov.simulation.benefit_value
    const services = household.tax_units.sum(unit => unit.other_benefits) * worth
    return household.household_net_income_without_health_benefits - services
  },
})

export const household_spm_threshold = variable({
  entity: Household,
  label: 'Supplemental Poverty Measure threshold of the household, as of renters anywhere',
  unit: 'currency-USD',
  reference:
    'none: Bureau of Labor Statistics, threshold of two adults and two children; Census Bureau, three-parameter equivalence scale',
  formula(household, law) {
    const reference_family = spmNeed(2, 2)
    return law.gov.census.spm.reference_threshold * (householdNeed(household) / reference_family)
  },
})

export const household_modified_oecd_scale = variable({
  entity: Household,
  label: 'Modified OECD equivalence scale of the household',
  unit: '/1',
  reference: 'none: Commission Regulation (EC) No 28/2004 (EU-SILC), modified OECD scale',
  formula(household) {
    const further_person = 0.5
    const child = 0.3
    // Somebody is the first, also where nobody's age is known.
    const from_14 = Math.max(
      1,
      household.members.count(person => person.age >= 14),
    )
    return 1 + further_person * (from_14 - 1) + child * (household.household_size - from_14)
  },
})

/** Somebody is an adult, also where nobody's age is known. */
function householdNeed(household: HouseholdRecord): number {
  const adults = Math.max(1, household.household_count_adults)
  return spmNeed(adults, household.household_size - adults)
}

/** The measure's three-parameter scale: need in adults who live alone. No parameter of a reform: it is computed once. */
function spmNeed(adults: number, children: number): number {
  const child = 0.5
  const first_child_of_one_adult = 0.8
  const exponent = 0.7
  const exponent_of_up_to_two_adults = 0.5
  const first_child = adults === 1 ? first_child_of_one_adult : child
  const further_children = Math.max(0, children - 1)
  const need = adults + first_child * (children - further_children) + child * further_children
  return need ** (children === 0 && adults <= 2 ? exponent_of_up_to_two_adults : exponent)
}
