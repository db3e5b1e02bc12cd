/** What there is in a country package's law, as our own law's catalogue has it. */
import type { CountryLaw } from '../../country/index.ts'
import type { Catalogue, CatalogueVariable } from '../catalogue.ts'
import type { VariableSources } from '../variable-graph.ts'

export function countryCatalogue({ file, person }: CountryLaw): Catalogue {
  const entities = file.entities.map(({ name, plural, roles, isPerson }) => {
    const groups: Readonly<Record<string, string>> = isPerson ? {} : { [person.plural]: person.name }
    return [
      name,
      { name, plural, groups, roles: roles.map(role => ({ name: role.name, unique: false })) },
    ] as const
  })
  const variables = file.variables.map((variable): [string, CatalogueVariable] => {
    const { name, entity, type, label, unit, reference, isInput, text } = variable
    const kind = isInput ? 'input' : 'variable'
    const where = { file: file.package.name, line: 1 }
    return [name, { kind, name, entity, type, label: label || name, unit, reference, ...where, text }]
  })
  return {
    entities: new Map(entities),
    enums: new Map(file.enums.map(({ name, values }) => [name, { values }])),
    variables: new Map(variables),
  }
}

/** By the variables that formulas name; which parameters they read is known to their program alone. */
export function countrySources({ file }: CountryLaw): { sources(variable: string): VariableSources } {
  const reads = new Map(file.variables.map(variable => [variable.name, variable.reads]))
  return { sources: variable => ({ variables: reads.get(variable) ?? [], parameters: [] }) }
}
