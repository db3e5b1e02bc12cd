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
    }
  | { readonly kind: 'prepare'; readonly reduction: number; readonly parts: ReductionParts }
  | { readonly kind: 'release'; readonly reduction: number }
  | {
      readonly kind: 'tiles'
      readonly generation: number
      readonly span: ScheduleSpan
      readonly reduction?: number
      readonly columns?: ReductionColumns
    }
  | {
      readonly kind: 'phase'
      readonly generation: number
      readonly reduction: number
      readonly phase: number
      readonly tasks: number
    }
  | { readonly kind: 'unload' }
)

/** Where a reduction finds its columns in one run. */
export interface ReductionColumns {
  readonly run: ColumnDirectory
  readonly baseline: ColumnDirectory
  /** Inputs and added columns; absent where they are where they were. */
  readonly given?: ColumnDirectory
}

/**
 * Shared words of a session. A job is given up as soon as `generation` is not its own. `next` counts tiles or tasks that
 * have been handed out.
 */
export const controlWord = { generation: 0, next: 1, count: 2 } as const
