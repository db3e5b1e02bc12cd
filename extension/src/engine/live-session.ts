/**
 * A live session seen from the page: wanted changes go out, frames come in.
 *
 * The newest changes win: while a patch is on its way, later ones replace each other. No frame follows a newer one. When
 * the engine is lost the session is opened again and asked for what is wanted now, so nothing set here is ever lost.
 */
import { type ISignal, Signal } from '@lumino/signaling'
import type { Changes, Frame } from './api-types.ts'
import type { EngineClient } from './engine-client.ts'
import { EngineError, isAbort } from './engine-error.ts'
import { readEvents } from './event-reader.ts'
import { inWordsOfPanel, lost, PASSING } from './session-problems.ts'

export interface SessionSubject {
  readonly dataset: string
  readonly year: number
  readonly convention: string
}

export type SessionState =
  | { readonly kind: 'closed' }
  | { readonly kind: 'opening' }
  | { readonly kind: 'live' }
  /** Lost, and about to be opened again. */
  | { readonly kind: 'lost'; readonly error: EngineError }
  /** Nothing is tried again before `open`. */
  | { readonly kind: 'failed'; readonly error: EngineError }

/** The subject with what the engine's model has in place of what it has not. */
export type FitSubject = (subject: SessionSubject) => Promise<SessionSubject>

/** Between two patches at least: what a screen shows. */
const FRAME = 16
/** What the engine says when an answer takes longer than it waits. */
const SLOW = 'E_REQUEST_TIME'
const FIRST_DELAY = 250
const LONGEST_DELAY = 4000

export class LiveSession {
  readonly #client: EngineClient
  readonly #fit: FitSubject
  #subject: SessionSubject
  #reforms: readonly string[] = []
  #wanted: Changes = {}
  #sequence = 0
  /** Sequence of what is wanted now, 0 before it has been sent. */
  #sent = 0
  #shown = 0
  #isSending = false
  #sentAt = 0
  #timer: number | undefined
  #id: string | undefined
  #run: AbortController | undefined
  #state: SessionState = { kind: 'closed' }
  readonly #framed = new Signal<this, Frame>(this)
  readonly #stateChanged = new Signal<this, SessionState>(this)
  readonly #fitted = new Signal<this, SessionSubject>(this)

  constructor(client: EngineClient, subject: SessionSubject, fit: FitSubject) {
    this.#client = client
    this.#fit = fit
    this.#subject = subject
    window.addEventListener('pagehide', this.#onLeaving)
  }

  get state(): SessionState {
    return this.#state
  }

  /** Each newer than the one before. */
  get framed(): ISignal<this, Frame> {
    return this.#framed
  }

  get stateChanged(): ISignal<this, SessionState> {
    return this.#stateChanged
  }

  /** The subject is another than was asked for: the engine's model has not all of that. */
  get fitted(): ISignal<this, SessionSubject> {
    return this.#fitted
  }

  /** Whether the newest changes have been answered. */
  get isSettled(): boolean {
    return this.#sent > 0 && this.#shown === this.#sent
  }

  /** Opens the session, or another one where the subject is another; changes lie upon `reforms`. */
  open(subject: SessionSubject = this.#subject, reforms: readonly string[] = this.#reforms): void {
    this.#leave()
    this.#subject = subject
    this.#reforms = reforms
    this.#run = new AbortController()
    void this.#keepOpen(this.#run.signal)
  }

  /** Asks for what `changes`, all that differs from the baseline, do. */
  show(changes: Changes): void {
    this.#wanted = changes
    this.#sent = 0
    const wait = this.#sentAt + FRAME - performance.now()
    if (wait <= 0) void this.#send()
    else this.#timer ??= window.setTimeout(() => void this.#send(), wait)
  }

  close(): void {
    this.#leave()
    this.#setState({ kind: 'closed' })
  }

  dispose(): void {
    window.removeEventListener('pagehide', this.#onLeaving)
    this.#leave()
    Signal.clearData(this)
  }

  /** Sessions of pages that were left would count against the user's. */
  readonly #onLeaving = () => this.#leave()

  #leave(): void {
    this.#run?.abort()
    this.#run = undefined
    if (this.#id === undefined) return
    const path = `v1/sessions/${this.#id}`
    this.#id = undefined
    this.#client.ask(path, { method: 'DELETE', keepalive: true }).catch(() => {})
  }

  async #keepOpen(signal: AbortSignal): Promise<void> {
    for (let delay = FIRST_DELAY; !signal.aborted; delay = Math.min(LONGEST_DELAY, delay * 2)) {
      try {
        if (this.#state.kind !== 'lost') this.#setState({ kind: 'opening' })
        await this.#follow(signal, () => {
          delay = FIRST_DELAY
        })
        throw lost()
      } catch (error) {
        this.#id = undefined
        if (signal.aborted || isAbort(error)) return
        // A population that is fetched for the first time may take longer than an answer; it goes on.
        if (error instanceof EngineError && error.code === SLOW) continue
        const problem = error instanceof EngineError ? inWordsOfPanel(error) : lost()
        if (!PASSING.test(problem.code)) return this.#setState({ kind: 'failed', error: problem })
        this.#setState({ kind: 'lost', error: problem })
      }
      await pause(delay, signal)
    }
  }

  /** Opens a session and reads its frames until they end. */
  async #follow(signal: AbortSignal, opened: () => void): Promise<void> {
    const subject = await this.#fit(this.#subject)
    signal.throwIfAborted()
    if (!isSame(subject, this.#subject)) {
      this.#subject = subject
      this.#fitted.emit(subject)
    }
    const { id } = await this.#client.ask<{ id: string }>('v1/sessions', {
      method: 'POST',
      body: { ...subject, reforms: this.#reforms },
      signal,
    })
    this.#id = id
    const headers = { Accept: 'text/event-stream' }
    const body = await this.#client.stream(`v1/sessions/${id}/frames`, { signal, headers })
    opened()
    this.#setState({ kind: 'live' })
    this.#sent = 0
    void this.#send()
    try {
      for await (const data of readEvents(body)) this.#take(JSON.parse(data) as Frame)
    } catch (error) {
      if (signal.aborted) throw error
      throw lost()
    }
  }

  async #send(): Promise<void> {
    window.clearTimeout(this.#timer)
    this.#timer = undefined
    if (this.#isSending) return
    this.#isSending = true
    try {
      while (this.#sent === 0 && this.#id !== undefined) {
        const sequence = ++this.#sequence
        this.#sent = sequence
        this.#sentAt = performance.now()
        const path = `v1/sessions/${this.#id}/patches`
        await this.#client.ask(path, { method: 'POST', body: { sequence, changes: this.#wanted } })
      }
    } catch (error) {
      if (error instanceof EngineError && !PASSING.test(error.code)) this.#refuse(error)
    } finally {
      this.#isSending = false
    }
    if (this.#sent === 0 && this.#id !== undefined) void this.#send()
  }

  /** A patch that the law does not take: told as a frame, so that it has its place in the order. */
  #refuse({ code, message, details, remedy }: EngineError): void {
    this.#take({
      sequence: this.#sent,
      milliseconds: 0,
      error: { code, message: `${message} ${remedy}`, details },
    } as Frame)
  }

  #take(frame: Frame): void {
    if (frame.sequence <= this.#shown) return
    this.#shown = frame.sequence
    this.#framed.emit(frame)
  }

  #setState(state: SessionState): void {
    this.#state = state
    this.#stateChanged.emit(state)
  }
}

const isSame = (one: SessionSubject, other: SessionSubject) =>
  one.dataset === other.dataset && one.year === other.year && one.convention === other.convention

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    const timer = setTimeout(resolve, milliseconds)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}
