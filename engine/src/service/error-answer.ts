/** What of an error goes over the wire: its status and its body, never a stack trace. */
import type { FastifyError } from 'fastify'
import { type ErrorDetails, ReformlabError } from '../errors/index.ts'
import { statusOf } from './error-status.ts'

export interface ErrorBody {
  readonly error: {
    readonly code: string
    readonly message: string
    readonly remedy: string
    readonly details: ErrorDetails
  }
}

export interface ErrorAnswer {
  readonly status: number
  readonly body: ErrorBody
}

/** What is known of the request that failed. */
export interface FailedRequest {
  /** Whether its path names what is asked for, so that it may be what is not found. */
  readonly namesInPath?: boolean
  /** Of its body. */
  readonly type?: string
}

export function errorAnswer(error: unknown, request: FailedRequest = {}): ErrorAnswer {
  const known = error instanceof ReformlabError ? error : ofFramework(error as Partial<FastifyError>, request)
  if (known) return { status: statusOf(known.code, request.namesInPath), body: { error: known.toJSON() } }
  const message = 'The service made a mistake of its own.'
  const remedy = 'Report the request that led to it; the service wrote the details to its log.'
  return { status: 500, body: { error: { code: 'E_INTERNAL', message, remedy, details: {} } } }
}

function ofFramework(
  error: Partial<FastifyError> | undefined,
  { type = '' }: FailedRequest,
): ReformlabError | undefined {
  const { code = '', message = '', validation, validationContext = 'body', statusCode = 500 } = error ?? {}
  const [first] = validation ?? []
  if (first) {
    const { instancePath, params, keyword } = first
    const place = `${validationContext.replace('querystring', 'query')}${instancePath.replaceAll('/', '.')}`
    const extra = keyword === 'additionalProperties' ? ` (${String(params.additionalProperty)})` : ''
    return new ReformlabError('E_REQUEST', {
      place,
      problem: `${first.message ?? 'it is not valid'}${extra}`,
    })
  }
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE')
    return new ReformlabError('E_REQUEST_SIZE', { limit: BODY_LIMIT })
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE')
    return new ReformlabError('E_REQUEST_TYPE', { type, expected: 'application/json' })
  const isAsked = statusCode >= 400 && statusCode < 500
  return isAsked ? new ReformlabError('E_REQUEST', { place: 'its form', problem: message }) : undefined
}

/** Bytes. */
export const BODY_LIMIT = 4 << 20
