/** Checks that hold for any population, whoever made it. One broken value refuses the dataset whole. */
import { ReformlabError } from '../errors/index.ts'
import { type Dataset, type EntityName, entityNames, type RelationName, taxUnitRoles } from './dataset.ts'

const ends: Readonly<Record<RelationName, readonly [EntityName, EntityName]>> = {
  'person.tax_unit': ['person', 'tax_unit'],
  'person.household': ['person', 'household'],
  'tax_unit.household': ['tax_unit', 'household'],
}

/**
 * Returns `dataset` if it can be run.
 *
 * throws  E_DATASET_EMPTY, E_DATASET_LENGTH, E_DATASET_VALUE, E_DATASET_WEIGHT, E_DATASET_RELATION or E_DATASET_ROLE
 */
export function validateDataset(dataset: Dataset): Dataset {
  for (const entity of entityNames) {
    const { count, columns } = dataset.entities[entity]
    if (count === 0) throw new ReformlabError('E_DATASET_EMPTY', { name: dataset.name, entity })
    for (const [column, values] of columns) {
      checkLength(entity, column, values, count)
      checkFinite(column, values)
    }
    checkWeight(entity, dataset.weight[entity], count)
  }
  for (const relation of Object.keys(ends) as RelationName[]) checkRelation(dataset, relation)
  checkHouseholdsAgree(dataset)
  checkRoles(dataset)
  return dataset
}

function checkLength(entity: EntityName, column: string, values: ArrayLike<number>, expected: number): void {
  if (values.length === expected) return
  throw new ReformlabError('E_DATASET_LENGTH', { column, entity, length: values.length, expected })
}

function checkFinite(column: string, values: Float64Array): void {
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!
    if (Number.isFinite(value)) continue
    throw new ReformlabError('E_DATASET_VALUE', { column, row, value, expected: 'a finite number' })
  }
}

function checkWeight(entity: EntityName, weight: Float64Array, count: number): void {
  checkLength(entity, 'weight', weight, count)
  let total = 0
  for (let row = 0; row < count; row++) {
    const value = weight[row]!
    if (!Number.isFinite(value) || value < 0)
      throw new ReformlabError('E_DATASET_WEIGHT', { entity, row, value })
    total += value
  }
  if (total === 0) throw new ReformlabError('E_DATASET_WEIGHT', { entity, row: 0, value: 0 })
}

function checkRelation(dataset: Dataset, relation: RelationName): void {
  const [member, group] = ends[relation]
  const rows = dataset.relations[relation]
  checkLength(member, relation, rows, dataset.entities[member].count)
  const broken = (row: number, problem: string) =>
    new ReformlabError('E_DATASET_RELATION', { relation, row, problem })
  let previous = 0
  for (let row = 0; row < rows.length; row++) {
    const current = rows[row]!
    if (row === 0 ? current !== 0 : current !== previous && current !== previous + 1) {
      const after = row === 0 ? 'comes first' : `follows group ${previous}`
      throw broken(row, `group ${current} ${after}`)
    }
    previous = current
  }
  const groups = dataset.entities[group].count
  if (previous !== groups - 1) throw broken(rows.length - 1, `the last group is ${previous} of ${groups}`)
}

function checkHouseholdsAgree({ relations }: Dataset): void {
  const unitOf = relations['person.tax_unit']
  const householdOfPerson = relations['person.household']
  const householdOfUnit = relations['tax_unit.household']
  for (let row = 0; row < unitOf.length; row++) {
    if (householdOfPerson[row] === householdOfUnit[unitOf[row]!]) continue
    const problem = `the person's household is ${householdOfPerson[row]}, their tax unit's is ${householdOfUnit[unitOf[row]!]}`
    throw new ReformlabError('E_DATASET_RELATION', { relation: 'person.household', row, problem })
  }
}

function checkRoles({ entities, relations }: Dataset): void {
  const roles = entities.person.columns.get('tax_unit_role')
  const people = { count: entities.person.count, name: 'tax_unit_role' }
  if (roles === undefined) {
    throw new ReformlabError('E_DATASET_LENGTH', {
      column: people.name,
      entity: 'person',
      length: 0,
      expected: people.count,
    })
  }
  const unitOf = relations['person.tax_unit']
  const heads = new Uint8Array(entities.tax_unit.count)
  const spouses = new Uint8Array(entities.tax_unit.count)
  for (let row = 0; row < roles.length; row++) {
    const role = taxUnitRoles[roles[row]!]
    const unit = unitOf[row]!
    if (role === undefined) {
      const expected = `0 to ${taxUnitRoles.length - 1} (${taxUnitRoles.join(', ')})`
      throw new ReformlabError('E_DATASET_VALUE', { column: people.name, row, value: roles[row]!, expected })
    }
    if (role === 'head' && ++heads[unit]! > 1) throw roleError(unit, 'has a second head')
    if (role === 'spouse' && ++spouses[unit]! > 1) throw roleError(unit, 'has a second spouse')
  }
  const headless = heads.indexOf(0)
  if (headless !== -1) throw roleError(headless, 'has no head')
}

const roleError = (row: number, problem: string) => new ReformlabError('E_DATASET_ROLE', { row, problem })
