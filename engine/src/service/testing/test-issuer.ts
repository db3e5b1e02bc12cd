/** An issuer of OpenID Connect on a free port of this machine, with keys of its own. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, type JWK, type JWTPayload, SignJWT } from 'jose'
import { afterAll } from 'vitest'

export interface TestKey {
  readonly alg: string
  readonly kid: string
  readonly privateKey: CryptoKey
  readonly publicKey: CryptoKey
}

export async function testKey(alg: string, kid: string): Promise<TestKey> {
  return { alg, kid, ...(await generateKeyPair(alg, { extractable: true })) }
}

export interface TestIssuer {
  readonly url: string
  /** What is answered to whom asks for keys; to be changed by tests. */
  keys: JWK[]
  /** In place of the answer `status` and `text`, or silence. */
  trouble?: { readonly status: number; readonly text: string; readonly location?: string } | 'silence'
  configuration: Record<string, unknown>
  /** Requests that came. */
  asked: number
  close(): Promise<void>
}

export async function startIssuer(keys: readonly TestKey[]): Promise<TestIssuer> {
  const server = createServer(({ url }, response) => {
    issuer.asked++
    const { trouble } = issuer
    if (trouble === 'silence') return
    const content = url === '/keys' ? { keys: issuer.keys } : issuer.configuration
    const headers = {
      'content-type': 'application/json',
      ...(trouble?.location && { location: trouble.location }),
    }
    response.writeHead(trouble?.status ?? 200, headers).end(trouble?.text ?? JSON.stringify(content))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const close = () =>
    new Promise<void>(resolve => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  const issuer: TestIssuer = {
    ...{ url, asked: 0, close },
    keys: await Promise.all(keys.map(jwkOf)),
    configuration: { issuer: url, jwks_uri: `${url}/keys` },
  }
  afterAll(close)
  return issuer
}

export async function jwkOf({ publicKey, alg, kid }: TestKey): Promise<JWK> {
  return { ...(await exportJWK(publicKey)), alg, kid, use: 'sig' }
}

export function signed(claims: JWTPayload, { alg, kid, privateKey }: TestKey, header: object = {}) {
  return new SignJWT(claims).setProtectedHeader({ alg, kid, ...header }).sign(privateKey)
}
