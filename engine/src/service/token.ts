/** Who asks, and what they may: bearer tokens signed with a secret that the service and its gateway share. */
import { errors, jwtVerify } from 'jose'
import { ReformlabError } from '../errors/index.ts'

export const ISSUER = 'reformlab'
export const AUDIENCE = 'reformlab-engine'

/** Each may all that those before it may. */
export const scopes = ['read', 'run', 'admin'] as const
export type Scope = (typeof scopes)[number]

export interface User {
  readonly name: string
  readonly scopes: readonly Scope[]
}

/** Who asks a service without tokens. */
export const localUser: User = { name: 'local', scopes: ['admin'] }

const LEAST_BYTES = 32

/** The key that `secret` is. Throws E_TOKEN_SECRET for one that could be guessed. */
export function tokenKey(secret: string): Uint8Array {
  const key = new TextEncoder().encode(secret)
  if (key.length < LEAST_BYTES) throw new ReformlabError('E_TOKEN_SECRET', { length: key.length })
  return key
}

/** The user an `Authorization` header names. Throws E_TOKEN. */
export async function readToken(header: string | undefined, key: Uint8Array): Promise<User> {
  const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(header ?? '')?.[1]
  if (token === undefined) throw refused(header === undefined ? 'there is none' : 'it is no bearer token')
  try {
    const { payload } = await jwtVerify(token, key, {
      algorithms: ['HS256'],
      issuer: ISSUER,
      audience: AUDIENCE,
      requiredClaims: ['exp', 'sub', 'scp'],
    })
    return { name: String(payload.sub), scopes: scopesOf(payload.scp) }
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

/** A list, or words between blanks; names of other services' scopes mean nothing here. */
function scopesOf(claim: unknown): Scope[] {
  const names = Array.isArray(claim) ? claim : typeof claim === 'string' ? claim.split(' ') : []
  return scopes.filter(scope => names.includes(scope))
}

const refused = (problem: string) => new ReformlabError('E_TOKEN', { problem })
