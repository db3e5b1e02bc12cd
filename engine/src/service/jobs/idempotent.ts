/** Answers a request that carries an idempotency key once; the same request again gets the same answer. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { ReformlabError } from '../../errors/index.ts'
import type { Call } from '../route.ts'
import type { Queries } from './database.ts'
import { fingerprintOf, type KeyedRequest, type StoredAnswer } from './idempotency-keys.ts'
import { ownerOf } from './job.ts'
import type { Jobs } from './jobs.ts'
import type { OpenJobs } from './open-jobs.ts'

const KEY = /^[!-~]{1,200}$/

/**
 * What `answer` answers, kept in the same transaction as what it writes: where that is done, its answer is known, and where
 * it is not known, nothing was done.
 */
export async function onceTogether<T>(
  { keys, database }: OpenJobs,
  { request, reply, user }: Call,
  answer: (on: Queries) => Promise<T>,
): Promise<T> {
  const keyed = keyedRequest(request, user.name)
  return database.transaction(async on => {
    const known = keyed && (await keys.claim(on, keyed))
    if (known) return replay<T>(reply, known)
    const body = await answer(on)
    if (keyed) await keys.answer(on, keyed, stored(reply, body))
    return body
  })
}

/** What `handle` answers; for as long as it takes, the same request is told to come again. */
export async function once(jobs: Jobs, call: Call, handle: (call: Call) => unknown): Promise<unknown> {
  const keyed = keyedRequest(call.request, call.user.name)
  if (!keyed) return handle(call)
  const { keys, database } = await jobs.open()
  const known = await keys.claim(database, keyed)
  if (known) return replay(call.reply, known)
  try {
    const body = await handle(call)
    await keys.answer(database, keyed, stored(call.reply, body))
    return body
  } catch (error) {
    await keys.release(database, keyed)
    throw error
  }
}

/** Throws E_REQUEST for a key that is none. */
function keyedRequest({ headers, url, body }: FastifyRequest, user: string): KeyedRequest | undefined {
  const key = headers['idempotency-key']
  if (key === undefined) return undefined
  if (typeof key !== 'string' || !KEY.test(key))
    throw new ReformlabError('E_REQUEST', {
      place: 'header Idempotency-Key',
      problem: 'it is not 1 to 200 letters, digits and signs',
    })
  return { owner: ownerOf(user), key, fingerprint: fingerprintOf(url, body) }
}

function stored(reply: FastifyReply, body: unknown): StoredAnswer {
  const location = reply.getHeader('location')
  return { status: reply.statusCode, body, ...(typeof location === 'string' && { location }) }
}

function replay<T>(reply: FastifyReply, { status, body, location }: StoredAnswer): T {
  reply.code(status).header('idempotent-replayed', 'true')
  if (location !== undefined) reply.header('location', location)
  return body as T
}
