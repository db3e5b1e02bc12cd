/** What a job is asked for, and what is known of it: as `schema/openapi.yaml` describes it. */
import type { Answer, Body } from '../operation.ts'

export type JobRequest = Body<'submitJob'>
export type Job = Answer<'getJob'>
export type JobStatus = Job['status']
export type JobResult = NonNullable<Job['result']>
export type Batch = Answer<'getBatch'>

export const JSON_TYPE = 'application/json'
export const ARROW_TYPE = 'application/vnd.apache.arrow.file'

/** Years of a budget whose last is not said. */
const WINDOW = 10

export function lastYear({ kind, year, to }: Pick<JobRequest, 'kind' | 'year' | 'to'>): number {
  return kind === 'budget' ? (to ?? year + WINDOW - 1) : year
}

export const yearsFrom = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, i) => first + i)

/** Names of users hold any characters; a database's text does not. */
export const ownerOf = (user: string) => JSON.stringify(user)
