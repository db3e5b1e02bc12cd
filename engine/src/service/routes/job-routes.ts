import { ReformlabError } from '../../errors/index.ts'
import { onceTogether } from '../jobs/idempotent.ts'
import { type Job, ownerOf } from '../jobs/job.ts'
import type { Answer, Body, Params, Query } from '../operation.ts'
import type { Call, Route, ServiceContext } from '../route.ts'
import type { User } from '../token.ts'

/** How often a job is looked at that another engine may have ended. */
const LOOK_MILLISECONDS = 1000

/** Work on populations that goes on after the answer. */
export function jobRoutes({ jobs, isClosing }: ServiceContext): readonly Route[] {
  const idOf = ({ request }: Call) => (request.params as Params<'getJob'>).id
  return [
    {
      method: 'POST',
      path: '/v1/jobs',
      scope: 'run',
      async handle(call): Promise<Answer<'submitJob'>> {
        const body = call.request.body as Body<'submitJob'>
        const open = await jobs.open()
        await open.check(body)
        const job = await onceTogether(open, call, async on => {
          const made = await open.desk.submit(on, ownerOf(call.user.name), body)
          call.reply.code(202).header('location', `/v1/jobs/${made.id}`)
          return made
        })
        open.runner.wake()
        return job
      },
    },
    {
      method: 'GET',
      path: '/v1/jobs',
      scope: 'read',
      async handle({ request, user }): Promise<Answer<'listJobs'>> {
        const { status, batch, before, limit } = request.query as Query<'listJobs'>
        if (jobs.isUnused) return { jobs: [], next: null }
        const { desk, database } = await jobs.open()
        return desk.list(database, seenBy(user), {
          ...(status && { status }),
          ...(batch !== undefined && { batch }),
          ...(before !== undefined && { before }),
          limit,
        })
      },
    },
    {
      method: 'GET',
      path: '/v1/jobs/{id}',
      scope: 'read',
      async handle(call): Promise<Answer<'getJob'>> {
        const { wait } = call.request.query as Query<'getJob'>
        const { desk, database } = await jobs.open()
        const until = performance.now() + wait * 1000
        for (;;) {
          const job = await desk.job(database, seenBy(call.user), idOf(call))
          const rest = until - performance.now()
          if (hasEnded(job) || rest <= 0 || isClosing()) return job
          await jobs.change(Math.min(rest, LOOK_MILLISECONDS))
          call.signal.throwIfAborted()
        }
      },
    },
    {
      method: 'DELETE',
      path: '/v1/jobs/{id}',
      scope: 'run',
      async handle(call): Promise<Answer<'cancelJob'>> {
        const { desk, database, runner } = await jobs.open()
        const { id } = await desk.job(database, seenBy(call.user), idOf(call))
        runner.drop(await desk.cancel(database, { job: id }))
        return desk.job(database, seenBy(call.user), id)
      },
    },
    {
      method: 'GET',
      path: '/v1/jobs/{id}/result',
      scope: 'read',
      async handle(call) {
        const { desk, database, results } = await jobs.open()
        const { id, status, result } = await desk.job(database, seenBy(call.user), idOf(call))
        if (!result) throw new ReformlabError('E_JOB_RESULT', { id, status })
        checkAccept(call.request.headers.accept, result.type)
        const tag = `"${result.hash}"`
        call.reply.header('etag', tag).header('cache-control', 'private, no-cache')
        const known = call.request.headers['if-none-match']?.split(',').map(text => text.trim())
        if (known?.includes(tag)) return call.reply.code(304).send()
        const bytes = await results.read(result.hash)
        return call.reply.type(result.type).header('content-length', result.bytes).send(bytes)
      },
    },
  ]
}

/** Administrators see the jobs of all. */
export const seenBy = ({ name, scopes }: User): string | undefined =>
  scopes.includes('admin') ? undefined : ownerOf(name)

const hasEnded = ({ status }: Job) => status !== 'queued' && status !== 'running'

/** Throws E_REQUEST_TYPE where the client takes no `type`. */
function checkAccept(accept: string | undefined, type: string): void {
  const ranges = (accept ?? '*/*').split(',').map(range => range.split(';')[0]!.trim().toLowerCase())
  if (![type, 'application/*', '*/*'].some(taken => ranges.includes(taken)))
    throw new ReformlabError('E_REQUEST_TYPE', { type: accept!, expected: `Accept: ${type}` })
}
