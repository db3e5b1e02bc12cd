/** Of every column of a population, its inputs and all that is computed from them, what it comes to. */
import type { CatalogueVariable } from '../catalogue.ts'
import type { CompiledModel } from '../model.ts'
import type { CompiledPopulation } from '../open-population.ts'
import { ColumnReader } from './column-reader.ts'
import { columnOf, type DatasetColumn, entityOf, heldInputs } from './dataset-columns.ts'

export interface ColumnTotal extends DatasetColumn {
  readonly kind: 'input' | 'variable'
  /** Weighted, as are those below; null of categories. */
  readonly total: number | null
  readonly mean: number | null
  readonly shareNonZero: number | null
}

/** Columns in memory at once. */
const TOGETHER = 16

export async function columnTotals(
  model: CompiledModel,
  population: CompiledPopulation,
  signal: AbortSignal,
): Promise<readonly ColumnTotal[]> {
  const all = [
    ...heldInputs(model, population),
    ...[...model.catalogue.variables.values()].filter(({ kind }) => kind === 'variable'),
  ]
  const totals: ColumnTotal[] = []
  for (let start = 0; start < all.length; start += TOGETHER) {
    const some = all.slice(start, start + TOGETHER)
    const reader = await ColumnReader.open(model, population, some)
    for (const variable of some) totals.push(totalOf(model, reader, variable))
    // Others have their turn between two of these.
    await new Promise(resolve => setImmediate(resolve))
    signal.throwIfAborted()
  }
  return totals
}

function totalOf(model: CompiledModel, reader: ColumnReader, variable: CatalogueVariable): ColumnTotal {
  const { kind } = variable
  const column = { ...columnOf(model, variable), kind }
  if (model.catalogue.enums.has(variable.type))
    return { ...column, total: null, mean: null, shareNonZero: null }
  const values = reader.values(variable)
  const weights = reader.population.dataset.weight[entityOf(variable)]
  let [weighted, total, nonZero] = [0, 0, 0]
  for (let row = 0; row < values.length; row++) {
    const [value, weight] = [values[row]!, weights[row]!]
    weighted += weight
    total += weight * value
    if (value !== 0) nonZero += weight
  }
  return { ...column, total, mean: total / weighted, shareNonZero: nonZero / weighted }
}
