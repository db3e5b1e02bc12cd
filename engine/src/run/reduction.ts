/** A reducer made ready on every thread of a runner, and its place in shared memory. */
import type { ColumnMemory, StoredColumn } from '../backends/wasm/index.ts'
import type { ReductionParts } from './messages.ts'
import { StoredData, type StoredLayout, StoredPopulationView } from './stored-data.ts'
import type { ReducerDefinition, ReducerPlan } from './tile-reducer.ts'

export class Reduction<Result> {
  readonly id: number
  readonly plan: ReducerPlan
  readonly parts: ReductionParts
  readonly data: StoredData
  readonly #combine: (data: StoredData) => Result
  readonly #memory: ColumnMemory
  readonly #columns: readonly StoredColumn[]

  constructor(
    id: number,
    plan: ReducerPlan,
    parts: ReductionParts,
    data: StoredData,
    combine: (data: StoredData) => Result,
    memory: ColumnMemory,
  ) {
    this.id = id
    this.plan = plan
    this.parts = parts
    this.data = data
    this.#combine = combine
    this.#memory = memory
    this.#columns = [parts.partials, ...parts.arrays.values()]
  }

  combine(): Result {
    return this.#combine(this.data)
  }

  release(): void {
    for (const { address, length } of this.#columns) this.#memory.giveBack(length, address)
  }
}

/** Plans a reduction for a population and takes memory for it. */
export function prepareReduction<Spec, Result>(
  id: number,
  definition: ReducerDefinition<Spec, Result>,
  spec: Spec,
  layout: StoredLayout,
  memory: ColumnMemory,
): Reduction<Result> {
  const plan = definition.plan(spec, new StoredPopulationView(layout))
  const take = (length: number): StoredColumn => {
    const address = memory.take(length)
    memory.float64(address, length).fill(0)
    return { address, length }
  }
  const parts: ReductionParts = {
    name: definition.name,
    spec,
    partials: take(layout.tileCount * plan.partials),
    arrays: new Map(Object.entries(plan.arrays ?? {}).map(([name, length]) => [name, take(length)])),
  }
  const data = new StoredData(memory.memory, layout, parts)
  return new Reduction(id, plan, parts, data, d => definition.combine(spec, d), memory)
}
