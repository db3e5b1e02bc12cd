/** One situation in many cells, each filled with what is not stated as it would be alone. */
import type { Population } from '../../backends/backend.ts'
import { type ArrangedSituation, columnValue, situationPopulation } from '../../direct/index.ts'
import type { ArrangedEntity, SituationValue } from '../../direct/situation.ts'
import { type Assumption, countedBy, fillSituation } from '../fill-situation.ts'
import type { CompiledModel } from '../model.ts'
import { repeatSituation, type VariedInput } from './repeat-situation.ts'

/** What was filled in: for all cells, or for each. */
export interface CellsAssumption extends Omit<Assumption, 'value'> {
  readonly value: SituationValue | readonly SituationValue[]
}

export interface FilledCells {
  /** One cell after the other. */
  readonly population: Population
  readonly assumptions: readonly CellsAssumption[]
}

/** `varied` counts as stated. */
export function fillCells(
  { situationRules }: Pick<CompiledModel, 'situationRules'>,
  law: CompiledModel['catalogue'],
  arranged: ArrangedSituation,
  cells: number,
  varied: readonly VariedInput[],
): FilledCells {
  const filled = (cell: number) => fillSituation(law, stateCell(arranged, varied, cell), situationRules)
  const first = filled(0)
  const base = situationPopulation(law, first.situation)
  const ages = varied.filter(({ input }) => input === countedBy)
  if (ages.length === 0)
    return { population: repeatSituation(base, cells, varied), assumptions: first.assumptions }

  const byAges = new Map<string, readonly Assumption[]>()
  const ofCells = Array.from({ length: cells }, (_, cell) => {
    const key = ages.map(({ values }) => values[cell]).join()
    const known = byAges.get(key) ?? filled(cell).assumptions
    byAges.set(key, known)
    return known
  })
  const assumptions = first.assumptions.map((assumption, i): CellsAssumption => {
    const values = ofCells.map(all => all[i]!.value)
    return values.every(value => value === values[0]) ? assumption : { ...assumption, value: values }
  })
  const assumed = first.assumptions.map(
    ({ entity, record, variable }, i): VariedInput => ({
      entity,
      input: variable,
      row: arranged.entities.get(entity)!.names.indexOf(record),
      values: Float64Array.from(ofCells, all => columnValue(law, variable, all[i]!.value)),
    }),
  )
  return { population: repeatSituation(base, cells, [...varied, ...assumed]), assumptions }
}

function stateCell(
  arranged: ArrangedSituation,
  varied: readonly VariedInput[],
  cell: number,
): ArrangedSituation {
  const entities = [...arranged.entities].map(([entity, { names, inputs }]): [string, ArrangedEntity] => {
    const own = varied.filter(one => one.entity === entity)
    const stated = inputs.map((row, i) => {
      const moved = own.filter(one => one.row === i).map(one => [one.input, one.values[cell]!] as const)
      return moved.length > 0 ? new Map([...row, ...moved]) : row
    })
    return [entity, { names, inputs: stated }]
  })
  return { ...arranged, entities: new Map(entities) }
}
