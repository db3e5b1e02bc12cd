/** A service that listens: on a port of this machine, or on a unix socket that only its owner may use. */
import { rmSync } from 'node:fs'
import { connect } from 'node:net'
import { ReformlabError } from '../errors/index.ts'
import { createService } from './create-service.ts'
import { checkExposure } from './exposure.ts'
import type { ServiceOptions } from './service-options.ts'

export interface ServeOptions extends Omit<ServiceOptions, 'anyHost'> {
  readonly host: string
  /** 0 takes a free one. */
  readonly port: number
  /** Path of a unix socket, in place of host and port. */
  readonly socket?: string
  /** Answers anyone who reaches it, tokens or not. */
  readonly insecure?: boolean
}

export interface RunningService {
  /** An `http:` URL, or the path of the socket. */
  readonly address: string
  /** Ends sessions, lets running work end, and closes populations. */
  close(): Promise<void>
}

/** Throws E_SERVICE_EXPOSED, E_SERVICE_LISTEN, E_TOKEN_SECRET, E_TOKEN_ISSUER. */
export async function serve(options: ServeOptions): Promise<RunningService> {
  const { host, port, socket, insecure = false } = options
  checkExposure({
    ...{ host, ...(socket && { socket }) },
    hasTokens: options.tokenSecret !== undefined || options.oidc !== undefined,
    insecure,
  })
  const service = await createService({ ...options, anyHost: insecure })
  try {
    if (socket === undefined)
      return { address: await service.listen({ host, port }), close: () => service.close() }
    await removeStale(socket)
    const before = process.umask(0o177)
    await service.listen({ path: socket }).finally(() => process.umask(before))
    return { address: socket, close: () => service.close() }
  } catch (error) {
    await service.close()
    throw refused(error, socket ?? `${host}:${port}`)
  }
}

/** Removes a socket that nobody listens on, as a killed service leaves it. */
async function removeStale(path: string): Promise<void> {
  const code = await new Promise<string | undefined>(resolve => {
    const probe = connect(path)
    probe
      .once('connect', () => resolve(undefined))
      .once('error', (e: NodeJS.ErrnoException) => resolve(e.code))
    probe.once('connect', () => probe.destroy())
  })
  if (code === 'ECONNREFUSED') rmSync(path, { force: true })
}

function refused(error: unknown, address: string): unknown {
  const { code, message } = error as NodeJS.ErrnoException
  const reasons: Record<string, string> = {
    EADDRINUSE: 'something else listens there',
    EACCES: 'permission denied',
    EADDRNOTAVAIL: 'this machine has no such address',
    ENOENT: 'there is no such folder',
    ENOTFOUND: 'there is no such host',
  }
  if (!code?.startsWith('E') || error instanceof ReformlabError) return error
  return new ReformlabError('E_SERVICE_LISTEN', { address, problem: reasons[code] ?? message })
}
