/** A dataset's column in the layout of the source file: one value a tax unit, head and spouse apart, enums by code. */
import { type Dataset, taxUnitRoles } from '../dataset.ts'
import type { ColumnTarget } from './column-mapping.ts'

/** Length: the tax units, in their order. A column that the dataset does not store is zero. */
export function sourceColumn(dataset: Dataset, { entity, name, role, codes }: ColumnTarget): Float64Array {
  const { entities, relations } = dataset
  const column = entities[entity].columns.get(name)
  const values = new Float64Array(entities.tax_unit.count)
  if (column === undefined) return values
  if (entity === 'tax_unit') return codes ? column.map(category => codes[category]!) : column
  if (entity === 'household') return values.map((_, unit) => column[relations['tax_unit.household'][unit]!]!)
  const roles = entities.person.columns.get('tax_unit_role')!
  for (let person = 0; person < column.length; person++) {
    const unit = relations['person.tax_unit'][person]!
    if (taxUnitRoles[roles[person]!] === role) values[unit] = column[person]!
  }
  return values
}
