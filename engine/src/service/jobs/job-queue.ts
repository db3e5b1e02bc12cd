/**
 * The engine's side of the store: a job is leased under the number of its attempt, and whatever is written of it holds only
 * while that attempt has the lease. Who has lost it, by a pause, a cut or a cancellation, changes nothing any more.
 */
import { ReformlabError } from '../../errors/index.ts'
import type { ErrorBody } from '../error-answer.ts'
import type { Database } from './database.ts'
import type { JobRequest, JobResult } from './job.ts'

export interface JobQueueOptions {
  /** For which an engine that says nothing keeps a job. */
  readonly leaseMilliseconds: number
}

export interface LeasedJob {
  readonly id: string
  readonly attempt: number
  readonly request: JobRequest
}

type Lease = Pick<LeasedJob, 'id' | 'attempt'>

/** Attempts that an engine or a thread did not survive; then the job is taken to be the cause. */
const DEADLY = 3
const FENCE = `id = $1 AND attempt = $2::int AND status = 'running'`
const LOST = `lost = lost + 1, lease = NULL, progress = 0,
  status = CASE WHEN lost + 1 >= ${DEADLY} THEN 'failed' ELSE 'queued' END,
  finished = CASE WHEN lost + 1 >= ${DEADLY} THEN now() END,
  error = CASE WHEN lost + 1 >= ${DEADLY} THEN $1 END,
  note = CASE WHEN lost + 1 >= ${DEADLY} THEN 'given up' ELSE 'waits for another attempt' END`
const abandoned = JSON.stringify(new ReformlabError('E_JOB_ABANDONED', { attempts: DEADLY }))

export class JobQueue {
  readonly #database: Database
  readonly #seconds: number

  constructor(database: Database, { leaseMilliseconds }: JobQueueOptions) {
    this.#database = database
    this.#seconds = leaseMilliseconds / 1000
  }

  /** The next job: those that were lost last, users in turn, in the order they came. */
  async lease(): Promise<LeasedJob | undefined> {
    const [row] = await this.#database.query<Lease & { request: string; shared: string | null }>(
      `UPDATE engine_jobs AS job
       SET status = 'running', attempt = attempt + 1, started = coalesce(started, now()), note = 'starts',
         lease = now() + make_interval(secs => $1::float8)
       WHERE id = (
         WITH waiting AS (SELECT DISTINCT owner FROM engine_jobs WHERE status = 'queued'),
           turns AS (
             SELECT owner, (SELECT max(started) FROM engine_jobs WHERE owner = waiting.owner) AS last FROM waiting)
         SELECT id FROM engine_jobs AS next JOIN turns USING (owner) WHERE status = 'queued'
         ORDER BY lost, turns.last NULLS FIRST, number LIMIT 1 FOR UPDATE OF next SKIP LOCKED)
       RETURNING id, attempt, request, (SELECT request FROM engine_batches WHERE id = job.batch) AS shared`,
      [this.#seconds],
    )
    if (!row) return undefined
    const { id, attempt, request, shared } = row
    return { id, attempt, request: { ...JSON.parse(shared ?? '{}'), ...JSON.parse(request) } }
  }

  /** Renews the lease, and says how far the job is. Answers whether it still holds. */
  keep(
    { id, attempt }: Lease,
    progress?: { readonly done: number; readonly note: string },
  ): Promise<boolean> {
    return this.#changed(
      `lease = now() + make_interval(secs => $3::float8), progress = coalesce($4::float8, progress),
       note = coalesce($5::text, note)`,
      [id, attempt, this.#seconds, progress?.done ?? null, progress?.note ?? null],
    )
  }

  /** The job's one result, under the key of the work it is of. Answers false where the lease has been lost. */
  async commit(
    { id, attempt }: Lease,
    work: string,
    { hash, type, bytes }: JobResult,
    reused: boolean,
  ): Promise<boolean> {
    return this.#database.transaction(async on => {
      const done = await on.query(
        `UPDATE engine_jobs
         SET status = 'done', commits = commits + 1, progress = 1, finished = now(), lease = NULL, note = $3,
           result = $4, result_type = $5, result_bytes = $6::float8, reused = $7::boolean
         WHERE ${FENCE} RETURNING id`,
        [id, attempt, reused ? 'known already' : 'computed', hash, type, bytes, reused],
      )
      if (done.length === 0) return false
      await on.query(
        `INSERT INTO engine_results (work, hash, type, bytes) VALUES ($1, $2, $3, $4::float8)
         ON CONFLICT (work) DO UPDATE SET used = now()`,
        [work, hash, type, bytes],
      )
      return true
    })
  }

  /** Ends it for good. Answers false where the lease has been lost. */
  fail({ id, attempt }: Lease, error: ErrorBody['error']): Promise<boolean> {
    return this.#changed(`status = 'failed', finished = now(), lease = NULL, note = 'failed', error = $3`, [
      id,
      attempt,
      JSON.stringify(error),
    ])
  }

  /** Gives it back as if it had not been begun. */
  handBack({ id, attempt }: Lease): Promise<boolean> {
    return this.#changed(
      `status = 'queued', lease = NULL, progress = 0, note = 'waits for another attempt'`,
      [id, attempt],
    )
  }

  /** What it needed did not survive it. */
  async lose({ id, attempt }: Lease): Promise<void> {
    await this.#database.query(
      `UPDATE engine_jobs SET ${LOST} WHERE id = $2 AND attempt = $3::int AND status = 'running'`,
      [abandoned, id, attempt],
    )
  }

  /** Puts back what engines left that are gone: leases that have run out or, where there is no other engine, all. */
  async reclaim({ all }: { readonly all: boolean }): Promise<number> {
    const rows = await this.#database.query(
      `UPDATE engine_jobs SET ${LOST}
       WHERE status = 'running' AND ($2::boolean OR lease IS NULL OR lease < now()) RETURNING id`,
      [abandoned, all],
    )
    return rows.length
  }

  async #changed(set: string, values: readonly unknown[]): Promise<boolean> {
    const changed = await this.#database.query(
      `UPDATE engine_jobs SET ${set} WHERE ${FENCE} RETURNING id`,
      values,
    )
    return changed.length > 0
  }
}
