import type { ErrorCode } from '../errors/index.ts'

/** A well-formed request that the law or the data cannot take. */
const REFUSED = 422

/** What nobody asked wrongly is the service's: 5xx. */
const statuses: Partial<Record<ErrorCode, number>> = {
  E_REQUEST: 400,
  E_TOKEN: 401,
  E_TOKEN_SCOPE: 403,
  E_DATASET_PROTECTED: 403,
  E_SERVICE_HOST: 403,
  E_ROUTE_UNKNOWN: 404,
  E_SESSION_UNKNOWN: 404,
  E_JOB_UNKNOWN: 404,
  E_BATCH_UNKNOWN: 404,
  E_ROUTE_METHOD: 405,
  E_REQUEST_ACCEPT: 406,
  E_SESSION_SEQUENCE: 409,
  E_JOB_RESULT: 409,
  E_IDEMPOTENCY_BUSY: 409,
  E_REQUEST_SIZE: 413,
  E_REQUEST_TYPE: 415,
  E_SESSION_LIMIT: 429,
  E_JOB_LIMIT: 429,
  E_SERVICE_BUSY: 429,
  E_REQUEST_TIME: 503,
  E_SERVICE_CLOSING: 503,
  E_DATASET_FETCH: 503,
  E_COUNTRY_PYTHON: 503,
  E_COUNTRY_PREPARE: 503,
  E_WORKER_LOST: 503,
  E_DATA_FOLDER: 503,
  E_DATABASE: 503,
  E_TOKEN_KEYS: 503,
  E_MEMORY_LIMIT: 503,
  E_ANSWER: 500,
  E_RESULT_LOST: 500,
  E_PARAMETER_FILE: 500,
  E_OUTCOME_TABLE: 500,
  E_PROGRAM_MALFORMED: 500,
  E_FILE_READ: 500,
  E_FILE_WRITE: 500,
}
/** Mistakes in what the service has; those in formulas are of a reform, for the law was compiled before. */
const OWN = /^E_(LAW_RUN|DATASET_(FILE|EMPTY|LENGTH|VALUE|WEIGHT|RELATION|ROLE))$/

/** What a request names in its path and is not there is not found. */
export function statusOf(code: ErrorCode, isNamedInPath = false): number {
  if (isNamedInPath && code.endsWith('_UNKNOWN')) return 404
  return statuses[code] ?? (OWN.test(code) ? 500 : REFUSED)
}
