/** Hands out the tiles of a plan, and the tasks of a phase, to all threads of a crew; stops them on a signal. */
import type { ScheduleSpan } from '../backends/wasm/index.ts'
import type { Crew } from './crew.ts'
import { controlWord, type ReductionColumns, type Request } from './messages.ts'

export class Jobs {
  readonly control = new Int32Array(new SharedArrayBuffer(controlWord.count * 4))
  readonly #crew: Crew
  readonly #session: number

  constructor(crew: Crew, session: number) {
    this.#crew = crew
    this.#session = session
  }

  /** Runs the kernels of a span over every tile, and the reduction's `tile` after them. */
  tiles(
    { start, end }: ScheduleSpan,
    signal: AbortSignal,
    reduction?: { readonly id: number; readonly columns: ReductionColumns },
  ): Promise<void> {
    const { id, columns } = reduction ?? {}
    return this.#job(signal, generation => ({
      kind: 'tiles',
      session: this.#session,
      generation,
      span: { start, end },
      ...(id !== undefined && { reduction: id, columns }),
    }))
  }

  phase(reduction: number, phase: number, tasks: number, signal: AbortSignal): Promise<void> {
    const request = { kind: 'phase', session: this.#session, reduction, phase, tasks } as const
    return this.#job(signal, generation => ({ ...request, generation }))
  }

  async #job(signal: AbortSignal, request: (generation: number) => Request): Promise<void> {
    signal.throwIfAborted()
    const generation = Atomics.add(this.control, controlWord.generation, 1) + 1
    Atomics.store(this.control, controlWord.next, 0)
    const stop = () => Atomics.add(this.control, controlWord.generation, 1)
    signal.addEventListener('abort', stop)
    try {
      const asked = request(generation)
      await this.#crew.each(() => asked)
    } finally {
      signal.removeEventListener('abort', stop)
    }
    signal.throwIfAborted()
  }
}
