/** The live sessions there are: few for each user, closed when nobody uses them. */
import { randomUUID } from 'node:crypto'
import { ReformlabError } from '../errors/index.ts'
import type { LiveSession } from './live-session.ts'

export interface SessionListOptions {
  readonly perUser: number
  /** After which a session without patches and readers is closed. */
  readonly idleMilliseconds: number
}

/** What a session is about. */
export interface SessionSubject {
  readonly dataset: string
  readonly year: number
  readonly convention: string
}

export interface ListedSession {
  readonly id: string
  readonly user: string
  readonly subject: SessionSubject
  readonly live: LiveSession
}

interface Entry extends ListedSession {
  readers: number
  idle?: NodeJS.Timeout
}

export class SessionList {
  readonly #options: SessionListOptions
  readonly #entries = new Map<string, Entry>()

  constructor(options: SessionListOptions) {
    this.#options = options
  }

  get size(): number {
    return this.#entries.size
  }

  /** Throws E_SESSION_LIMIT. */
  checkRoom(user: string): void {
    const own = [...this.#entries.values()].filter(entry => entry.user === user).length
    const limit = this.#options.perUser
    if (own >= limit) throw new ReformlabError('E_SESSION_LIMIT', { limit })
  }

  /** Throws E_SESSION_LIMIT. */
  add(user: string, subject: SessionSubject, live: LiveSession): ListedSession {
    this.checkRoom(user)
    const entry: Entry = { id: randomUUID(), user, subject, live, readers: 0 }
    this.#entries.set(entry.id, entry)
    this.#wait(entry)
    return entry
  }

  /** The session of `user`; its idle time begins anew. Throws E_SESSION_UNKNOWN, also for another's session. */
  get(user: string, id: string): ListedSession {
    const entry = this.#entries.get(id)
    if (!entry || entry.user !== user) throw this.#unknown(id)
    this.#wait(entry)
    return entry
  }

  /** Keeps the session open until the function it answers is called. */
  hold(id: string): () => void {
    const entry = this.#entries.get(id)
    if (!entry) throw this.#unknown(id)
    entry.readers++
    this.#wait(entry)
    return () => {
      entry.readers--
      if (this.#entries.has(id)) this.#wait(entry)
    }
  }

  close(id: string): void {
    const entry = this.#entries.get(id)
    clearTimeout(entry?.idle)
    this.#entries.delete(id)
    entry?.live.close()
  }

  closeAll(): void {
    for (const id of [...this.#entries.keys()]) this.close(id)
  }

  #wait(entry: Entry): void {
    clearTimeout(entry.idle)
    if (entry.readers > 0) return
    entry.idle = setTimeout(() => this.close(entry.id), this.#options.idleMilliseconds).unref()
  }

  #unknown(id: string): ReformlabError {
    const minutes = Math.round(this.#options.idleMilliseconds / 60_000)
    return new ReformlabError('E_SESSION_UNKNOWN', { id, minutes })
  }
}
