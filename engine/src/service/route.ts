import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Model } from '../model/index.ts'
import type { AnswerCheck } from './answer-check.ts'
import type { Method } from './api-document.ts'
import type { Jobs } from './jobs/jobs.ts'
import type { LawShelf } from './law-shelf.ts'
import type { Metrics } from './metrics.ts'
import type { PopulationShelf } from './population-shelf.ts'
import type { RequestRecords } from './request-records.ts'
import type { SessionList } from './session-list.ts'
import type { Scope, User } from './token.ts'

/** One operation of `schema/openapi.yaml`. */
export interface Route {
  readonly method: Method
  /** As the document writes it: `/v1/variables/{name}`. */
  readonly path: string
  /** What a token must allow; without it anyone may ask. */
  readonly scope?: Scope
  /** The body is text of whatever type, not parsed. */
  readonly takesText?: boolean
  /** Its work is done once for each idempotency key. */
  readonly isIdempotent?: boolean
  handle(call: Call): unknown
}

export interface Call {
  readonly user: User
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  /** Aborted when the client has left, or the answer takes too long. */
  readonly signal: AbortSignal
}

/** What routes work with. */
export interface ServiceContext {
  readonly model: Model
  readonly laws: LawShelf
  readonly populations: PopulationShelf
  readonly sessions: SessionList
  readonly jobs: Jobs
  readonly metrics: Metrics
  readonly records: RequestRecords
  readonly answers: AnswerCheck
  isClosing(): boolean
}
