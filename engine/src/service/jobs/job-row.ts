/** A job as the table holds it, and as it is shown. */
import { type Job, type JobResult, type JobStatus, yearsFrom } from './job.ts'

export interface JobRow {
  readonly number: number
  readonly id: string
  readonly owner: string
  readonly batch: string | null
  readonly kind: Job['kind']
  readonly name: string | null
  readonly dataset: string
  readonly first_year: number
  readonly last_year: number
  readonly status: JobStatus
  readonly attempt: number
  readonly progress: number
  readonly note: string
  readonly error: string | null
  readonly result: string | null
  readonly result_type: JobResult['type'] | null
  readonly result_bytes: number | null
  readonly reused: boolean
  readonly created: Date
  readonly started: Date | null
  readonly finished: Date | null
}

/** Without what was asked: it may be large. */
export const SHOWN = `number, id, owner, batch, kind, name, dataset, first_year, last_year, status, attempt, progress, note,
  error, result, result_type, result_bytes, reused, created, started, finished`

export function jobOf(row: JobRow): Job {
  const { id, kind, name, batch, dataset, status, progress, note, reused } = row
  return {
    ...{ id, kind, name, batch, user: JSON.parse(row.owner) as string, dataset },
    ...{ years: yearsFrom(row.first_year, row.last_year), status, progress, note },
    ...{ attempts: row.attempt, reused, ...(row.error !== null && { error: JSON.parse(row.error) }) },
    result:
      row.result === null ? null : { hash: row.result, type: row.result_type!, bytes: row.result_bytes! },
    created: row.created.toISOString(),
    started: row.started?.toISOString() ?? null,
    finished: row.finished?.toISOString() ?? null,
  }
}
