/** The engine behind HTTP: what `schema/openapi.yaml` describes, on a Fastify instance that listens nowhere yet. */
import type { Writable } from 'node:stream'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { ReformlabError } from '../errors/index.ts'
import { type Model, openModel, openPopulation, type PopulationOptions } from '../model/index.ts'
import { Api } from './api-document.ts'
import { BODY_LIMIT, errorAnswer } from './error-answer.ts'
import { checkHost } from './exposure.ts'
import { InFlight } from './in-flight.ts'
import { LawShelf } from './law-shelf.ts'
import { PopulationShelf } from './population-shelf.ts'
import type { Route, ServiceContext } from './route.ts'
import { datasetRoutes } from './routes/dataset-routes.ts'
import { householdRoutes } from './routes/household-routes.ts'
import { impactRoutes } from './routes/impact-routes.ts'
import { lawRoutes } from './routes/law-routes.ts'
import { reformRoutes } from './routes/reform-routes.ts'
import { sessionRoutes } from './routes/session-routes.ts'
import { stateRoutes } from './routes/state-routes.ts'
import { SessionList } from './session-list.ts'
import { checkScope, localUser, readToken, tokenKey } from './token.ts'

export interface ServiceOptions {
  readonly model?: Model
  /** Tokens must be signed with it; without one, everybody who reaches the service may do everything. */
  readonly tokenSecret?: string
  /** Without tokens, answer whatever name the service is called by. */
  readonly anyHost?: boolean
  readonly population?: PopulationOptions
  /** Populations that stay open. */
  readonly populations?: number
  /** Requests that may wait for populations. */
  readonly waiting?: number
  readonly sessionsPerUser?: number
  readonly sessionIdleMilliseconds?: number
  /** After which an answer is given up. */
  readonly limitMilliseconds?: number
  /** Where the log goes, a JSON object a line; nowhere without it. */
  readonly log?: Writable
  /** Told of each route, as `GET /v1/variables/{name}`. */
  onRoute?(route: string): void
}

const defaults = {
  populations: 2,
  waiting: 64,
  sessionsPerUser: 8,
  sessionIdleMilliseconds: 15 * 60_000,
  limitMilliseconds: 120_000,
} as const

/** Milliseconds that answers have when the service is closed; then their connections are. */
const GRACE = 10_000

/** Closing it ends sessions, lets running work end, and closes populations. Throws E_TOKEN_SECRET. */
export async function createService(options: ServiceOptions = {}): Promise<FastifyInstance> {
  const { model = await openModel(), ...settings } = { ...defaults, ...options }
  const key = settings.tokenSecret === undefined ? undefined : tokenKey(settings.tokenSecret)
  const api = new Api()
  const inFlight = new InFlight()
  let closing = false
  const context: ServiceContext = {
    model,
    laws: new LawShelf(model),
    populations: new PopulationShelf({
      most: settings.populations,
      waiting: settings.waiting,
      open: (dataset, year) => openPopulation(model, dataset, year, settings.population),
    }),
    sessions: new SessionList({
      perUser: settings.sessionsPerUser,
      idleMilliseconds: settings.sessionIdleMilliseconds,
    }),
    isClosing: () => closing,
  }
  const service = Fastify({
    bodyLimit: BODY_LIMIT,
    requestTimeout: settings.limitMilliseconds,
    exposeHeadRoutes: false,
    return503OnClosing: false,
    forceCloseConnections: true,
    frameworkErrors: answerError,
    logger: settings.log ? { stream: settings.log } : false,
  })
  service.setValidatorCompiler(({ schema, httpPart }) => api.validate(schema as object, httpPart))
  service.removeContentTypeParser('text/plain')
  service.setErrorHandler(answerError)
  service.setNotFoundHandler(({ method, url }) => {
    throw new ReformlabError('E_ROUTE_UNKNOWN', { method, path: url.split('?')[0]! })
  })
  service.addHook('onRequest', async (_, reply) => {
    inFlight.add(reply)
    if (closing) throw new ReformlabError('E_SERVICE_CLOSING')
    reply.header('x-content-type-options', 'nosniff').header('cache-control', 'no-store')
  })
  service.addHook('preClose', async () => {
    closing = true
    context.sessions.closeAll()
    await inFlight.ended(GRACE)
  })
  service.addHook('onClose', () => context.populations.close())

  const userOf = async ({ headers, socket }: FastifyRequest) => {
    if (key) return readToken(headers.authorization, key)
    const isSocket = socket.remoteAddress === undefined
    if (!settings.anyHost && !isSocket) checkHost(headers.host)
    return localUser
  }
  const routes = [stateRoutes, lawRoutes, reformRoutes, householdRoutes, impactRoutes, sessionRoutes]
  for (const route of [...routes.flatMap(of => of(context)), ...datasetRoutes]) {
    await add(route)
    settings.onRoute?.(`${route.method} ${route.path}`)
  }
  return service

  /** Types of bodies belong to the few routes of a scope of Fastify's. */
  async function add({ method, path, scope, takesText, handle }: Route): Promise<void> {
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
        onRequest: async request => {
          const user = scope ? await userOf(request) : localUser
          if (scope) checkScope(user, scope)
          request.setDecorator('user', user)
        },
        handler: async (request, reply) => {
          const gone = new AbortController()
          reply.raw.once('close', () => gone.abort())
          const late = AbortSignal.timeout(settings.limitMilliseconds)
          const signal = AbortSignal.any([gone.signal, late])
          try {
            return await handle({ user: request.getDecorator('user'), request, reply, signal })
          } catch (error) {
            if (gone.signal.aborted) return reply.hijack()
            if (error !== late.reason) throw error
            throw new ReformlabError('E_REQUEST_TIME', { seconds: settings.limitMilliseconds / 1000 })
          }
        },
      })
    })
  }
}

function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply) {
  const { status, body } = errorAnswer(error, {
    namesInPath: request.method !== 'POST',
    type: request.headers['content-type'] ?? '',
  })
  if (status >= 500) request.log.error(error)
  if (status === 401) reply.header('www-authenticate', 'Bearer')
  if (status === 429) reply.header('retry-after', '1')
  return reply.code(status).send(body)
}
