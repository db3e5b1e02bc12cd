/** What a service can be told, and what it does when it is not. */
import type { Writable } from 'node:stream'
import type { Model, PopulationOptions } from '../model/index.ts'
import type { JobOptions } from './jobs/open-jobs.ts'
import type { OidcOptions } from './oidc-issuer.ts'

export interface ServiceOptions {
  readonly model?: Model
  /** Tokens must be signed with it. */
  readonly tokenSecret?: string
  /** Or by this issuer; with neither, everybody may do everything. */
  readonly oidc?: OidcOptions
  /** Without tokens, answer whatever name the service is called by. */
  readonly anyHost?: boolean
  readonly population?: PopulationOptions
  /** Open the model's population before listening. */
  readonly opensPopulation?: boolean
  /** Populations that stay open. */
  readonly populations?: number
  /** Requests that may wait for populations. */
  readonly waiting?: number
  readonly sessionsPerUser?: number
  readonly sessionIdleMilliseconds?: number
  /** Folder for jobs and results; without one they last as long as the service. */
  readonly data?: string
  /** Another engine may have `data`: then jobs alone are refused, until it ends. */
  readonly dataMayBeTaken?: boolean
  /** URL of a PostgreSQL server that keeps jobs instead. */
  readonly database?: string
  /** Jobs of one user that may be queued or running. */
  readonly jobsPerUser?: number
  /** Days for which jobs that have ended and results that are not used are kept. */
  readonly jobDays?: number
  /** After which an engine that says nothing, of those that share a database, has lost its job. */
  readonly jobLeaseMilliseconds?: number
  /** After which an answer is given up. */
  readonly limitMilliseconds?: number
  /** Where the log goes, a JSON object a line; nowhere without it. */
  readonly log?: Writable
  /** Told of each route, as `GET /v1/variables/{name}`. */
  onRoute?(route: string): void
}

export const defaults = {
  populations: 2,
  waiting: 64,
  sessionsPerUser: 8,
  sessionIdleMilliseconds: 15 * 60_000,
  jobsPerUser: 1000,
  jobDays: 7,
  jobLeaseMilliseconds: 30_000,
  limitMilliseconds: 120_000,
} as const

/** Milliseconds that answers have when the service is closed; then their connections are. */
export const GRACE = 10_000

const KEY_HOURS = 24

export function jobOptions(settings: ServiceOptions & Record<keyof typeof defaults, number>): JobOptions {
  const { data, database, jobsPerUser, jobDays, jobLeaseMilliseconds, limitMilliseconds } = settings
  return {
    ...(data !== undefined && { data }),
    ...(database !== undefined && { database }),
    ...{ perUser: jobsPerUser, days: jobDays, keyHours: KEY_HOURS, leaseMilliseconds: jobLeaseMilliseconds },
    lostMilliseconds: limitMilliseconds + GRACE,
  }
}
