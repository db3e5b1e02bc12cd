/**
 * Who asks, and what they may. Bearer tokens come from a gateway that shares a secret with the service, or from an issuer
 * of OpenID Connect; the algorithm of a token says which, and each knows its own algorithms and keys alone.
 */
import { decodeProtectedHeader, errors, type JWTPayload, jwtVerify } from 'jose'
import { ReformlabError } from '../errors/index.ts'
import type { OidcIssuer } from './oidc-issuer.ts'

export const ISSUER = 'reformlab'
export const AUDIENCE = 'reformlab-engine'
const SHARED_SECRET = 'HS256'

/** Each may all that those before it may. */
export const scopes = ['read', 'run', 'admin'] as const
export type Scope = (typeof scopes)[number]

export interface User {
  readonly name: string
  readonly scopes: readonly Scope[]
  readonly groups?: readonly string[]
}

/** Who asks a service without tokens. */
export const localUser: User = { name: 'local', scopes: ['admin'] }

/** Whose tokens are taken; at least one of them is there. */
export interface TokenIssuers {
  /** Of the gateway: see `tokenKey`. */
  readonly key?: Uint8Array
  readonly oidc?: OidcIssuer
}

const LEAST_BYTES = 32

/** The key that `secret` is. Throws E_TOKEN_SECRET for one that could be guessed. */
export function tokenKey(secret: string): Uint8Array {
  const key = new TextEncoder().encode(secret)
  if (key.length < LEAST_BYTES) throw new ReformlabError('E_TOKEN_SECRET', { length: key.length })
  return key
}

/** The user an `Authorization` header names. Throws E_TOKEN, and E_TOKEN_KEYS where keys cannot be had. */
export async function readToken(header: string | undefined, { key, oidc }: TokenIssuers): Promise<User> {
  const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(header ?? '')?.[1]
  if (token === undefined) throw refused(header === undefined ? 'there is none' : 'it is no bearer token')
  try {
    const isShared = algorithmOf(token) === SHARED_SECRET
    if (isShared && key) return userOf(await ofGateway(token, key))
    if (!isShared && oidc) {
      const { sub, ...claims } = await oidc.verify(token)
      return userOf({ ...claims, sub: `${oidc.issuer}#${sub}` })
    }
    throw refused('nobody here takes tokens of its algorithm')
  } catch (error) {
    if (error instanceof errors.JWTExpired) throw refused('it has expired')
    if (error instanceof errors.JWTClaimValidationFailed)
      throw refused(`its claim "${error.claim}" is not valid`)
    if (error instanceof errors.JOSEError) throw refused('it was not signed for this service')
    throw error
  }
}

/** Throws E_TOKEN_SCOPE. */
export function checkScope(user: User, needed: Scope): void {
  const level = Math.max(...user.scopes.map(scope => scopes.indexOf(scope)), -1)
  if (level < scopes.indexOf(needed)) throw new ReformlabError('E_TOKEN_SCOPE', { needed })
}

function algorithmOf(token: string): string | undefined {
  try {
    return decodeProtectedHeader(token).alg
  } catch {
    throw refused('its header cannot be read')
  }
}

async function ofGateway(token: string, key: Uint8Array): Promise<JWTPayload> {
  const { payload } = await jwtVerify(token, key, {
    algorithms: [SHARED_SECRET],
    issuer: ISSUER,
    audience: AUDIENCE,
    requiredClaims: ['exp', 'sub', 'scp'],
  })
  return payload
}

function userOf({ sub, scp, scope, grp }: JWTPayload): User {
  const isList = Array.isArray(grp) && grp.every(group => typeof group === 'string')
  return {
    name: String(sub),
    scopes: scopesOf([...words(scp), ...words(scope)]),
    ...(isList && { groups: grp }),
  }
}

/** By our names, or by those JupyterHub has for them; names of other services' scopes mean nothing here. */
function scopesOf(names: readonly unknown[]): Scope[] {
  return scopes.filter(scope =>
    [scope, `reformlab:${scope}`, `custom:reformlab:${scope}`].some(name => names.includes(name)),
  )
}

/** A list, or words between blanks. */
const words = (claim: unknown): readonly unknown[] =>
  Array.isArray(claim) ? claim : typeof claim === 'string' ? claim.split(' ') : []

const refused = (problem: string) => new ReformlabError('E_TOKEN', { problem })
