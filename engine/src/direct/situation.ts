/**
 * A situation: a few people described for calculation, as users write it.
 *
 * ```json
 * {
 *   "people": { "Ann": { "age": 40, "employment_income": 52000 }, "Tom": { "age": 7 } },
 *   "tax_units": { "family": { "head": "Ann", "dependents": ["Tom"], "filing_status": "head_of_household" } },
 *   "households": { "home": { "members": ["Ann", "Tom"] } }
 * }
 * ```
 * A group that is left out holds everyone. A group may list `members` in place of roles: the first is then the head
 * and the others dependents, unless a person states another role. `null` asks for a variable.
 */
export type Situation = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>

export type SituationValue = number | boolean | string

/** The rows of one entity: members of a group are contiguous and groups ascend. */
export interface ArrangedEntity {
  readonly names: readonly string[]
  /** Stated inputs of each row, roles included. */
  readonly inputs: readonly ReadonlyMap<string, SituationValue>[]
}

export interface ArrangedSituation {
  readonly entities: ReadonlyMap<string, ArrangedEntity>
  /** `from.to` → the row of the one for each row of the many. */
  readonly relations: ReadonlyMap<string, Int32Array>
  /** Variables asked for with `null`. */
  readonly asked: readonly string[]
}
