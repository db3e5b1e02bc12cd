/** Runs a reduction on the calling thread, over columns that are already there: what the workers do, one step at a time. */
import { ColumnMemory } from '../backends/wasm/index.ts'
import type { ReducerData, ReducerDefinition, StoredPopulation } from '../run/tile-reducer.ts'

export interface StoredColumns {
  readonly shape: StoredPopulation
  /** In storage order, as are those of the baseline. */
  readonly column: (name: string) => Float64Array
  readonly baseline: (name: string) => Float64Array
  /** The order in which the tiles, or the tasks of a phase, are done. By default ascending. */
  readonly inOrder?: (count: number) => readonly number[]
}

export function reduceColumns<Spec, Result>(
  reducer: ReducerDefinition<Spec, Result>,
  spec: Spec,
  { shape, column, baseline, inOrder = ascending }: StoredColumns,
): Result {
  const plan = reducer.plan(spec, shape)
  const memory = new ColumnMemory(0)
  const place = (length: number) => memory.float64(memory.take(length), length)
  const placed = new Map<Float64Array, Float64Array>()
  const inMemory = (values: Float64Array) => {
    const known = placed.get(values)
    if (known) return known
    const copy = place(values.length)
    copy.set(values)
    placed.set(values, copy)
    return copy
  }
  const arrays = new Map(Object.entries(plan.arrays ?? {}).map(([name, length]) => [name, place(length)]))
  const data: ReducerData = {
    memory: memory.memory,
    tileCount: shape.tileCount,
    size: entity => shape.size(entity),
    rows: (entity, tile) => shape.rows(entity, tile),
    relation: name => shape.relation(name),
    column: name => inMemory(column(name)),
    baseline: name => inMemory(baseline(name)),
    partials: place(shape.tileCount * plan.partials),
    array: name => arrays.get(name)!,
  }
  const worker = reducer.create(spec, data)
  worker.begin?.()
  for (const tile of inOrder(shape.tileCount)) worker.tile(tile)
  plan.phases?.forEach((tasks, phase) => {
    for (const task of inOrder(tasks)) worker.phase?.(phase, task)
  })
  return reducer.combine(spec, data)
}

const ascending = (count: number) => Array.from({ length: count }, (_, i) => i)
