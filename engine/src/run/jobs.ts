/** Hands a plan's tiles, and the tasks of a reduction after them, to all threads of a crew; stops them on a signal. */
import type { ScheduleSpan } from '../backends/wasm/index.ts'
import type { Crew } from './crew.ts'
import { controlWord, type ReduceOrder } from './messages.ts'

export class Jobs {
  readonly control = new Int32Array(new SharedArrayBuffer(controlWord.count * 4))
  readonly #crew: Crew
  readonly #session: number

  constructor(crew: Crew, session: number) {
    this.#crew = crew
    this.#session = session
  }

  /** Runs the kernels of its span over every tile, and the reduction on what they compute. */
  async run(plans: readonly ScheduleSpan[], signal: AbortSignal, reduce?: ReduceOrder): Promise<void> {
    signal.throwIfAborted()
    const { control } = this
    const generation = Atomics.add(control, controlWord.generation, 1) + 1
    Atomics.store(control, controlWord.next, 0)
    const stop = () => Atomics.add(control, controlWord.generation, 1)
    signal.addEventListener('abort', stop)
    const spans = plans.map(({ start, end }) => ({ start, end }))
    const job = { kind: 'job', session: this.#session, generation, spans, ...(reduce && { reduce }) } as const
    try {
      await this.#crew.each(() => job)
    } finally {
      signal.removeEventListener('abort', stop)
    }
    signal.throwIfAborted()
  }
}
