/** Persons, tax units and households from the source's one row a tax unit. Rows keep the file's order. */
import { ReformlabError } from '../../errors/index.ts'
import type { EntityName } from '../dataset.ts'
import { type NumericTable, readColumn } from '../read-numeric-csv.ts'
import type { ColumnMapping, ColumnTarget } from './column-mapping.ts'
import { listPeople, type People, role } from './list-people.ts'
import { narrow, type Population, type StoredColumn } from './population.ts'
import { firstYear, lastYear } from './source.ts'

export interface SourceTables {
  readonly records: NumericTable
  /** Columns `WT2014` and on, rows as in `records`. */
  readonly weights: NumericTable
  /** Column `YEAR` and one a factor. */
  readonly growthFactors: NumericTable
  /** One draw from [0, 1) a record: who claims the credits that not everyone claims. */
  readonly creditDraws: Float64Array
}

/** The file's own weight: ageing sets that of the year in its place. */
const notCarried = ['s006']

/** throws E_DATASET_FILE when the tables do not fit together */
export function rebuildPopulation(tables: SourceTables, mapping: ColumnMapping): Population {
  const { records } = tables
  const householdOfUnit = numberHouseholds(readColumn(records, 'FLPDYR'), readColumn(records, 'h_seq'))
  const people = listPeople(records)
  const columns: Record<EntityName, Map<string, StoredColumn>> = {
    person: personColumns(records, mapping, people),
    tax_unit: unitColumns(records, mapping),
    household: householdColumns(records, mapping, householdOfUnit),
  }
  const draws = mapping.of('credit_claim_urn')
  if (draws !== undefined) columns.tax_unit.set(draws.name, tables.creditDraws)
  return {
    entities: {
      person: { count: people.unit.length, columns: columns.person },
      tax_unit: { count: records.count, columns: columns.tax_unit },
      household: { count: householdOfUnit.at(-1)! + 1, columns: columns.household },
    },
    relations: {
      'person.tax_unit': people.unit,
      'person.household': people.unit.map(unit => householdOfUnit[unit]!),
      'tax_unit.household': householdOfUnit,
    },
    weights: readWeights(tables.weights, records.count),
    growthFactors: readGrowthFactors(tables.growthFactors),
  }
}

function personColumns(
  records: NumericTable,
  mapping: ColumnMapping,
  people: People,
): Map<string, StoredColumn> {
  const values = new Map<string, Float64Array>([['tax_unit_role', people.role]])
  const age = mapping.of('age_head')!.name
  values.set(age, people.age)
  for (const target of mapping.targets) {
    if (target.entity !== 'person' || target.name === age) continue
    const from = records.columns.get(target.source)
    if (from === undefined) continue
    const to = values.get(target.name) ?? new Float64Array(people.unit.length)
    values.set(target.name, to)
    const as = role[target.role!]
    for (let person = 0; person < to.length; person++) {
      if (people.role[person] === as) to[person] = from[people.unit[person]!]!
    }
  }
  return narrowAll(values)
}

function unitColumns(records: NumericTable, mapping: ColumnMapping): Map<string, StoredColumn> {
  const values = new Map<string, Float64Array>()
  for (const target of mapping.targets) {
    const from = records.columns.get(target.source)
    if (target.entity !== 'tax_unit' || from === undefined || notCarried.includes(target.source)) continue
    values.set(target.name, target.codes === undefined ? from : toCategories(from, target))
  }
  return narrowAll(values)
}

function toCategories(values: Float64Array, { source, codes }: ColumnTarget): Float64Array {
  return values.map((code, row) => {
    const category = codes!.indexOf(code)
    if (category >= 0) return category
    throw new ReformlabError('E_DATASET_VALUE', {
      column: source,
      row,
      value: code,
      expected: `one of ${codes!.join(', ')}`,
    })
  })
}

/** A household's value is that of its units, which must agree. */
function householdColumns(
  records: NumericTable,
  mapping: ColumnMapping,
  householdOf: Int32Array,
): Map<string, StoredColumn> {
  const values = new Map<string, Float64Array>()
  for (const target of mapping.targets) {
    const from = records.columns.get(target.source)
    if (target.entity !== 'household' || from === undefined) continue
    const to = new Float64Array(householdOf.at(-1)! + 1)
    for (let unit = 0; unit < householdOf.length; unit++) {
      const household = householdOf[unit]!
      const known = unit > 0 && householdOf[unit - 1] === household
      if (known && to[household] !== from[unit])
        throw unfit(`the units of household ${household} differ in ${target.source}`)
      to[household] = from[unit]!
    }
    values.set(target.name, to)
  }
  return narrowAll(values)
}

/** A household is one survey year's household number; the file keeps its units together. */
function numberHouseholds(surveyYear: Float64Array, number: Float64Array): Int32Array {
  const seen = new Set<number>()
  let previous = Number.NaN
  return Int32Array.from(surveyYear, (year, row) => {
    const key = year * 1e6 + number[row]!
    if (key !== previous && seen.has(key))
      throw unfit(`the units of household ${number[row]} of ${year} lie apart`)
    seen.add(key)
    previous = key
    return seen.size - 1
  })
}

function readWeights(table: NumericTable, count: number): Map<number, StoredColumn> {
  if (table.count !== count) throw unfit(`there are weights for ${table.count} of ${count} records`)
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, index) => firstYear + index)
  return new Map(
    years.map(year => {
      const weights = readColumn(table, `WT${year}`)
      return [year, narrow(weights) ?? weights] as const
    }),
  )
}

function readGrowthFactors(table: NumericTable): Map<number, ReadonlyMap<string, number>> {
  const names = [...table.columns.keys()].filter(name => name !== 'YEAR')
  const factorsOf = (row: number) =>
    new Map(names.map(name => [name, readColumn(table, name)[row]!] as const))
  return new Map(Array.from(readColumn(table, 'YEAR'), (year, row) => [year, factorsOf(row)] as const))
}

function narrowAll(columns: Map<string, Float64Array>): Map<string, StoredColumn> {
  const kept = [...columns].map(([name, values]) => [name, narrow(values)] as const)
  return new Map(kept.filter((entry): entry is readonly [string, StoredColumn] => entry[1] !== undefined))
}

const unfit = (problem: string) => new ReformlabError('E_DATASET_FILE', { file: 'cps.csv.gz', problem })
