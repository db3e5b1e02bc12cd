/** The columns of a population: which inputs of the law it holds, and what they, or variables, look like. */
import { ReformlabError } from '../../errors/index.ts'
import { variableNamed } from '../calculate-household.ts'
import type { CatalogueVariable } from '../catalogue.ts'
import type { Model } from '../open-model.ts'
import type { ModelPopulation } from '../open-population.ts'
import { type Summary, summarise } from './summarise.ts'

export interface DatasetColumn {
  readonly name: string
  readonly entity: string
  /** `number`, `integer`, `bool` or the name of a category. */
  readonly type: string
  readonly label: string
  readonly unit: string
  readonly reference: string
  /** Of a category, in the order of the numbers that stand for them. */
  readonly values?: readonly string[]
}

export interface ColumnSummary extends DatasetColumn {
  readonly overall: Summary
  readonly groups?: readonly (Summary & { readonly group: string })[]
}

/** Inputs of the law that `population` holds; others are 0 for everybody. */
export function datasetColumns(model: Model, population: ModelPopulation): readonly DatasetColumn[] {
  return [...model.catalogue.variables.values()]
    .filter(variable => variable.kind === 'input' && population.column(entityOf(variable), variable.name))
    .map(variable => columnOf(model, variable))
}

/**
 * The columns `names`, inputs or variables under the law as it stands; also for each value of `by`, a condition or a
 * category of the same entity.
 *
 * throws  E_VARIABLE_UNKNOWN, E_SUMMARY_GROUP
 */
export async function summariseColumns(
  model: Model,
  population: ModelPopulation,
  names: readonly string[],
  by?: string,
): Promise<readonly ColumnSummary[]> {
  const wanted = names.map(name => variableNamed(model, name))
  const grouping = by === undefined ? undefined : variableNamed(model, by)
  if (grouping) checkGrouping(model, grouping, wanted)
  const all = grouping ? [...wanted, grouping] : wanted
  const computed = [...new Set(all.filter(({ kind }) => kind === 'variable').map(({ name }) => name))]
  const columns = await population.columnsUnder(model.law, computed)
  const valuesOf = (variable: CatalogueVariable) =>
    columns.get(variable.name) ??
    population.column(entityOf(variable), variable.name) ??
    new Float64Array(population.dataset.entities[entityOf(variable)].count)
  return wanted.map(variable => {
    const values = valuesOf(variable)
    const weights = population.dataset.weight[entityOf(variable)]
    return {
      ...columnOf(model, variable),
      overall: summarise(values, weights),
      ...(grouping && { groups: groupsOf(values, weights, valuesOf(grouping), groupNames(model, grouping)) }),
    }
  })
}

function groupsOf(
  values: Float64Array,
  weights: Float64Array,
  group: Float64Array,
  names: readonly string[],
) {
  return names.map((name, index) => {
    const isIn = (_: number, row: number) => group[row] === index
    return { group: name, ...summarise(values.filter(isIn), weights.filter(isIn)) }
  })
}

function checkGrouping(
  model: Model,
  grouping: CatalogueVariable,
  columns: readonly CatalogueVariable[],
): void {
  const refused = (problem: string) => new ReformlabError('E_SUMMARY_GROUP', { name: grouping.name, problem })
  if (grouping.type !== 'bool' && !model.catalogue.enums.has(grouping.type))
    throw refused('is no condition and no category')
  const other = columns.find(({ entity }) => entity !== grouping.entity)
  if (other) throw refused(`is of each ${grouping.entity}, and "${other.name}" is of each ${other.entity}`)
}

function groupNames({ catalogue }: Model, { type }: CatalogueVariable): readonly string[] {
  return catalogue.enums.get(type)?.values ?? ['false', 'true']
}

function columnOf({ catalogue }: Model, variable: CatalogueVariable): DatasetColumn {
  const { name, entity, type, label, unit, reference } = variable
  const domain = catalogue.enums.get(type)
  return { name, entity, type, label, unit, reference, ...(domain && { values: domain.values }) }
}

const entityOf = ({ entity }: CatalogueVariable) => entity as 'person' | 'tax_unit' | 'household'
