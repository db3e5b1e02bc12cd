/** Records of a population as they are, those of one entity with what they have and what their groups have. */
import type { EntityName } from '../../datasets/index.ts'
import { ReformlabError } from '../../errors/index.ts'
import { variableNamed } from '../calculate-household.ts'
import type { CatalogueVariable } from '../catalogue.ts'
import type { CompiledModel } from '../model.ts'
import type { CompiledPopulation } from '../open-population.ts'
import type { Table, TableColumn } from '../table/table.ts'
import { ColumnReader, entitiesAround } from './column-reader.ts'
import { columnOf, type DatasetColumn, entityOf } from './dataset-columns.ts'

export interface DatasetRows {
  readonly columns: readonly DatasetColumn[]
  readonly table: Table
}

/**
 * `rows` of `entity`, in the dataset's order, all without it; the last column is their weight.
 *
 * throws  E_VARIABLE_UNKNOWN, E_ROWS_ENTITY for a column of which a record has several
 */
export async function datasetRows(
  model: CompiledModel,
  population: CompiledPopulation,
  entity: EntityName,
  names: readonly string[],
  rows?: { readonly from: number; readonly limit: number },
): Promise<DatasetRows> {
  const wanted = names.map(name => variableNamed(model, name))
  for (const variable of wanted) checkEntity(variable, entity)
  const reader = await ColumnReader.open(model, population, wanted)
  const part = (values: Float64Array) => (rows ? values.slice(rows.from, rows.from + rows.limit) : values)
  const weight = part(population.dataset.weight[entity])
  const columns = wanted.map(variable =>
    tableColumn(model, variable, part(reader.valuesFor(entity, variable))),
  )
  return {
    columns: wanted.map(variable => columnOf(model, variable)),
    table: {
      rows: weight.length,
      columns: [...columns, { title: 'weight', kind: 'number', values: weight }],
    },
  }
}

function checkEntity(variable: CatalogueVariable, entity: EntityName): void {
  const own = entityOf(variable)
  if (entitiesAround(entity).includes(own)) return
  throw new ReformlabError('E_ROWS_ENTITY', { name: variable.name, entity: own, rows: entity })
}

function tableColumn(
  model: CompiledModel,
  { name, type }: CatalogueVariable,
  values: Float64Array,
): TableColumn {
  const domain = model.catalogue.enums.get(type)
  if (domain) return { title: name, kind: 'category', values, names: domain.values }
  return { title: name, kind: type === 'bool' || type === 'number' ? type : 'integer', values }
}
