/** Answers that have not been sent whole. A connection that asks nothing is none of them, and need not be waited for. */
import type { FastifyReply } from 'fastify'

export class InFlight {
  readonly #replies = new Set<FastifyReply>()
  #emptied = () => {}

  add(reply: FastifyReply): void {
    this.#replies.add(reply)
    reply.raw.once('close', () => {
      this.#replies.delete(reply)
      if (this.#replies.size === 0) this.#emptied()
    })
  }

  /** Resolves when there is none, after `most` milliseconds in any case. */
  ended(most: number): Promise<void> {
    if (this.#replies.size === 0) return Promise.resolve()
    return new Promise(resolve => {
      const late = setTimeout(resolve, most)
      this.#emptied = () => {
        clearTimeout(late)
        resolve()
      }
    })
  }
}
