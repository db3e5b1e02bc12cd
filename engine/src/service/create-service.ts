/** The engine behind HTTP: what `schema/openapi.yaml` describes, on a Fastify instance that listens nowhere yet. */
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest, LogController } from 'fastify'
import { ReformlabError } from '../errors/index.ts'
import { openModel } from '../model/index.ts'
import { addRoute } from './add-route.ts'
import { AnswerCheck } from './answer-check.ts'
import { Api } from './api-document.ts'
import { bodyProblem } from './body-problem.ts'
import { BODY_LIMIT, errorAnswer } from './error-answer.ts'
import { checkHost } from './exposure.ts'
import { InFlight } from './in-flight.ts'
import { Jobs } from './jobs/jobs.ts'
import { LawShelf } from './law-shelf.ts'
import { Metrics } from './metrics.ts'
import { OidcIssuer } from './oidc-issuer.ts'
import { PopulationShelf } from './population-shelf.ts'
import { refuseProtected } from './refuse-protected.ts'
import { errorFacts, RequestRecords, requestId } from './request-records.ts'
import type { ServiceContext } from './route.ts'
import { batchRoutes } from './routes/batch-routes.ts'
import { budgetRoutes } from './routes/budget-routes.ts'
import { datasetRoutes } from './routes/dataset-routes.ts'
import { householdRoutes } from './routes/household-routes.ts'
import { impactRoutes } from './routes/impact-routes.ts'
import { jobRoutes } from './routes/job-routes.ts'
import { lawRoutes } from './routes/law-routes.ts'
import { lockRoutes } from './routes/lock-routes.ts'
import { rateRoutes } from './routes/rate-routes.ts'
import { reformRoutes } from './routes/reform-routes.ts'
import { sessionRoutes } from './routes/session-routes.ts'
import { stateRoutes } from './routes/state-routes.ts'
import { defaults, GRACE, jobOptions, type ServiceOptions } from './service-options.ts'
import { SessionList } from './session-list.ts'
import { localUser, readToken, type TokenIssuers, tokenKey } from './token.ts'

/** Characters of a name in a path; what is longer is nowhere. */
const LONGEST_PARAMETER = 200

/** What is only not there yet. */
const comeAgain = new Set(['E_IDEMPOTENCY_BUSY', 'E_JOB_RESULT'])

/**
 * Closing it ends sessions, lets answers end, hands back jobs and closes populations.
 *
 * throws  E_TOKEN_SECRET, E_TOKEN_ISSUER; E_DATA_FOLDER and E_DATABASE where jobs wait and cannot be gone on with
 */
export async function createService(options: ServiceOptions = {}): Promise<FastifyInstance> {
  const { model = await openModel(), ...settings } = { ...defaults, ...options }
  const { tokenSecret, oidc } = settings
  const issuers: TokenIssuers = {
    ...(tokenSecret !== undefined && { key: tokenKey(tokenSecret) }),
    ...(oidc && { oidc: new OidcIssuer(oidc) }),
  }
  const hasTokens = Object.keys(issuers).length > 0
  const api = new Api(model.defaults)
  const answers = new AnswerCheck(api)
  const inFlight = new InFlight()
  let closing = false
  const populations = new PopulationShelf({
    most: settings.populations,
    waiting: settings.waiting,
    own: model,
    async open(dataset, year, of = model) {
      refuseProtected(model, dataset)
      return of.openPopulation(dataset, year, settings.population)
    },
  })
  const sessions = new SessionList({
    perUser: settings.sessionsPerUser,
    idleMilliseconds: settings.sessionIdleMilliseconds,
  })
  const metrics = new Metrics({
    sessions: () => sessions.size,
    populations: () => populations.open.length,
    waiting: () => populations.users,
  })
  const records = new RequestRecords(metrics)
  const laws = new LawShelf(model)
  const jobs = new Jobs(jobOptions(settings), {
    ...{ model, laws, populations },
    report: error => service.log.error({ error: errorFacts(error) }, 'a job failed'),
  })
  metrics.gaugeBy('status', 'jobs', 'Jobs by status.', () => jobs.counts())
  const context: ServiceContext = {
    ...{ model, laws, populations, sessions, jobs, metrics, records, answers },
    isClosing: () => closing,
  }
  const service = Fastify({
    bodyLimit: BODY_LIMIT,
    requestTimeout: settings.limitMilliseconds,
    exposeHeadRoutes: false,
    return503OnClosing: false,
    forceCloseConnections: true,
    frameworkErrors: answerError,
    routerOptions: { maxParamLength: LONGEST_PARAMETER },
    genReqId: requestId,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'request' }),
    logger: settings.log ? { stream: settings.log } : false,
  })
  service.setValidatorCompiler(({ schema, httpPart }) => api.validate(schema as object, httpPart))
  const parseJson = service.getDefaultJsonParser('ignore', 'ignore')
  service.removeAllContentTypeParsers()
  service.addContentTypeParser('application/json', { parseAs: 'string' }, (request, text, done) =>
    parseJson(request, text as string, (error, body) => done(error ?? bodyProblem(body) ?? null, body)),
  )
  service.setErrorHandler(answerError)
  service.setNotFoundHandler(({ method, url }, reply) => refuseUnknown(method, url, reply))
  service.addHook('onRequest', async (request, reply) => {
    inFlight.add(reply)
    records.begin(request, reply)
    if (closing) throw new ReformlabError('E_SERVICE_CLOSING')
    // Before Fastify asks for a body of methods that nothing takes.
    if (request.is404) refuseUnknown(request.method, request.url, reply)
    reply.header('x-content-type-options', 'nosniff').header('cache-control', 'no-store')
  })
  service.addHook('preClose', async () => {
    closing = true
    sessions.closeAll()
    await Promise.all([jobs.close(), inFlight.ended(GRACE)])
  })
  service.addHook('onClose', async () => {
    await populations.close()
    metrics.close()
  })

  const userOf = async ({ headers, socket }: FastifyRequest) => {
    if (hasTokens) return readToken(headers.authorization, issuers)
    const isSocket = socket.remoteAddress === undefined
    if (!settings.anyHost && !isSocket) checkHost(headers.host)
    return localUser
  }
  const routes = [
    stateRoutes,
    lawRoutes,
    reformRoutes,
    householdRoutes,
    impactRoutes,
    rateRoutes,
    sessionRoutes,
    jobRoutes,
    batchRoutes,
    budgetRoutes,
    lockRoutes,
    datasetRoutes,
  ]
  for (const route of routes.flatMap(of => of(context))) {
    await addRoute(service, route, { api, context, userOf, limitMilliseconds: settings.limitMilliseconds })
    settings.onRoute?.(`${route.method} ${route.path}`)
  }
  try {
    if (settings.opensPopulation) await openDefault()
    await jobs.resume()
  } catch (error) {
    const isTaken = error instanceof ReformlabError && error.code === 'E_DATA_FOLDER'
    if (!isTaken || !settings.dataMayBeTaken) {
      await service.close()
      throw error
    }
    service.log.warn({ error: errorFacts(error) }, 'jobs are refused')
  }
  return service

  function openDefault(): Promise<void> {
    const { dataset, year } = model.defaults
    return populations.use(dataset, year, async () => {}, new AbortController().signal)
  }

  function refuseUnknown(method: string, url: string, reply: FastifyReply): never {
    const path = url.split('?')[0]!
    const allowed = api.methodsOf(path)
    if (allowed.length === 0) throw new ReformlabError('E_ROUTE_UNKNOWN', { method, path })
    reply.header('allow', allowed.join(', '))
    throw new ReformlabError('E_ROUTE_METHOD', { method, path, allowed: allowed.join(' and ') })
  }

  function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply) {
    records.begin(request, reply)
    const { status, body } = errorAnswer(error, {
      namesInPath: request.method !== 'POST',
      type: request.headers['content-type'] ?? '',
    })
    if (status >= 500) records.failed(request, error)
    if (status === 401) reply.header('www-authenticate', 'Bearer')
    if (status === 429 || comeAgain.has(body.error.code)) reply.header('retry-after', '1')
    return reply.code(status).send(body)
  }
}
