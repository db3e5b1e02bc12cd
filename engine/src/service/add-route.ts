import type { FastifyInstance, FastifyRequest } from 'fastify'
import { ReformlabError } from '../errors/index.ts'
import type { Api } from './api-document.ts'
import { once } from './jobs/idempotent.ts'
import type { Route, ServiceContext } from './route.ts'
import { checkScope, localUser, type User } from './token.ts'

export interface RouteMaking {
  readonly api: Api
  readonly context: ServiceContext
  readonly limitMilliseconds: number
  /** Throws what tokens are refused with. */
  userOf(request: FastifyRequest): Promise<User>
}

/** Makes the route as the document describes it. Types of bodies belong to the few routes of a scope of Fastify's. */
export async function addRoute(
  service: FastifyInstance,
  { method, path, scope, takesText, isIdempotent, handle }: Route,
  { api, context, limitMilliseconds, userOf }: RouteMaking,
): Promise<void> {
  const { answers, jobs, records } = context
  await service.register(async inner => {
    if (takesText) {
      inner.removeAllContentTypeParsers()
      inner.addContentTypeParser('*', { parseAs: 'string' }, (_, body, done) => done(null, body))
    }
    inner.decorateRequest('user', undefined)
    inner.route({
      method,
      url: path.replaceAll(/\{(\w+)\}/g, ':$1'),
      schema: api.routeSchema(method, path),
      config: { operation: api.operation(method, path).operationId },
      onRequest: async request => {
        const user = scope ? await userOf(request) : localUser
        if (scope) {
          records.by(request, user.name)
          checkScope(user, scope)
        }
        request.setDecorator('user', user)
      },
      preSerialization: async (_, { statusCode }, answer) => {
        answers.check(method, path, statusCode, answer)
        return answer
      },
      handler: async (request, reply) => {
        const gone = new AbortController()
        reply.raw.once('close', () => gone.abort())
        const late = AbortSignal.timeout(limitMilliseconds)
        const signal = AbortSignal.any([gone.signal, late])
        try {
          const call = { user: request.getDecorator<User>('user'), request, reply, signal }
          return await (isIdempotent ? once(jobs, call, handle) : handle(call))
        } catch (error) {
          if (gone.signal.aborted) return reply.hijack()
          if (error !== late.reason) throw error
          throw new ReformlabError('E_REQUEST_TIME', { seconds: limitMilliseconds / 1000 })
        }
      },
    })
  })
}
