/** Columns that reductions read beside the program's variables: its inputs, and those added by name. */
import { type PopulationSession, type StoredColumn, toStorage } from '../backends/wasm/index.ts'
import type { ColumnDirectory } from './messages.ts'

export class GivenColumns {
  readonly #session: PopulationSession
  readonly #added = new Map<string, StoredColumn>()
  /** Reductions that know where the columns lie. */
  readonly #informed = new Set<number>()

  constructor(session: PopulationSession) {
    this.#session = session
  }

  /** One value per row of the entity's population; the same name again replaces the column. */
  add(entity: string, name: string, values: Float64Array): void {
    const { columns } = this.#session.memory
    const layout = this.#session.entity(entity)
    const { length } = layout
    const known = this.#added.get(name)
    if (known && known.length !== length) columns.giveBack(known.length, known.address)
    const address = known?.length === length ? known.address : columns.take(length)
    toStorage(layout, values, columns.float64(address, length))
    this.#added.set(name, { address, length })
    this.moved()
  }

  /** The columns may lie elsewhere from now on. */
  moved(): void {
    this.#informed.clear()
  }

  /** Where the columns lie, unless this reduction has been told. */
  newsFor(reduction: number): ColumnDirectory | undefined {
    if (this.#informed.has(reduction)) return undefined
    this.#informed.add(reduction)
    return new Map([...this.#session.storedInputs(), ...this.#added])
  }
}
