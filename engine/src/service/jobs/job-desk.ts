/** The users' side of the store: handing in, looking, cancelling. A user sees no jobs of others; without an owner all are seen. */
import { randomUUID } from 'node:crypto'
import { ReformlabError } from '../../errors/index.ts'
import type { Queries } from './database.ts'
import { type Batch, type Job, type JobRequest, type JobStatus, lastYear } from './job.ts'
import { type JobRow, jobOf, SHOWN } from './job-row.ts'

export interface JobDeskOptions {
  /** Jobs of one user that may be queued or running. */
  readonly perUser: number
  /** Days for which ended jobs are kept. */
  readonly days: number
}

export interface JobFilter {
  readonly status?: JobStatus
  readonly batch?: string
  /** Only jobs that were handed in before the one of this number. */
  readonly before?: number
  readonly limit: number
}

export class JobDesk {
  readonly #options: JobDeskOptions

  constructor(options: JobDeskOptions) {
    this.#options = options
  }

  /** Throws E_JOB_LIMIT. `on` is a transaction. */
  async submit(on: Queries, owner: string, request: JobRequest): Promise<Job> {
    const [id] = await this.#insert(on, owner, null, [{ request, own: request }])
    return this.job(on, owner, id!)
  }

  /** Jobs that are each `shared` with what is its own. Throws E_JOB_LIMIT. `on` is a transaction. */
  async submitBatch(
    on: Queries,
    owner: string,
    name: string | undefined,
    shared: object,
    jobs: readonly { readonly request: JobRequest; readonly own: object }[],
  ): Promise<Batch> {
    const id = randomUUID()
    await on.query('INSERT INTO engine_batches (id, owner, name, request) VALUES ($1, $2, $3, $4)', [
      ...[id, owner, textOf(name), JSON.stringify(shared)],
    ])
    await this.#insert(on, owner, id, jobs)
    return this.batch(on, owner, id)
  }

  /** Throws E_JOB_UNKNOWN, also for another's. */
  async job(on: Queries, owner: string | undefined, id: string): Promise<Job> {
    const [row] = await on.query<JobRow>(
      `SELECT ${SHOWN} FROM engine_jobs WHERE id = $1 AND ($2::text IS NULL OR owner = $2)`,
      [id, owner ?? null],
    )
    if (row) return jobOf(row)
    throw new ReformlabError('E_JOB_UNKNOWN', { id, days: this.#options.days })
  }

  /** Throws E_BATCH_UNKNOWN, also for another's. */
  async batch(on: Queries, owner: string | undefined, id: string): Promise<Batch> {
    const [found] = await on.query<{ name: string | null; created: Date }>(
      'SELECT name, created FROM engine_batches WHERE id = $1 AND ($2::text IS NULL OR owner = $2)',
      [id, owner ?? null],
    )
    if (!found) throw new ReformlabError('E_BATCH_UNKNOWN', { id, days: this.#options.days })
    const rows = await on.query<JobRow>(`SELECT ${SHOWN} FROM engine_jobs WHERE batch = $1 ORDER BY number`, [
      id,
    ])
    const counts = { queued: 0, running: 0, done: 0, failed: 0, cancelled: 0 }
    for (const { status } of rows) counts[status]++
    return { id, name: found.name, created: found.created.toISOString(), counts, jobs: rows.map(jobOf) }
  }

  /** The newest first, and the number that `before` continues with where there are more. */
  async list(
    on: Queries,
    owner: string | undefined,
    { status, batch, before, limit }: JobFilter,
  ): Promise<{ readonly jobs: Job[]; readonly next: number | null }> {
    const rows = await on.query<JobRow>(
      `SELECT ${SHOWN} FROM engine_jobs
       WHERE ($1::text IS NULL OR owner = $1) AND ($2::text IS NULL OR status = $2)
         AND ($3::text IS NULL OR batch = $3) AND ($4::int IS NULL OR number < $4)
       ORDER BY number DESC LIMIT $5::int`,
      [owner ?? null, status ?? null, batch ?? null, before ?? null, limit + 1],
    )
    const next = rows.length > limit ? rows[limit - 1]!.number : null
    return { jobs: rows.slice(0, limit).map(jobOf), next }
  }

  /** Ends what of these jobs has not ended; answers their ids. */
  async cancel(on: Queries, of: { readonly job: string } | { readonly batch: string }): Promise<string[]> {
    const [column, id] = 'job' in of ? ['id', of.job] : ['batch', of.batch]
    const rows = await on.query<{ id: string }>(
      `UPDATE engine_jobs SET status = 'cancelled', finished = now(), lease = NULL, note = 'cancelled'
       WHERE ${column} = $1 AND status IN ('queued', 'running') RETURNING id`,
      [id],
    )
    return rows.map(row => row.id)
  }

  /** How many there are of each status. */
  async counts(on: Queries): Promise<Record<JobStatus, number>> {
    const rows = await on.query<{ status: JobStatus; count: number }>(
      'SELECT status, count(*)::int AS count FROM engine_jobs GROUP BY status',
    )
    const none = { queued: 0, running: 0, done: 0, failed: 0, cancelled: 0 }
    return { ...none, ...Object.fromEntries(rows.map(({ status, count }) => [status, count])) }
  }

  async #insert(
    on: Queries,
    owner: string,
    batch: string | null,
    jobs: readonly { readonly request: JobRequest; readonly own: object }[],
  ): Promise<string[]> {
    await this.#checkRoom(on, owner, jobs.length)
    const rows = jobs.map(({ request, own }) => ({
      ...{ id: randomUUID(), kind: request.kind, name: textOf(request.name), dataset: request.dataset },
      ...{ first_year: request.year, last_year: lastYear(request), request: JSON.stringify(own) },
    }))
    await on.query(
      `INSERT INTO engine_jobs (id, owner, batch, kind, name, dataset, first_year, last_year, request)
       SELECT id, $2, $3::text, kind, name, dataset, first_year, last_year, request
       FROM json_to_recordset($1::json) AS item (id text, kind text, name text, dataset text,
         first_year integer, last_year integer, request text)`,
      [JSON.stringify(rows), owner, batch],
    )
    return rows.map(({ id }) => id)
  }

  /** One after the other for each user, so that many at once do not pass together. */
  async #checkRoom(on: Queries, owner: string, more: number): Promise<void> {
    const limit = this.#options.perUser
    await on.query('SELECT pg_advisory_xact_lock(hashtext($1))', [owner])
    const [row] = await on.query<{ open: number }>(
      `SELECT count(*)::int AS open FROM engine_jobs WHERE owner = $1 AND status IN ('queued', 'running')`,
      [owner],
    )
    if (row!.open + more > limit) throw new ReformlabError('E_JOB_LIMIT', { open: row!.open, more, limit })
  }
}

/** As the database holds it: half a character that JSON can carry is none there. */
const textOf = (name: string | undefined) => name?.toWellFormed() ?? null
