import type { OutgoingHttpHeaders } from 'node:http'
import { ReformlabError } from '../../errors/index.ts'
import type { ParameterTree } from '../../parameters/parameter-tree.ts'
import { streamFrames } from '../event-stream.ts'
import { LiveSession } from '../live-session.ts'
import { openImpacts } from '../open-impacts.ts'
import type { Answer, Body, Params } from '../operation.ts'
import { patchedLaw } from '../patched-law.ts'
import type { Call, Route, ServiceContext } from '../route.ts'

/** Live sessions: patches in, frames out. */
export function sessionRoutes(context: ServiceContext): readonly Route[] {
  const { model, laws, sessions, metrics, records, answers } = context
  /** What patches lie upon. */
  const grounds = new WeakMap<LiveSession, ParameterTree>()
  const sessionOf = ({ request, user }: Call) =>
    sessions.get(user.name, (request.params as Params<'closeSession'>).id)
  return [
    {
      method: 'POST',
      path: '/v1/sessions',
      scope: 'run',
      isIdempotent: true,
      async handle({ request, reply, user, signal }): Promise<Answer<'openSession'>> {
        const { dataset, year, convention, ...body } = request.body as Body<'openSession'>
        sessions.checkRoom(user.name)
        const subject = { dataset, year, convention }
        const { baseline, reform } = await laws.modelled(body)
        const against = await openImpacts(context.populations, subject, baseline, reform.model, signal)
        const impactOf = async (law: () => ParameterTree, during: AbortSignal) => {
          const impact = await against(law, during)
          answers.checkImpact(impact)
          return impact
        }
        await impactOf(() => reform.law, signal)
        const live = new LiveSession({
          answer: impactOf,
          report: error => records.failedLater(request, error),
          count: (outcome, milliseconds) => metrics.patch(outcome, milliseconds),
        })
        const { id } = sessions.add(user.name, subject, live)
        grounds.set(live, reform.law)
        reply.code(201)
        return { id, ...subject }
      },
    },
    {
      method: 'POST',
      path: '/v1/sessions/{id}/patches',
      scope: 'run',
      async handle(call): Promise<Answer<'patchSession'>> {
        const { live, subject } = sessionOf(call)
        const { sequence, changes } = call.request.body as Body<'patchSession'>
        live.checkSequence(sequence)
        const law = await patchedLaw(model, grounds.get(live)!, subject.year, changes)
        live.patch(sequence, law)
        call.reply.code(202)
        return { sequence }
      },
    },
    {
      method: 'GET',
      path: '/v1/sessions/{id}/frames',
      scope: 'run',
      async handle(call) {
        const { request, reply } = call
        const { id, live } = sessionOf(call)
        const accept = request.headers.accept ?? ''
        if (!accept.includes('text/event-stream'))
          throw new ReformlabError('E_REQUEST_ACCEPT', { accept, expected: 'text/event-stream' })
        const release = sessions.hold(id)
        reply.hijack()
        reply.raw.writeHead(200, {
          ...(reply.getHeaders() as OutgoingHttpHeaders),
          'content-type': 'text/event-stream',
          'cache-control': 'no-store',
          'x-accel-buffering': 'no',
        })
        await streamFrames(live, reply.raw, lastSeen(request.headers['last-event-id']))
        release()
      },
    },
    {
      method: 'DELETE',
      path: '/v1/sessions/{id}',
      scope: 'run',
      handle(call) {
        sessions.close(sessionOf(call).id)
        call.reply.code(204)
      },
    },
  ]
}

/** A client that comes back says what it has. */
function lastSeen(header: string | string[] | undefined): number | undefined {
  return typeof header === 'string' && /^\d{1,15}$/.test(header) ? Number(header) : undefined
}
