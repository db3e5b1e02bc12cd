/** A population and the columns of a run in shared memory, as reductions see them on any thread. */
import type { EntityLayout, StoredColumn } from '../backends/wasm/index.ts'
import type { ColumnDirectory, ReductionColumns, ReductionParts } from './messages.ts'
import type { ReducerData, StoredPopulation, TileRows } from './tile-reducer.ts'

export interface StoredLayout {
  readonly tileCount: number
  readonly entities: ReadonlyMap<string, EntityLayout>
  /** Storage row of the one, per storage row of the many. */
  readonly relations: ReadonlyMap<string, Int32Array>
}

export class StoredPopulationView implements StoredPopulation {
  readonly tileCount: number
  readonly #layout: StoredLayout

  constructor(layout: StoredLayout) {
    this.#layout = layout
    this.tileCount = layout.tileCount
  }

  size(entity: string): { readonly count: number; readonly length: number } {
    return this.#entity(entity)
  }

  rows(entity: string, tile: number): TileRows {
    const { rows, storage } = this.#entity(entity)
    const start = storage[tile]!
    return { start, end: start + rows[tile + 1]! - rows[tile]! }
  }

  relation(name: string): Int32Array {
    return this.#layout.relations.get(name) ?? fail(`no relation ${name}`)
  }

  #entity(name: string): EntityLayout {
    return this.#layout.entities.get(name) ?? fail(`no entity ${name}`)
  }
}

export class StoredData extends StoredPopulationView implements ReducerData {
  readonly memory: WebAssembly.Memory
  readonly #parts: ReductionParts
  #given: ColumnDirectory = new Map()
  #columns: ReductionColumns = { run: new Map(), baseline: new Map() }
  readonly #views = { run: new Map<string, Float64Array>(), baseline: new Map<string, Float64Array>() }
  partials: Float64Array

  constructor(memory: WebAssembly.Memory, layout: StoredLayout, parts: ReductionParts) {
    super(layout)
    this.memory = memory
    this.#parts = parts
    this.partials = this.#view(parts.partials)
  }

  /** Tells where the columns of the coming run lie. */
  moveTo(columns: ReductionColumns): void {
    this.#columns = columns
    this.#given = columns.given ?? this.#given
    this.#views.run.clear()
    this.#views.baseline.clear()
  }

  column(name: string): Float64Array {
    return this.#find('run', name, this.#columns.run)
  }

  baseline(name: string): Float64Array {
    return this.#find('baseline', name, this.#columns.baseline)
  }

  array(name: string): Float64Array {
    const place = this.#parts.arrays.get(name) ?? fail(`the plan of ${this.#parts.name} has no array ${name}`)
    return this.#view(place)
  }

  #find(side: 'run' | 'baseline', name: string, directory: ColumnDirectory): Float64Array {
    const known = this.#views[side].get(name)
    if (known) return known
    const place = directory.get(name) ?? this.#given.get(name)
    if (!place) fail(`no column ${name}: name it in the plan's variables, or add it to the runner`)
    const view = this.#view(place)
    this.#views[side].set(name, view)
    return view
  }

  #view({ address, length }: StoredColumn): Float64Array {
    return new Float64Array(this.memory.buffer, address, length)
  }
}

function fail(problem: string): never {
  throw new RangeError(problem)
}
