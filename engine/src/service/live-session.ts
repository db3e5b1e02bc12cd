/**
 * One person at the sliders: patches come in, the newest is computed, frames go out in the order of their patches.
 *
 * A newer patch stops the computation of an older one, unless nothing has been answered for `patience` milliseconds: who
 * drags faster than the machine computes still sees frames. The last patch is always answered.
 */
import { type ErrorDetails, ReformlabError } from '../errors/index.ts'
import type { Impact } from '../outcomes/index.ts'
import type { ParameterTree } from '../parameters/parameter-tree.ts'
import { RunSuperseded } from '../run/run-superseded.ts'
import { errorAnswer } from './error-answer.ts'
import type { FrameOutcome } from './metrics.ts'

export interface Frame {
  /** That of the patch it answers. */
  readonly sequence: number
  readonly impact?: Impact
  /** In place of an impact where the patch could not be computed. */
  readonly error?: { readonly code: string; readonly message: string; readonly details: ErrorDetails }
  /** From the patch's coming to the frame. */
  readonly milliseconds: number
}

export interface LiveSessionOptions {
  readonly patience?: number
  /** Computes what `law` gives when the computation's turn has come; rejects when `signal` is aborted. */
  answer(law: () => ParameterTree, signal: AbortSignal): Promise<Impact>
  /** Told of mistakes of ours. */
  report?(error: unknown): void
  /** Told what became of each patch; of a frame the milliseconds it took. */
  count?(outcome: FrameOutcome, milliseconds?: number): void
}

interface Patch {
  readonly sequence: number
  readonly law: ParameterTree
  readonly came: number
}

const PATIENCE = 100

export class LiveSession {
  readonly #options: LiveSessionOptions
  readonly #readers = new Set<(frame: Frame) => void>()
  readonly #end = new AbortController()
  #last = -1
  /** The newest patch, until its computation begins. */
  #pending: Patch | undefined
  #running: AbortController | undefined
  #isWorking = false
  #unansweredSince: number | undefined
  #frame: Frame | undefined

  constructor(options: LiveSessionOptions) {
    this.#options = options
  }

  /** Aborted when the session is closed. */
  get ended(): AbortSignal {
    return this.#end.signal
  }

  /** The newest frame. */
  get frame(): Frame | undefined {
    return this.#frame
  }

  /** Throws E_SESSION_SEQUENCE for a patch that is not newer than all before. */
  checkSequence(sequence: number): void {
    if (sequence <= this.#last) throw new ReformlabError('E_SESSION_SEQUENCE', { sequence, last: this.#last })
  }

  /** Takes the law the newest patch makes. Throws E_SESSION_SEQUENCE. */
  patch(sequence: number, law: ParameterTree): void {
    this.checkSequence(sequence)
    this.#last = sequence
    const came = performance.now()
    if (this.#pending) this.#options.count?.('superseded')
    this.#pending = { sequence, law, came }
    this.#unansweredSince ??= came
    const { patience = PATIENCE } = this.#options
    if (came - this.#unansweredSince <= patience) this.#running?.abort(new RunSuperseded())
    if (!this.#isWorking) void this.#work()
  }

  /** Tells `reader` of every frame from now on, until the function it answers is called. */
  read(reader: (frame: Frame) => void): () => void {
    this.#readers.add(reader)
    return () => this.#readers.delete(reader)
  }

  close(): void {
    this.#pending = undefined
    this.#end.abort(new RunSuperseded())
  }

  async #work(): Promise<void> {
    this.#isWorking = true
    while (this.#pending) await this.#answerNewest()
    this.#isWorking = false
  }

  async #answerNewest(): Promise<void> {
    let begun: Patch | undefined
    const control = new AbortController()
    const begin = () => {
      begun = this.#pending!
      this.#pending = undefined
      this.#running = control
      return begun.law
    }
    try {
      const impact = await this.#options.answer(begin, AbortSignal.any([control.signal, this.ended]))
      this.#send(begun!, { impact })
    } catch (error) {
      if (this.ended.aborted) return
      if (control.signal.aborted) return this.#options.count?.('superseded')
      const { status, body } = errorAnswer(error)
      if (status >= 500) this.#options.report?.(error)
      const { code, message, details } = body.error
      const failed = begun ?? this.#pending!
      if (!begun) this.#pending = undefined
      this.#send(failed, { error: { code, message, details } })
    } finally {
      this.#running = undefined
    }
  }

  #send({ sequence, came }: Patch, answer: Pick<Frame, 'impact' | 'error'>): void {
    const frame = { sequence, ...answer, milliseconds: performance.now() - came }
    this.#frame = frame
    this.#options.count?.(answer.error ? 'failed' : 'sent', frame.milliseconds)
    this.#unansweredSince = this.#pending?.came
    for (const reader of this.#readers) reader(frame)
  }
}
