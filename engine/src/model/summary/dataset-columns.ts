/** The columns of a population: which inputs of the law it holds, and what is computed from them. */
import type { EntityName } from '../../datasets/index.ts'
import type { CatalogueVariable } from '../catalogue.ts'
import type { CompiledModel } from '../model.ts'
import type { CompiledPopulation } from '../open-population.ts'

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

/** Inputs of the law that `population` holds; others are 0 for everybody. */
export function datasetColumns(
  model: CompiledModel,
  population: CompiledPopulation,
): readonly DatasetColumn[] {
  return heldInputs(model, population).map(variable => columnOf(model, variable))
}

export function heldInputs(
  model: CompiledModel,
  population: CompiledPopulation,
): readonly CatalogueVariable[] {
  return [...model.catalogue.variables.values()].filter(
    variable => variable.kind === 'input' && population.column(entityOf(variable), variable.name),
  )
}

export function columnOf({ catalogue }: CompiledModel, variable: CatalogueVariable): DatasetColumn {
  const { name, entity, type, label, unit, reference } = variable
  const domain = catalogue.enums.get(type)
  return { name, entity, type, label, unit, reference, ...(domain && { values: domain.values }) }
}

export const entityOf = ({ entity }: CatalogueVariable) => entity as EntityName
