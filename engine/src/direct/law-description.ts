/**
 * What there is in a law, without its formulas: enough to read a situation.
 *
 * Both the law's own modules (`loadLaw`) and their syntax (`readDefinitions`) offer it.
 */
export interface LawDescription {
  readonly entities: ReadonlyMap<string, DescribedEntity>
  readonly enums: ReadonlyMap<string, { readonly values: readonly string[] }>
  readonly variables: ReadonlyMap<string, DescribedVariable>
}

export interface DescribedEntity {
  readonly name: string
  readonly plural: string
  readonly groups: Readonly<Record<string, string>>
  readonly roles: readonly { readonly name: string; readonly unique: boolean }[]
}

export interface DescribedVariable {
  readonly kind: 'variable' | 'input'
  readonly entity: string
  /** `number`, `integer`, `bool` or the name of an enum. */
  readonly type: string
}

/** The relation by which each `from` belongs to one `to`. */
export const relationName = (from: string, to: string) => `${from}.${to}`

/** The input of a member that states its role in `group`. */
export const roleInput = (group: string) => `${group}_role`
