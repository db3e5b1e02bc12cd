/** A kind of record the law speaks of. `R` is its record type in formulas, `L` the type of the law's parameters. */
export interface Entity<R = unknown, L = unknown> {
  readonly name: string
  readonly plural: string
  readonly label: string
  /** Entities whose members this entity groups, by the property that reaches them, e.g. `{ members: 'person' }`. */
  readonly groups: Readonly<Record<string, string>>
  /** Roles a member can have, e.g. `head`, each reachable as a property of the group's record when `unique`. */
  readonly roles: readonly { readonly name: string; readonly unique: boolean }[]
  readonly types?: { record: R; law: L }
}

export function entity<R, L>(definition: {
  name: string
  plural: string
  label: string
  groups?: Record<string, string>
  roles?: { name: string; unique: boolean }[]
}): Entity<R, L> {
  return Object.freeze({ groups: {}, roles: [], ...definition })
}
