/** Columns of a country population as a table: rows of one entity, under their ids. */
import { ReformlabError } from '../errors/index.ts'
import type { CountryLaw } from './country-law.ts'
import type { CountryPopulation } from './country-population.ts'
import { type CountryReform, noReform } from './country-reform.ts'

export interface CountryColumns {
  /** Of which entity. */
  readonly rows: string
  readonly ids: readonly (string | number)[] | Float64Array
  readonly columns: ReadonlyMap<string, Float64Array>
  readonly types: Readonly<Record<string, string>>
  /** By name, the values of enums among the types. */
  readonly enums: Readonly<Record<string, readonly string[]>>
}

/** Throws what the population does, and E_COUNTRY_ENTITY. `entity`: whose rows; that of persons repeats values of groups. */
export async function countryColumns(
  population: CountryPopulation,
  variables: readonly string[],
  reform: CountryReform = noReform,
  entity?: string,
): Promise<CountryColumns> {
  const { law } = population
  const rows = rowsOf(law, variables, entity)
  const columns = await population.columns(variables, reform)
  const types = Object.fromEntries(variables.map(title => [title, variableOf(law, title).type]))
  const named = new Set(Object.values(types))
  const spread = variables.map(title => {
    const own = variableOf(law, title).entity
    const values = columns.get(title)!
    if (own === rows) return [title, values] as const
    const group = population.relations[`${rows}.${own}`]!
    return [title, Float64Array.from(group, row => values[row]!)] as const
  })
  return {
    ...{ rows, types },
    ids: population.entities[rows]!.ids,
    columns: new Map(spread),
    enums: Object.fromEntries(
      law.file.enums.filter(({ name }) => named.has(name)).map(({ name, values }) => [name, values]),
    ),
  }
}

function rowsOf(law: CountryLaw, titles: readonly string[], entity: string | undefined): string {
  const found = [...new Set(titles.map(title => variableOf(law, title).entity))].sort()
  if (!entity && found.length === 1) return found[0]!
  const person = law.person.name
  if (entity && (entity === person || found.join() === entity)) return entity
  throw new ReformlabError('E_COUNTRY_ENTITY', {
    variables: titles.join(', '),
    entities: found.join(' and '),
    problem: entity ? `not of ${entity}` : 'and rows are of one',
    person,
  })
}

const variableOf = (law: CountryLaw, title: string) => law.variable(title.split('@')[0]!)
