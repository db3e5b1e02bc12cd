/** What the service counts of itself, as `GET /metrics` answers it in the text format of Prometheus. */
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { Counter, Gauge, Histogram, Registry } from 'prom-client'

/** What became of a patch. */
export type FrameOutcome = 'sent' | 'failed' | 'superseded'

/** What is asked when metrics are. */
export interface Observed {
  sessions(): number
  populations(): number
  /** Pieces of work that wait for a population or are computed on one. */
  waiting(): number
}

const REQUEST_SECONDS = [0.001, 0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 120]
const FRAME_SECONDS = [0.01, 0.02, 0.03, 0.05, 0.1, 0.2, 0.5, 1, 2.5]

export class Metrics {
  readonly #registry = new Registry()
  readonly #delay = monitorEventLoopDelay({ resolution: 10 })
  readonly #requests = this.#counter('requests_total', 'Requests answered.', ['operation', 'status'])
  readonly #seconds = this.#histogram(
    ...(['request_seconds', 'Time from a request to the end of its answer.', REQUEST_SECONDS] as const),
    ...['operation'],
  )
  readonly #frames = this.#counter('patches_total', 'Patches of live sessions.', ['outcome'])
  readonly #frameSeconds = this.#histogram(
    ...(['frame_seconds', 'Time from a patch to its frame.', FRAME_SECONDS] as const),
  )

  constructor(observed: Observed) {
    for (const outcome of ['sent', 'failed', 'superseded'] as const) this.#frames.inc({ outcome }, 0)
    this.gauge('live_sessions', 'Live sessions that are open.', observed.sessions)
    this.gauge('populations_open', 'Populations that are open.', observed.populations)
    this.gauge('population_work', 'Work that waits for a population or runs on one.', observed.waiting)
    this.gauge('resident_memory_bytes', 'Memory of the process.', () => process.memoryUsage.rss())
    this.gauge('heap_used_bytes', 'Heap of the main thread.', () => process.memoryUsage().heapUsed)
    this.#delay.enable()
    this.gauge(
      'event_loop_delay_seconds',
      'Longest delay of the main thread since it was last asked.',
      () => {
        const { max } = this.#delay
        this.#delay.reset()
        return max / 1e9
      },
    )
  }

  /** A number that `value` knows when it is asked for. */
  gauge(name: string, help: string, value: () => number): void {
    new Gauge({
      ...this.#named(name, help),
      collect() {
        this.set(value())
      },
    })
  }

  /** Numbers by the value of one label, e.g. jobs by their state. */
  gaugeBy(
    label: string,
    name: string,
    help: string,
    values: () => Promise<Readonly<Record<string, number>>>,
  ): void {
    new Gauge({
      ...{ ...this.#named(name, help), labelNames: [label] },
      async collect() {
        const now = await values().catch(() => ({}))
        this.reset()
        for (const [key, value] of Object.entries(now)) this.set({ [label]: key }, value)
      },
    })
  }

  answered(operation: string, status: number, milliseconds: number): void {
    this.#requests.inc({ operation, status })
    this.#seconds.observe({ operation }, milliseconds / 1000)
  }

  /** `milliseconds` of a patch that has got a frame. */
  patch(outcome: FrameOutcome, milliseconds?: number): void {
    this.#frames.inc({ outcome })
    if (milliseconds !== undefined) this.#frameSeconds.observe(milliseconds / 1000)
  }

  text(): Promise<string> {
    return this.#registry.metrics()
  }

  close(): void {
    this.#delay.disable()
    this.#registry.clear()
  }

  #named(name: string, help: string) {
    return { name: `reformlab_${name}`, help, registers: [this.#registry] }
  }

  #counter(name: string, help: string, labelNames: string[]): Counter {
    return new Counter({ ...this.#named(name, help), labelNames })
  }

  #histogram(name: string, help: string, buckets: readonly number[], ...labelNames: string[]): Histogram {
    return new Histogram({ ...this.#named(name, help), buckets: [...buckets], labelNames })
  }
}
