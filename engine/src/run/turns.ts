/**
 * Work that waits for its turn. Each piece may be overtaken: then its promise is rejected at once, and its work is told
 * through its signal to stop, or is never begun.
 */
export class Turns {
  #last: Promise<unknown> = Promise.resolve()
  readonly #open = new Set<Turn>()

  /** Does `work` after all that came before it. */
  take<T>(kind: string, work: (signal: AbortSignal) => Promise<T>, signal?: AbortSignal): Promise<T> {
    const control = new AbortController()
    const turn: Turn = { kind, control }
    const stop = () => control.abort(signal!.reason)
    if (signal?.aborted) return Promise.reject(signal.reason)
    signal?.addEventListener('abort', stop, { once: true })
    this.#open.add(turn)
    const done = this.#last.then(() => {
      control.signal.throwIfAborted()
      return work(control.signal)
    })
    this.#last = done
      .catch(() => {})
      .finally(() => {
        this.#open.delete(turn)
        signal?.removeEventListener('abort', stop)
      })
    return new Promise((resolve, reject) => {
      control.signal.addEventListener('abort', () => reject(control.signal.reason), { once: true })
      done.then(resolve, reject)
    })
  }

  /** Gives up whatever of these kinds waits or runs. */
  overtake(kinds: readonly string[], reason: Error): void {
    for (const turn of this.#open) if (kinds.includes(turn.kind)) turn.control.abort(reason)
  }
}

interface Turn {
  readonly kind: string
  readonly control: AbortController
}
