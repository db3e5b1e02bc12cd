/**
 * Questions about one household, one at a time: the engine works on one thing, and a hand asks faster than it answers.
 *
 * Of each kind the newest question wins. While a hand moves the one under way is let end, so that something is shown; when
 * it rests an older one is given up.
 */
import { type ISignal, Signal } from '@lumino/signaling'
import type { EngineClient } from './engine-client.ts'
import { EngineError, type EngineProblem, isAbort } from './engine-error.ts'
import { PASSING } from './session-problems.ts'

export interface Question {
  readonly path: string
  readonly body: object
}

export interface AnswerState<Answer = unknown> {
  /** The newest there is, which may be to an older question. */
  readonly answer?: Answer
  readonly problem?: EngineProblem
  readonly state: 'none' | 'waiting' | 'answered' | 'failed' | 'given-up'
}

interface Slot {
  readonly name: string
  question?: Question
  key: string
  answer?: unknown
  problem?: EngineProblem
  state: AnswerState['state']
  /** When it was asked last, as a count of questions. */
  asked: number
}

/** What a screen shows at most, in milliseconds between two questions. */
const FRAME = 16
const AGAIN = 1500

export class AnswerQueue<Name extends string> {
  readonly #client: Pick<EngineClient, 'ask'>
  readonly #slots: readonly Slot[]
  readonly #changed = new Signal<this, void>(this)
  #running: { readonly slot: Slot; readonly control: AbortController } | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  #isDisposed = false
  #count = 0

  /** `names` of kinds of questions; which was not asked for longest is next. */
  constructor(client: Pick<EngineClient, 'ask'>, names: readonly Name[]) {
    this.#client = client
    this.#slots = names.map(name => ({ name, key: '', state: 'none', asked: 0 }))
  }

  get changed(): ISignal<this, void> {
    return this.#changed
  }

  state(name: Name): AnswerState {
    return this.#slot(name)
  }

  /** Asks; nothing where there is no question. */
  want(name: Name, question: Question | undefined, isMoving = false): void {
    const slot = this.#slot(name)
    const key = question ? JSON.stringify(question) : ''
    if (key === slot.key) return
    slot.key = key
    slot.question = question
    slot.problem = undefined
    slot.state = question ? 'waiting' : 'none'
    if (!question) slot.answer = undefined
    if (this.#running?.slot === slot && (!isMoving || !question)) this.#running.control.abort()
    this.#soon(FRAME)
  }

  /** Nothing is asked before something else is wanted, or `again`. */
  giveUp(name: Name): void {
    const slot = this.#slot(name)
    if (slot.state !== 'waiting') return
    slot.state = 'given-up'
    if (this.#running?.slot === slot) this.#running.control.abort()
    this.#changed.emit()
  }

  again(name: Name): void {
    const slot = this.#slot(name)
    if (!slot.question) return
    slot.state = 'waiting'
    slot.problem = undefined
    this.#changed.emit()
    this.#soon(0)
  }

  dispose(): void {
    this.#isDisposed = true
    clearTimeout(this.#timer)
    this.#running?.control.abort()
    Signal.clearData(this)
  }

  #soon(wait: number): void {
    if (this.#isDisposed) return
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#next(), wait)
  }

  async #next(): Promise<void> {
    if (this.#running) return
    const waiting = this.#slots.filter(({ state }) => state === 'waiting')
    const [slot] = waiting.toSorted((a, b) => a.asked - b.asked)
    if (!slot) return
    slot.asked = ++this.#count
    const control = new AbortController()
    this.#running = { slot, control }
    let wait = 0
    try {
      wait = await this.#ask(slot, control)
    } finally {
      this.#running = undefined
    }
    if (this.#isDisposed) return
    this.#changed.emit()
    this.#soon(wait)
  }

  /** Answers after how many milliseconds to go on. */
  async #ask(slot: Slot, control: AbortController): Promise<number> {
    const { key } = slot
    const { path, body } = slot.question!
    const isNewest = () => key === slot.key
    try {
      const answer = await this.#client.ask(path, { method: 'POST', body, signal: control.signal })
      if (control.signal.aborted || !slot.question) return 0
      slot.answer = answer
      slot.problem = undefined
      if (isNewest()) slot.state = 'answered'
    } catch (error) {
      if (isAbort(error) || !isNewest()) return 0
      if (!(error instanceof EngineError)) throw error
      slot.problem = error
      if (PASSING.test(error.code)) return AGAIN
      slot.state = 'failed'
      slot.answer = undefined
    }
    return 0
  }

  #slot(name: Name): Slot {
    return this.#slots.find(slot => slot.name === name)!
  }
}
