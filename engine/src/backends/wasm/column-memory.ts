/**
 * The shared memory of one population: columns in storage order, handed out and taken back, with places for other things
 * that stay. Views are made afresh on each call, for the memory may have grown since.
 */
import { ReformlabError } from '../../errors/index.ts'
import { maximumPages } from './emit-module.ts'

const pageBytes = 65536
const lineBytes = 64
/** Columns start at different lines of their 4 KiB pages: caches and store buffers confuse addresses 4 KiB apart. */
const staggeredLines = 31

export class ColumnMemory {
  readonly memory = new WebAssembly.Memory({ initial: 1, maximum: maximumPages, shared: true })
  readonly #free = new Map<number, number[]>()
  #end: number
  #taken = 0

  /** `reserved`: bytes at the start that are not handed out. */
  constructor(reserved: number) {
    this.#end = reserved
  }

  get byteLength(): number {
    return this.memory.buffer.byteLength
  }

  /** Zeroed bytes that are never taken back. Throws `E_MEMORY_LIMIT` beyond 4 GiB. */
  reserve(bytes: number): number {
    const start = Math.ceil(this.#end / lineBytes) * lineBytes
    this.#end = start + bytes
    const missing = Math.ceil(this.#end / pageBytes) - this.byteLength / pageBytes
    if (missing > 0) {
      if (this.byteLength / pageBytes + missing > maximumPages) throw outOfMemory()
      try {
        this.memory.grow(missing)
      } catch {
        throw outOfMemory()
      }
    }
    return start
  }

  /** A column of `rows` numbers; its content is whatever was there. */
  take(rows: number): number {
    const known = this.#free.get(rows)?.pop()
    if (known !== undefined) return known
    this.#end = Math.ceil(this.#end / 4096) * 4096 + ((this.#taken++ * 5) % staggeredLines) * lineBytes
    return this.reserve(rows * 8)
  }

  giveBack(rows: number, address: number): void {
    const free = this.#free.get(rows)
    if (free) free.push(address)
    else this.#free.set(rows, [address])
  }

  float64(address: number, length: number): Float64Array {
    return new Float64Array(this.memory.buffer, address, length)
  }

  int32(address: number, length: number): Int32Array {
    return new Int32Array(this.memory.buffer, address, length)
  }
}

const outOfMemory = () => new ReformlabError('E_MEMORY_LIMIT')
