/** The outcomes of one reform as they come from a live session. */
import { type ISignal, Signal } from '@lumino/signaling'
import type { Changes, Frame, Impact } from './api-types.ts'
import type { EngineClient } from './engine-client.ts'
import { type FitSubject, LiveSession, type SessionState, type SessionSubject } from './live-session.ts'

export class OutcomeFeed {
  readonly #session: LiveSession
  readonly #changed = new Signal<this, void>(this)
  #frame: Frame | undefined
  #impact: Impact | undefined

  constructor(client: EngineClient, subject: SessionSubject, fit: FitSubject) {
    this.#session = new LiveSession(client, subject, fit)
    this.#session.stateChanged.connect(() => this.#changed.emit())
    this.#session.framed.connect((_, frame) => {
      this.#frame = frame
      if (frame.impact) this.#impact = frame.impact
      this.#changed.emit()
    })
  }

  get changed(): ISignal<this, void> {
    return this.#changed
  }

  get state(): SessionState {
    return this.#session.state
  }

  /** The subject is another than was asked for. */
  get fitted(): ISignal<unknown, SessionSubject> {
    return this.#session.fitted
  }

  /** The newest answer, which may be an error. */
  get frame(): Frame | undefined {
    return this.#frame
  }

  /** The newest answer that is none. */
  get impact(): Impact | undefined {
    return this.#impact
  }

  /** Whether what is shown answers what was asked last. */
  get isSettled(): boolean {
    return this.#session.isSettled
  }

  open(subject: SessionSubject, reforms: readonly string[]): void {
    this.#session.open(subject, reforms)
  }

  close(): void {
    this.#session.close()
  }

  show(changes: Changes): void {
    this.#session.show(changes)
  }

  dispose(): void {
    this.#session.dispose()
    Signal.clearData(this)
  }
}
