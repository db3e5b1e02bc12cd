import type { ColumnMemory } from './column-memory.ts'

/** Columns held under keys: taken from the shared memory on first use, given back on release. */
export class HeldColumns<Key> {
  readonly #memory: ColumnMemory
  readonly #rowsOf: (key: Key) => number
  readonly #addresses = new Map<Key, number>()

  constructor(memory: ColumnMemory, rowsOf: (key: Key) => number) {
    this.#memory = memory
    this.#rowsOf = rowsOf
  }

  /** Address of the key's column; its content is whatever was there. */
  hold(key: Key): number {
    const held = this.#addresses.get(key)
    if (held !== undefined) return held
    const address = this.#memory.take(this.#rowsOf(key))
    this.#addresses.set(key, address)
    return address
  }

  get(key: Key): number | undefined {
    return this.#addresses.get(key)
  }

  has(key: Key): boolean {
    return this.#addresses.has(key)
  }

  keys(): Iterable<Key> {
    return this.#addresses.keys()
  }

  view(key: Key): Float64Array {
    return this.#memory.float64(this.hold(key), this.#rowsOf(key))
  }

  release(key: Key): void {
    const address = this.#addresses.get(key)
    if (address === undefined) return
    this.#memory.giveBack(this.#rowsOf(key), address)
    this.#addresses.delete(key)
  }

  releaseAll(): void {
    for (const key of [...this.#addresses.keys()]) this.release(key)
  }
}
