/**
 * How outcomes are reduced inside the workers, so that only small results leave the shared memory.
 *
 * A reduction has three steps. Every worker, after computing a tile, hands it to `tile`, which writes the tile's slice
 * of `partials`. When all tiles are done the `phases` run one after the other, each a fixed number of tasks handed out
 * to the workers. Then `combine` runs once, on the main thread, and folds partials and arrays in a fixed order. Nothing
 * may depend on which worker does what, or on how many there are: then the result is the same bytes for any number.
 *
 * *Storage order*: columns lie in tiles; each tile's rows of an entity are consecutive and population rows ascend over
 * the tiles, but between tiles there is padding, whose values mean nothing.
 */

/** The real rows of one tile in a storage column: from `start` up to, not including, `end`. */
export interface TileRows {
  readonly start: number
  readonly end: number
}

/** The shape of a population in storage order. */
export interface StoredPopulation {
  readonly tileCount: number
  /** Of an entity: its real rows, and the length of its storage columns with padding. */
  size(entity: string): { readonly count: number; readonly length: number }
  rows(entity: string, tile: number): TileRows
  /** Storage row of the one, per storage row of the many; padding is 0. A group never leaves its tile. */
  relation(name: string): Int32Array
}

/** What a reduction reads and writes. Ask for columns anew in each run: their place may differ. */
export interface ReducerData extends StoredPopulation {
  /** What columns, partials and arrays are views of. */
  readonly memory: WebAssembly.Memory
  /**
   * Storage column of a variable named by the plan (as this run computed it), of an input, or of a column given by
   * `addColumn`. Read only. Throws a `RangeError` for any other name.
   */
  column(name: string): Float64Array
  /** The same as the baseline computed it; in the run of the baseline itself, equal to `column`. */
  baseline(name: string): Float64Array
  /** `[tile][k]`, k below the plan's `partials`. Not cleared between runs: `tile` writes every one of its slice. */
  readonly partials: Float64Array
  /** A shared array of the plan. Zero at first; then what the last run left, which may have been cut short. */
  array(name: string): Float64Array
}

/** What a reduction needs. */
export interface ReducerPlan {
  /** Variables of the program to be computed in each run. */
  readonly variables: readonly string[]
  /** Numbers per tile. */
  readonly partials: number
  /** Shared f64 arrays by name, with their lengths. */
  readonly arrays?: Readonly<Record<string, number>>
  /** Number of tasks of each phase after the tiles. */
  readonly phases?: readonly number[]
}

/** One worker's side of a reduction. Made once per worker, used for every run. */
export interface TileReducer {
  /** Comes before the first tile of each run: from here to its end, columns stay where they are. */
  begin?(): void
  /** Writes `partials[tile * k …]`, and the tile's own part of arrays. */
  tile(tile: number): void
  /** Does one task of a phase: tasks of one phase must not write what another of them reads or writes. */
  phase?(phase: number, task: number): void
}

/**
 * A kind of reduction, registered by name in `reducer-registry.ts` so that workers find it. `spec` must survive
 * structured cloning; `plan` and `create` are functions of it and the population's shape alone.
 */
export interface ReducerDefinition<Spec, Result> {
  readonly name: string
  plan(spec: Spec, population: StoredPopulation): ReducerPlan
  create(spec: Spec, data: ReducerData): TileReducer
  /** Main thread, after the last phase. The result must not keep views of shared memory. */
  combine(spec: Spec, data: ReducerData): Result
}
