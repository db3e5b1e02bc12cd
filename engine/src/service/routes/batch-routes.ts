import { setImmediate } from 'node:timers/promises'
import { ReformlabError } from '../../errors/index.ts'
import { onceTogether } from '../jobs/idempotent.ts'
import { type JobRequest, ownerOf } from '../jobs/job.ts'
import type { Answer, Body, Params } from '../operation.ts'
import type { Call, Route, ServiceContext } from '../route.ts'
import { seenBy } from './job-routes.ts'

/** Many jobs that have much in common. */
export function batchRoutes({ jobs }: ServiceContext): readonly Route[] {
  const idOf = ({ request }: Call) => (request.params as Params<'getBatch'>).id
  return [
    {
      method: 'POST',
      path: '/v1/batches',
      scope: 'run',
      async handle(call): Promise<Answer<'submitBatch'>> {
        const { items, name, ...shared } = call.request.body as Body<'submitBatch'>
        const open = await jobs.open()
        const made = items.map(own => ({ request: { ...shared, ...own } satisfies JobRequest, own }))
        for (const [i, { request }] of made.entries()) {
          await open.check(request).catch(error => Promise.reject(ofItem(error, i)))
          // Others are answered between two items.
          await setImmediate()
        }
        const batch = await onceTogether(open, call, async on => {
          const owner = ownerOf(call.user.name)
          const handedIn = await open.desk.submitBatch(on, owner, name, shared, made)
          call.reply.code(202).header('location', `/v1/batches/${handedIn.id}`)
          return handedIn
        })
        open.runner.wake()
        return batch
      },
    },
    {
      method: 'GET',
      path: '/v1/batches/{id}',
      scope: 'read',
      async handle(call): Promise<Answer<'getBatch'>> {
        const { desk, database } = await jobs.open()
        return desk.batch(database, seenBy(call.user), idOf(call))
      },
    },
    {
      method: 'DELETE',
      path: '/v1/batches/{id}',
      scope: 'run',
      async handle(call): Promise<Answer<'cancelBatch'>> {
        const { desk, database, runner } = await jobs.open()
        const { id } = await desk.batch(database, seenBy(call.user), idOf(call))
        runner.drop(await desk.cancel(database, { batch: id }))
        return desk.batch(database, seenBy(call.user), id)
      },
    },
  ]
}

/** Says which item a mistake is in. */
function ofItem(error: unknown, item: number): unknown {
  if (!(error instanceof ReformlabError)) return error
  return new ReformlabError(error.code, { ...error.details, item })
}
