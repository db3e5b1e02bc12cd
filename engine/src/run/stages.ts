/** One thread's way through the stages of a job, which all threads share: none begins a stage before all have ended the last. */
import { controlWord } from './messages.ts'

export class Stages {
  readonly #control: Int32Array
  readonly #threads: number
  readonly #generation: number
  #failure: { readonly problem: unknown } | undefined

  /** The job is given up when `generation` is no longer the newest. */
  constructor(control: Int32Array, threads: number, generation: number) {
    this.#control = control
    this.#threads = threads
    this.#generation = generation
  }

  /** Does `work`. Where it fails, on any thread, the rest of the job is given up; `end` throws what it threw. */
  attempt(work: () => void): void {
    try {
      work()
    } catch (problem) {
      this.#failure ??= { problem }
      Atomics.add(this.#control, controlWord.generation, 1)
    }
  }

  /** Takes numbers below `count` that no other thread has taken, until none is left; then waits for the others. */
  pass(count: number, work: (turn: number) => void): void {
    const control = this.#control
    this.attempt(() => {
      while (Atomics.load(control, controlWord.generation) === this.#generation) {
        const turn = Atomics.add(control, controlWord.next, 1)
        if (turn >= count) return
        work(turn)
      }
    })
    this.#meet()
  }

  /** Throws what failed on this thread. */
  end(): void {
    if (this.#failure) throw this.#failure.problem
  }

  #meet(): void {
    const control = this.#control
    const stage = Atomics.load(control, controlWord.stage)
    if (Atomics.add(control, controlWord.arrived, 1) + 1 < this.#threads) {
      while (Atomics.load(control, controlWord.stage) === stage)
        Atomics.wait(control, controlWord.stage, stage)
      return
    }
    Atomics.store(control, controlWord.arrived, 0)
    Atomics.store(control, controlWord.next, 0)
    Atomics.add(control, controlWord.stage, 1)
    Atomics.notify(control, controlWord.stage)
  }
}
