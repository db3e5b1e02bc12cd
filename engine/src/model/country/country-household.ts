/** One household in a country package's own form, before and after a reform: the package itself reads the situation. */
import { type CountryPopulation, type CountryReform, noReform } from '../../country/index.ts'
import type { HouseholdResult, HouseholdVariable } from '../calculate-household.ts'
import { namedValue } from '../household-values.ts'
import { countryCatalogue } from './country-catalogue.ts'

/** What is asked by a null in a situation: `snap`, or `salary@2026-03` in a period of its own. Each once. */
export function askedInSituation(situation: unknown): string[] {
  const asked = entriesOf(situation).flatMap(([, records]) =>
    entriesOf(records).flatMap(([, values]) =>
      entriesOf(values).flatMap(([variable, value]) => {
        if (value === null) return [variable]
        const periods = entriesOf(value).filter(([, one]) => one === null)
        return periods.map(([period]) => (/^\d{4}$/.test(period) ? variable : `${variable}@${period}`))
      }),
    ),
  )
  return [...new Set(asked)]
}

/** Throws what the population throws. */
export async function countryHousehold(
  population: CountryPopulation,
  titles: readonly string[],
  reform: CountryReform | undefined,
): Promise<HouseholdResult> {
  const catalogue = countryCatalogue(population.law)
  const before = await population.columns(titles, noReform)
  const after = reform && (await population.columns(titles, reform))
  const variables = titles.map((title): HouseholdVariable => {
    const variable = catalogue.variables.get(title.split('@')[0]!)!
    const { label, unit, reference, entity } = variable
    const named = (values: Float64Array, row: number) => namedValue(catalogue, variable, values[row]!)
    const records = Array.from(population.entities[entity]!.ids, String)
    const values = records.map((record, row) => ({
      ...{ record, baseline: named(before.get(title)!, row) },
      ...(after && { reform: named(after.get(title)!, row) }),
    }))
    return { name: title, label, unit, reference, entity, values }
  })
  return { year: population.year, variables, assumptions: [] }
}

const entriesOf = (value: unknown): [string, unknown][] =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : []
