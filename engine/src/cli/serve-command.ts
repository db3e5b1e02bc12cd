import { resolve } from 'node:path'
import { progressOnStderr } from '../datasets/index.ts'
import { dataFolder, serve } from '../service/index.ts'
import type { Command, Options } from './command.ts'
import { readWorkers, usageError, yearOption } from './common-options.ts'
import { countryOptions, openAskedModel, outcomesOption } from './country-options.ts'

const DEFAULT_HOST = '127.0.0.1'
const DEFAULT_PORT = 8765
/** A reform that steers a country package's formulas is traced before it is answered. */
const TRACING = 15 * 60_000

export const serveCommand: Command = {
  name: 'serve',
  usage: '[--host HOST] [--port PORT] [--socket PATH] [--data DIR] [--insecure]',
  describe:
    'Answers over HTTP what the other commands answer, and live sessions: docs/service.md. On this machine alone, unless REFORMLAB_TOKEN_SECRET or REFORMLAB_OIDC_ISSUER is set; then every request needs a token. Its log goes to stderr. Ctrl-C ends it.',
  options: {
    host: { type: 'string', value: 'HOST', describe: `Address to listen on (${DEFAULT_HOST})` },
    port: {
      type: 'string',
      value: 'PORT',
      describe: `Port to listen on, 0 for a free one (${DEFAULT_PORT})`,
    },
    socket: { type: 'string', value: 'PATH', describe: 'Listen on a unix socket instead' },
    data: {
      type: 'string',
      value: 'DIR',
      describe: 'Folder for jobs and results (~/.local/share/reformlab); one engine at a time has it',
    },
    database: {
      type: 'string',
      value: 'URL',
      describe: 'PostgreSQL server that keeps jobs instead, for several engines; or REFORMLAB_DATABASE_URL',
    },
    'exit-with-parent': {
      type: 'boolean',
      describe: 'End when standard input ends, so that the service never outlives what started it',
    },
    insecure: { type: 'boolean', describe: 'Answer anyone who reaches the address, without tokens' },
    workers: { type: 'string', value: 'N', describe: 'Threads for each population (all cores)' },
    ...countryOptions,
    ...outcomesOption,
    ...yearOption,
  },
  words: [0, 0],
  examples: [
    'reformlab serve',
    'reformlab serve --port 0 --json',
    'reformlab serve --socket /run/reformlab.sock',
    'reformlab serve --model policyengine_us --population persons.parquet',
  ],
  async run({ options, terminal }) {
    const { REFORMLAB_TOKEN_SECRET: tokenSecret, REFORMLAB_DATABASE_URL } = process.env
    const database = options.text('database') ?? REFORMLAB_DATABASE_URL
    const oidc = readOidc(process.env)
    const socket = options.text('socket')
    const port = readPort(options)
    const population = { ...readWorkers(options), progress: progressOnStderr }
    const ended = signalled()
    const model = await openAskedModel(options)
    const service = await serve({
      model,
      ...(options.text('model') !== undefined && { opensPopulation: true, limitMilliseconds: TRACING }),
      ...{ host: options.text('host') ?? DEFAULT_HOST, port, population, log: process.stderr },
      ...{ insecure: options.has('insecure') },
      data: resolve(options.text('data') ?? dataFolder()),
      dataMayBeTaken: options.text('data') === undefined,
      ...(database && { database }),
      ...(socket !== undefined && { socket }),
      ...(tokenSecret && { tokenSecret }),
      ...(oidc && { oidc }),
    })
    const { address } = service
    terminal.print(
      options.has('json') ? JSON.stringify({ address }) : `Reformlab listens on ${address}. Ctrl-C ends it.`,
    )
    // Not read before: while it is, a service that cannot start would not end.
    await Promise.race([ended, ...(options.has('exit-with-parent') ? [stdinEnds()] : [])])
    await service.close()
  },
}

/** An issuer as soon as anything is said of one: half a setting must not leave the service open. */
function readOidc(environment: NodeJS.ProcessEnv) {
  const { REFORMLAB_OIDC_ISSUER: issuer = '' } = environment
  const { REFORMLAB_OIDC_AUDIENCE: audience, REFORMLAB_OIDC_JWKS: jwks } = environment
  if (!issuer && !audience && !jwks) return undefined
  return { issuer, ...(audience && { audience }), ...(jwks && { jwks }) }
}

/** Throws E_USAGE. */
function readPort(options: Options): number {
  const text = options.text('port') ?? String(DEFAULT_PORT)
  if (/^\d{1,5}$/.test(text) && Number(text) < 65536) return Number(text)
  throw usageError(`"${text}" is not a port`, 'Write a whole number from 0 to 65535.')
}

/** Resolves when the process is asked to end; asked a second time, it ends at once. */
function signalled(): Promise<void> {
  return new Promise(resolve => {
    process.once('SIGINT', () => resolve())
    process.once('SIGTERM', () => resolve())
  })
}

/** A parent holds the other end; however it dies, the system closes it. */
function stdinEnds(): Promise<void> {
  return new Promise(resolve => {
    process.stdin.once('close', () => resolve()).resume()
    // Nobody waits for it once the service has been closed by a signal.
    process.stdin.unref?.()
  })
}
