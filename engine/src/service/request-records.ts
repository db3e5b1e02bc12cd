/**
 * One line of the log for each request: its id, what was asked by whom, the status, the time. Never what was sent or
 * answered, nor the message of a mistake of ours, which may hold either.
 */
import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { ReformlabError } from '../errors/index.ts'
import type { Metrics } from './metrics.ts'

/** Its client has left before it was answered. */
const LEFT = 499
const UNKNOWN = 'unknown'

interface RequestRecord {
  user?: string
  error?: unknown
}

export class RequestRecords {
  readonly #records = new WeakMap<FastifyRequest, RequestRecord>()
  readonly #metrics: Metrics

  constructor(metrics: Metrics) {
    this.#metrics = metrics
  }

  /** Answers the id in a header, and writes the line when the answer has ended. */
  begin(request: FastifyRequest, reply: FastifyReply): void {
    if (this.#records.has(request)) return
    const began = performance.now()
    const record: RequestRecord = {}
    this.#records.set(request, record)
    reply.header('x-request-id', request.id)
    reply.raw.once('close', () => {
      const operation = operationOf(request)
      const milliseconds = performance.now() - began
      const status = reply.raw.headersSent ? reply.raw.statusCode : LEFT
      this.#metrics.answered(operation, status, milliseconds)
      const { user, error } = record
      const facts = { operation, user, status, ms: Number(milliseconds.toFixed(1)) }
      if (error === undefined) request.log.info(facts, 'answered')
      else request.log.error({ ...facts, error: errorFacts(error) }, 'failed')
    })
  }

  by(request: FastifyRequest, user: string): void {
    const record = this.#records.get(request)
    if (record) record.user = user
  }

  /** A mistake that is not the client's. */
  failed(request: FastifyRequest, error: unknown): void {
    const record = this.#records.get(request)
    if (record) record.error = error
  }

  /** Of what a request began and what goes on after its answer, such as a session's frames. */
  failedLater(request: FastifyRequest, error: unknown): void {
    const { user } = this.#records.get(request) ?? {}
    request.log.error({ operation: operationOf(request), user, error: errorFacts(error) }, 'failed later')
  }
}

/** An id that the client has chosen is taken where it can be no text of anything else. */
export function requestId({ headers }: IncomingMessage): string {
  const given = headers['x-request-id']
  return typeof given === 'string' && /^[\w-]{1,64}$/.test(given) ? given : randomUUID()
}

function operationOf({ routeOptions }: FastifyRequest): string {
  const { operation } = routeOptions.config as { operation?: string }
  return operation ?? UNKNOWN
}

/** Where a mistake was made; what it says only where its text is one of ours. */
export function errorFacts(error: unknown) {
  if (error instanceof ReformlabError) return { code: error.code, message: error.message }
  if (!(error instanceof Error)) return { name: typeof error }
  const frames = (error.stack ?? '').split('\n').filter(line => /^\s+at /.test(line))
  return { name: error.name, at: frames.map(line => line.trim()) }
}
