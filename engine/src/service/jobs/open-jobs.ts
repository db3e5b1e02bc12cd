/** Everything jobs need, opened: loaded with the first job, so that a service without jobs does not pay for it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Model } from '../../model/index.ts'
import type { LawShelf } from '../law-shelf.ts'
import type { PopulationShelf } from '../population-shelf.ts'
import { checkRequest } from './check-request.ts'
import { lockFolder, requireFolder } from './data-folder.ts'
import type { Database } from './database.ts'
import { IdempotencyKeys } from './idempotency-keys.ts'
import type { JobRequest } from './job.ts'
import { JobDesk } from './job-desk.ts'
import { JobQueue } from './job-queue.ts'
import { JobRunner } from './job-runner.ts'
import { JobWorker } from './job-worker.ts'
import { migrate } from './migrations.ts'
import { ResultStore } from './result-store.ts'
import { sweep } from './sweep.ts'

export interface JobOptions {
  /** Folder of results and, without a database, of jobs; without one they last as long as the service. */
  readonly data?: string
  /** URL of a PostgreSQL server that keeps jobs; engines that share it share `data` too. */
  readonly database?: string
  /** Jobs of one user that may be queued or running. */
  readonly perUser: number
  /** Days for which ended jobs and unused results are kept. */
  readonly days: number
  /** Hours for which answers are kept under idempotency keys. */
  readonly keyHours: number
  /** After which an engine that says nothing has lost its job. */
  readonly leaseMilliseconds: number
  /** After which a request that is not answered is lost. */
  readonly lostMilliseconds: number
}

export interface JobContext {
  readonly model: Model
  readonly laws: LawShelf
  readonly populations: PopulationShelf
  report(error: unknown): void
  changed(): void
}

export interface OpenJobs {
  readonly database: Database
  readonly desk: JobDesk
  readonly keys: IdempotencyKeys
  readonly results: ResultStore
  readonly runner: JobRunner
  /** Throws what a job cannot be computed for. */
  check(request: JobRequest): Promise<void>
  close(): Promise<void>
}

const LOOK_MILLISECONDS = 2000
const SWEEP_MILLISECONDS = 60 * 60_000

/** Throws E_DATA_FOLDER, E_DATABASE. */
export async function openJobs(options: JobOptions, context: JobContext): Promise<OpenJobs> {
  const { model, laws, populations, report, changed } = context
  const folder = options.data ?? mkdtempSync(join(tmpdir(), 'reformlab-jobs-'))
  const { database, closeDatabase } = await openStore(folder, options)
  const queue = new JobQueue(database, options)
  const results = new ResultStore(folder, database)
  const runner = new JobRunner({
    ...{ queue, results, worker: new JobWorker(model, laws, populations), report, changed },
    ...{ keepMilliseconds: options.leaseMilliseconds / 3, lookMilliseconds: LOOK_MILLISECONDS },
  })
  const clean = () => sweep(database, results, options.days).catch(report)
  const sweeping = setInterval(clean, SWEEP_MILLISECONDS).unref()
  await clean()
  runner.start()
  return {
    ...{ database, results, runner },
    desk: new JobDesk(options),
    keys: new IdempotencyKeys({ hours: options.keyHours, lostMilliseconds: options.lostMilliseconds }),
    check: request => checkRequest(model, laws, request),
    async close() {
      clearInterval(sweeping)
      await runner.stop()
      await closeDatabase()
      if (options.data === undefined) rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Of a folder's store everything that an engine before left undone is put back at once: there is no other engine. */
async function openStore(folder: string, { database: url }: JobOptions) {
  requireFolder(folder)
  if (url !== undefined) {
    const { openPostgres } = await import('./open-postgres.ts')
    const database = await openPostgres(url)
    await migrate(database)
    return { database, closeDatabase: () => database.close() }
  }
  const unlock = lockFolder(folder)
  try {
    const { openPglite } = await import('./open-pglite.ts')
    const database = await openPglite(folder)
    await migrate(database)
    await new JobQueue(database, { leaseMilliseconds: 0 }).reclaim({ all: true })
    await database.query('DELETE FROM engine_keys WHERE answer IS NULL')
    const closeDatabase = async () => {
      await database.close()
      unlock()
    }
    return { database, closeDatabase }
  } catch (error) {
    unlock()
    throw error
  }
}
