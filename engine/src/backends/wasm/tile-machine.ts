/** One thread's instance of a compiled program: runs a schedule over tiles of a population in shared memory. */
import { moduleImports } from './imported-ops.ts'
import type { ScheduleSpan } from './session-memory.ts'

/** What a thread is given of a session; survives structured cloning. */
export interface MachineParts {
  readonly module: WebAssembly.Module
  readonly memory: WebAssembly.Memory
  readonly tileAddress: number
  readonly tileBytes: number
  /** Address of this thread's scratch memory. */
  readonly scratch: number
}

type Run = (schedule: number, end: number, tile: number, scratch: number) => void

export class TileMachine {
  readonly #parts: MachineParts
  readonly #run: Run

  constructor(parts: MachineParts) {
    this.#parts = parts
    const instance = new WebAssembly.Instance(parts.module, moduleImports(parts.memory))
    this.#run = instance.exports.run as Run
  }

  runTile({ start, end }: ScheduleSpan, tile: number): void {
    const { tileAddress, tileBytes, scratch } = this.#parts
    this.#run(start, end, tileAddress + tile * tileBytes, scratch)
  }
}
