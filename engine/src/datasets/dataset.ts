/**
 * What every population looks like in memory, whatever file it came from: columns by entity, relations that
 * say which group each member belongs to, and weights. Not how it is read, aged or run.
 */
import type { DatasetCard } from './dataset-card.ts'

export const entityNames = ['person', 'tax_unit', 'household'] as const
export type EntityName = (typeof entityNames)[number]

export const relationNames = ['person.tax_unit', 'person.household', 'tax_unit.household'] as const
export type RelationName = (typeof relationNames)[number]

/** Order of the `tax_unit_role` column's categories. */
export const taxUnitRoles = ['head', 'spouse', 'dependent'] as const

/** `public` data need no noise; results from `protected` data pass a gate before anyone sees them. */
export type DatasetAccess = 'public' | 'protected'

export interface EntityColumns {
  readonly count: number
  /**
   * One value a record, in the entity's row order. Amounts in USD a year of the dataset's year; a bool is 0 or 1;
   * a category is its index in the enumeration's order. An input without a column is 0 for every record.
   */
  readonly columns: ReadonlyMap<string, Float64Array>
}

export interface Dataset {
  readonly name: string
  readonly access: DatasetAccess
  /** Calendar year the amounts and weights stand for. */
  readonly year: number
  /** SHA-256 over everything the columns, relations and weights were made from. */
  readonly hash: string
  readonly entities: Readonly<Record<EntityName, EntityColumns>>
  /** For each member its group's row, ascending without a gap: members of a group lie together. */
  readonly relations: Readonly<Record<RelationName, Int32Array>>
  /** How many records of the real population each record stands for. */
  readonly weight: Readonly<Record<EntityName, Float64Array>>
  readonly card: DatasetCard
}
