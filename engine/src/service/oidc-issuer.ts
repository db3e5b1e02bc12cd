/** An issuer of OpenID Connect whose tokens are taken. Its keys are fetched when the first token comes, and kept. */
import { createRemoteJWKSet, customFetch, errors, type JWTPayload, jwtVerify } from 'jose'
import { ReformlabError } from '../errors/index.ts'
import { isLoopback } from './exposure.ts'
import { AUDIENCE } from './token.ts'

/** Signed with a key that only the issuer has. */
const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA']
const TOLERANCE_SECONDS = 5
/** Milliseconds. */
const FETCH_TIME = 5_000
const KEYS_KEPT = 10 * 60_000
/** Between two fetches for the sake of unknown keys, or after a fetch that failed. */
const PAUSE = 5_000

export interface OidcOptions {
  /** Its address, as its tokens state it. */
  readonly issuer: string
  /** Whom tokens must be for. */
  readonly audience?: string
  /** Address of its keys, where its configuration is not to be asked for it. */
  readonly jwks?: string
}

export class OidcIssuer {
  readonly issuer: string
  readonly #audience: string
  readonly #jwks: string | undefined
  #keys: Promise<ReturnType<typeof createRemoteJWKSet>> | undefined
  #failed: { readonly error: ReformlabError; readonly until: number } | undefined

  /** Throws E_TOKEN_ISSUER for an address that is none, or over which anybody could speak. */
  constructor({ issuer, audience = AUDIENCE, jwks }: OidcOptions) {
    checkAddress('REFORMLAB_OIDC_ISSUER', issuer)
    if (jwks !== undefined) checkAddress('REFORMLAB_OIDC_JWKS', jwks)
    this.issuer = issuer
    this.#audience = audience
    this.#jwks = jwks
  }

  /** The claims of a token. Throws what `jwtVerify` throws, and E_TOKEN_KEYS. */
  async verify(token: string): Promise<JWTPayload> {
    const keys = await this.#readKeys()
    try {
      const { payload } = await jwtVerify(token, keys, {
        algorithms: ALGORITHMS,
        issuer: this.issuer,
        audience: this.#audience,
        clockTolerance: TOLERANCE_SECONDS,
        requiredClaims: ['exp', 'sub'],
      })
      if (typeof payload.sub !== 'string' || payload.sub === '')
        throw new errors.JWTClaimValidationFailed('it names nobody', payload, 'sub')
      return payload
    } catch (error) {
      if (error instanceof errors.JWKSInvalid) throw this.#fail('they are no set of keys')
      if (error instanceof errors.JOSEError || error instanceof ReformlabError) throw error
      throw new ReformlabError('E_TOKEN_KEYS', { problem: 'one of them is malformed' })
    }
  }

  #readKeys() {
    this.#keys ??= this.#findKeys().catch(error => {
      this.#keys = undefined
      throw error
    })
    return this.#keys
  }

  async #findKeys() {
    const address = this.#jwks ?? (await this.#discover())
    return createRemoteJWKSet(new URL(address), {
      timeoutDuration: FETCH_TIME,
      cacheMaxAge: KEYS_KEPT,
      cooldownDuration: PAUSE,
      [customFetch]: (url, options) => this.#fetch(url, options.signal),
    })
  }

  /** Where the issuer's configuration says that its keys lie. */
  async #discover(): Promise<string> {
    const url = `${this.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`
    const response = await this.#fetch(url, AbortSignal.timeout(FETCH_TIME))
    const { issuer, jwks_uri } = (await response.json()) as Record<string, unknown>
    if (issuer !== this.issuer) throw this.#fail('the configuration is of another issuer')
    if (typeof jwks_uri !== 'string' || problemOf(jwks_uri))
      throw this.#fail('the configuration names no safe address of keys')
    return jwks_uri
  }

  /** JSON that was answered. Throws E_TOKEN_KEYS, for a while without asking again. */
  async #fetch(url: string, signal: AbortSignal): Promise<Response> {
    if (this.#failed && performance.now() < this.#failed.until) throw this.#failed.error
    try {
      const response = await fetch(url, {
        signal,
        redirect: 'error',
        headers: { accept: 'application/json' },
      })
      if (response.status !== 200) throw this.#fail(`the issuer answered ${response.status}`)
      const content: unknown = await response.json()
      if (typeof content !== 'object' || content === null) throw this.#fail('the issuer answered no object')
      return Response.json(content)
    } catch (error) {
      if (error instanceof ReformlabError) throw error
      const isLate = error instanceof DOMException && error.name === 'TimeoutError'
      const isText = error instanceof SyntaxError
      throw this.#fail(
        isLate ? 'the issuer did not answer' : isText ? 'the issuer answered no JSON' : 'it is not reached',
      )
    }
  }

  #fail(problem: string): ReformlabError {
    const error = new ReformlabError('E_TOKEN_KEYS', { problem })
    this.#failed = { error, until: performance.now() + PAUSE }
    return error
  }
}

function checkAddress(name: string, url: string): void {
  const problem = problemOf(url)
  if (problem) throw new ReformlabError('E_TOKEN_ISSUER', { name, url, problem })
}

function problemOf(address: string): string | undefined {
  const url = URL.parse(address)
  if (!url) return 'it is no address'
  if (url.username || url.password) return 'it holds a password'
  if (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname))) return undefined
  return 'it is not https'
}
