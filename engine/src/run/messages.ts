/** What the main thread asks of a worker. Each request is answered once, in order; all of it survives structured cloning. */
import type { MachineParts, ScheduleSpan, StoredColumn } from '../backends/wasm/index.ts'
import type { StoredLayout } from './stored-data.ts'

/** Names of columns and where they lie. */
export type ColumnDirectory = ReadonlyMap<string, StoredColumn>

export interface ReductionParts {
  /** Name of a registered reducer. */
  readonly name: string
  readonly spec: unknown
  readonly partials: StoredColumn
  readonly arrays: ColumnDirectory
}

/** `session` is the number of a runner's session on its crew. */
export type Request = { readonly session: number } & (
  | {
      readonly kind: 'load'
      readonly parts: MachineParts
      /** Words `controlWord` names. */
      readonly control: Int32Array
      readonly layout: StoredLayout
      /** Which of a job's spans each tile runs; absent where there is one. */
      readonly spanOfTile?: Int32Array
      /** How many threads take part in each job. */
      readonly threads: number
    }
  | { readonly kind: 'prepare'; readonly reduction: number; readonly parts: ReductionParts }
  | { readonly kind: 'release'; readonly reduction: number }
  | {
      readonly kind: 'job'
      readonly generation: number
      readonly spans: readonly ScheduleSpan[]
      readonly reduce?: ReduceOrder
    }
  | { readonly kind: 'unload' }
)

/** Which reduction to make once a tile is computed, and the tasks of each of its phases after the last tile. */
export interface ReduceOrder {
  readonly reduction: number
  readonly columns: ReductionColumns
  readonly phases: readonly number[]
}

/** Where a reduction finds its columns in one run. */
export interface ReductionColumns {
  readonly run: ColumnDirectory
  readonly baseline: ColumnDirectory
  /** Inputs and added columns; absent where they are where they were. */
  readonly given?: ColumnDirectory
}

/**
 * Shared words of a session. A job is given up as soon as `generation` is not its own. `next` counts tiles or tasks that
 * have been handed out, `arrived` the threads that found no more, `stage` the tiles and phases that all have left.
 */
export const controlWord = { generation: 0, next: 1, arrived: 2, stage: 3, count: 4 } as const
