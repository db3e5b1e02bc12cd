/** One household in every cell of a grid of inputs: each variable a list of values, one a cell. */
import { wasmBackend } from '../../backends/wasm/index.ts'
import { arrangeSituation, type Situation } from '../../direct/index.ts'
import { ReformlabError } from '../../errors/index.ts'
import type { ParameterTree } from '../../parameters/parameter-tree.ts'
import { askedVariables, type HouseholdRequest, type HouseholdVariable } from '../calculate-household.ts'
import type { CatalogueVariable } from '../catalogue.ts'
import { type HouseholdValue, namedValue } from '../household-values.ts'
import type { CompiledModel } from '../model.ts'
import { parameterValues } from '../reformed-law.ts'
import { type CellsAssumption, fillCells } from './fill-cells.ts'
import { gridCells } from './grid-cells.ts'
import { type Axis, readAxes } from './read-axes.ts'

/** Values in an answer: of all variables, records and laws together. */
const MOST_VALUES = 1_000_000

export interface HouseholdAlongAxes {
  readonly year: number
  /** Groups of axes, as they were stated. */
  readonly axes: readonly (readonly AnsweredAxis[])[]
  readonly cells: number
  readonly variables: readonly VariableAlongAxes[]
  readonly assumptions: readonly CellsAssumption[]
}

export interface AnsweredAxis extends Omit<Axis, 'row'> {
  /** Of the input, one a cell. */
  readonly values: readonly number[]
}

export interface VariableAlongAxes extends Omit<HouseholdVariable, 'values'> {
  readonly values: readonly RecordAlongAxes[]
}

export interface RecordAlongAxes {
  readonly record: string
  readonly baseline: readonly HouseholdValue[]
  readonly reform?: readonly HouseholdValue[]
}

export interface AxesRequest extends Omit<HouseholdRequest, 'situation'> {
  readonly situation: Situation
  /** Groups of axes, or one group: still to be read. */
  readonly axes: unknown
}

/**
 * Answers `request` in every cell as `calculateHousehold` answers it for that cell alone.
 *
 * throws  E_SITUATION, E_AXES, E_VARIABLE_UNKNOWN with the nearest names, E_DATE_RANGE
 */
export async function householdAlongAxes(
  model: CompiledModel,
  request: AxesRequest,
): Promise<HouseholdAlongAxes> {
  const { year, reformModel = model, situation } = request
  const { catalogue } = reformModel
  if (request.explain)
    throw refuse(
      'what explains one household does not explain a grid',
      'Leave out the explanation, or the axes.',
    )
  const arranged = arrangeSituation(catalogue, situation)
  const groups = readAxes(request.axes, { catalogue, situation, arranged, year })
  const asked = askedVariables(reformModel, arranged, request.variables ?? [])
  const { cells, varied } = gridCells(groups)
  const recordsOf = (entity: string) => arranged.entities.get(entity)!.names
  const records = asked.reduce((sum, { entity }) => sum + recordsOf(entity).length, 0)
  const values = records * cells * (request.reform ? 2 : 1)
  if (values > MOST_VALUES)
    throw refuse(`${values} values are more than ${MOST_VALUES}`, 'Ask for less, or choose smaller counts.')
  const { population, assumptions } = fillCells(model, catalogue, arranged, cells, varied)

  const under = async (modelled: CompiledModel, law: ParameterTree) => {
    const { variables } = modelled.program
    const names = asked.map(({ name }) => name).filter(name => variables.some(one => one.name === name))
    const computed = await wasmBackend.run(modelled.program, population, parameterValues(law, year), names)
    return (variable: CatalogueVariable, row: number) => {
      const { entity, name } = variable
      const column = computed.get(name) ?? population.entities[entity]!.columns.get(name)
      const count = recordsOf(entity).length
      return Array.from({ length: cells }, (_, cell) =>
        namedValue(modelled.catalogue, variable, column?.[cell * count + row] ?? 0),
      )
    }
  }
  const valuesOf = ({ entity, name }: Pick<Axis, 'entity' | 'name'>, row: number) =>
    varied.find(one => one.entity === entity && one.input === name && one.row === row)!.values
  const before = await under(model, request.baseline)
  const after = request.reform && (await under(reformModel, request.reform))
  return {
    year,
    axes: groups.map(axes => axes.map(({ row, ...axis }) => ({ ...axis, values: [...valuesOf(axis, row)] }))),
    cells,
    variables: asked.map(variable => {
      const { name, label, unit, reference, entity } = variable
      const values = recordsOf(entity).map((record, row) => ({
        ...{ record, baseline: before(variable, row) },
        ...(after && { reform: after(variable, row) }),
      }))
      return { name, label, unit, reference, entity, values }
    }),
    assumptions,
  }
}

const refuse = (problem: string, remedy: string) =>
  new ReformlabError('E_AXES', { place: 'axes', problem, remedy })
