/** Requests that begin work, by the keys their clients gave them: the same request again gets the answer it got. */

import { ReformlabError } from '../../errors/index.ts'
import { canonicalHash } from '../../model/lock/canonical-json.ts'
import type { Queries } from './database.ts'

export interface StoredAnswer {
  readonly status: number
  readonly body: unknown
  readonly location?: string
}

export interface KeyedRequest {
  readonly owner: string
  readonly key: string
  /** Of what is asked. */
  readonly fingerprint: string
}

export interface IdempotencyKeysOptions {
  /** For which an answer is kept. */
  readonly hours: number
  /** After which a request that has not been answered is taken to be lost. */
  readonly lostMilliseconds: number
}

/** Of a request to `path`, whatever the order of names in `body`. */
export const fingerprintOf = (path: string, body: unknown) => canonicalHash([path, body as never])

export class IdempotencyKeys {
  readonly #options: IdempotencyKeysOptions

  constructor(options: IdempotencyKeysOptions) {
    this.#options = options
  }

  /**
   * Takes the key for this request, or answers what was answered to it.
   *
   * throws  E_IDEMPOTENCY_KEY for a key of another request, E_IDEMPOTENCY_BUSY while that request is being answered
   */
  async claim(on: Queries, { owner, key, fingerprint }: KeyedRequest): Promise<StoredAnswer | undefined> {
    const taken = await on.query(
      `INSERT INTO engine_keys AS kept (owner, key, fingerprint, expires)
       VALUES ($1, $2, $3, now() + make_interval(secs => $4::float8))
       ON CONFLICT (owner, key) DO UPDATE
       SET fingerprint = excluded.fingerprint, answer = NULL, expires = excluded.expires
       WHERE kept.expires < now() RETURNING key`,
      [owner, key, fingerprint, this.#options.lostMilliseconds / 1000],
    )
    if (taken.length > 0) return undefined
    const [kept] = await on.query<{ fingerprint: string; answer: string | null }>(
      'SELECT fingerprint, answer FROM engine_keys WHERE owner = $1 AND key = $2',
      [owner, key],
    )
    if (kept && kept.fingerprint !== fingerprint)
      throw new ReformlabError('E_IDEMPOTENCY_KEY', { key, hours: this.#options.hours })
    if (kept?.answer) return JSON.parse(kept.answer) as StoredAnswer
    throw new ReformlabError('E_IDEMPOTENCY_BUSY', { key })
  }

  async answer(on: Queries, { owner, key }: KeyedRequest, answer: StoredAnswer): Promise<void> {
    await on.query(
      `UPDATE engine_keys SET answer = $3, expires = now() + make_interval(hours => $4::int)
       WHERE owner = $1 AND key = $2`,
      [owner, key, JSON.stringify(answer), this.#options.hours],
    )
  }

  /** Of a request that came to nothing. */
  async release(on: Queries, { owner, key }: KeyedRequest): Promise<void> {
    await on.query('DELETE FROM engine_keys WHERE owner = $1 AND key = $2 AND answer IS NULL', [owner, key])
  }
}
