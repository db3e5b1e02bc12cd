/** The law of a country package as Python has written it down: `schema/country-law.schema.json`. */

export interface LawFile {
  readonly format: 'reformlab-country-law/1'
  readonly package: {
    readonly name: string
    readonly version: string
    readonly dialect: 'openfisca' | 'policyengine'
    readonly core: string
  }
  readonly entities: readonly CountryEntity[]
  readonly enums: readonly CountryEnum[]
  readonly variables: readonly CountryVariable[]
  readonly groups: readonly CountryGroup[]
  readonly parameters: readonly CountryParameter[]
  /** Paths that the package reads to switch structural reforms on. */
  readonly structural: readonly string[]
}

export interface CountryEntity {
  readonly name: string
  readonly plural: string
  readonly label: string
  readonly isPerson: boolean
  readonly roles: readonly { readonly name: string; readonly label: string }[]
}

export interface CountryEnum {
  readonly name: string
  readonly values: readonly string[]
  readonly labels: readonly string[]
}

export interface CountryVariable {
  readonly name: string
  readonly entity: string
  /** `number`, `integer`, `bool`, `text`, `date`, or the name of an enum. */
  readonly type: string
  readonly label: string
  readonly unit: string
  readonly reference: string
  readonly definitionPeriod: string
  readonly isInput: boolean
  /** Source of its formulas. */
  readonly text: string
  /** Variables that its formulas name. */
  readonly reads: readonly string[]
}

export interface CountryGroup {
  readonly path: string
  readonly label: string
  readonly description: string
}

export interface CountryParameter {
  readonly path: string
  readonly label: string
  readonly description: string
  readonly unit: string
  /** Several in lines. */
  readonly reference: string
  /** `number`, `bool`, or what else its values are. */
  readonly type: string
  readonly values: DatedValues
}

export type CountryValue = number | boolean | string | null | readonly unknown[]

/** Ascending: each holds from its first day until the next. Before the first, and at null, there is no value. */
export type DatedValues = readonly (readonly [instant: string, value: CountryValue])[]
