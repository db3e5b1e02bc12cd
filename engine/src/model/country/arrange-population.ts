/** The rows of a country population as outcomes take them: what relations join together, and a weight for every record. */
import { usualTileRows } from '../../backends/wasm/index.ts'
import { type ArrangedRows, arrangeRows } from '../../backends/wasm/partitioned/index.ts'
import type { CountryLaw, CountryPopulation } from '../../country/index.ts'

/** Records of the law's own entities; programs may have others for their calculation alone. */
export function arrangeCountry({ law, entities, relations }: CountryPopulation): ArrangedRows {
  const names = law.file.entities.map(({ name }) => name).filter(name => entities[name])
  const counts = names.map(name => [name, { count: entities[name]!.count, columns: new Map() }] as const)
  const links = names
    .filter(name => name !== law.person.name)
    .map(to => ({ name: `${law.person.name}.${to}`, from: law.person.name, to }))
  const most = Math.max(0, ...counts.map(([, { count }]) => count))
  const population = { entities: Object.fromEntries(counts), relations }
  return arrangeRows(names, links, population, undefined, usualTileRows(most))
}

/** A column of the population's order in the new one. */
export function arranged({ order }: ArrangedRows, entity: string, values: Float64Array): Float64Array {
  return Float64Array.from(order.get(entity)!, row => values[row]!)
}

/**
 * Those of `column`, one a record of `entity`; each person has that of its group, each group that of its first person.
 * Without a column every record stands for one.
 */
export function weightsOf(
  { person: { name: person } }: CountryLaw,
  { entities, relations }: ArrangedRows,
  weights: { readonly entity: string; readonly column: Float64Array } | undefined,
): Readonly<Record<string, Float64Array>> {
  const counts = [...entities].map(([name, { count }]) => [name, count] as const)
  if (!weights)
    return Object.fromEntries(counts.map(([name, count]) => [name, new Float64Array(count).fill(1)]))
  const { entity, column } = weights
  const groups = relations[`${person}.${entity}`]
  const ofPersons = groups ? Float64Array.from(groups, group => column[group]!) : column
  const of = (name: string, count: number) => {
    if (name === entity) return column
    if (name === person) return ofPersons
    const values = new Float64Array(count)
    const members = relations[`${person}.${name}`]!
    for (let member = members.length - 1; member >= 0; member--) values[members[member]!] = ofPersons[member]!
    return values
  }
  return Object.fromEntries(counts.map(([name, count]) => [name, of(name, count)]))
}
