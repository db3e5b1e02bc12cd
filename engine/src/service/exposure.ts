/** Keeps a service without tokens to the machine it runs on. */
import { ReformlabError } from '../errors/index.ts'

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i

export interface Exposure {
  readonly host: string
  /** A unix socket, in place of host and port. */
  readonly socket?: string
  readonly hasTokens: boolean
  /** Whoever starts it says that nobody else reaches it. */
  readonly insecure: boolean
}

/** Whether `host` is a name of this machine alone. */
export const isLoopback = (host: string) => LOOPBACK.test(host)

/** Throws E_SERVICE_EXPOSED where anyone on the network could ask. */
export function checkExposure({ host, socket, hasTokens, insecure }: Exposure): void {
  if (!socket && !hasTokens && !insecure && !isLoopback(host))
    throw new ReformlabError('E_SERVICE_EXPOSED', { host })
}

/**
 * Throws E_SERVICE_HOST for a `Host` header that is no name of this machine: a page of the web can have its own name point
 * to 127.0.0.1.
 */
export function checkHost(header: string | undefined): void {
  const host = (header ?? '').replace(/:\d+$/, '')
  if (!isLoopback(host)) throw new ReformlabError('E_SERVICE_HOST', { host })
}
