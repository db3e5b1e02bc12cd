/** Tokens of an issuer of OpenID Connect: a real one on this machine, and forgeries of every kind. */
import { createHmac, createPublicKey } from 'node:crypto'
import type { JWTPayload } from 'jose'
import { describe, expect, test } from 'vitest'
import { OidcIssuer } from './oidc-issuer.ts'
import { jwkOf, signed, startIssuer, testKey } from './testing/test-issuer.ts'
import { startService } from './testing/test-service.ts'
import { readToken, tokenKey } from './token.ts'

const [rsa, ec, ed, weak, other] = await Promise.all([
  testKey('RS256', 'rsa'),
  testKey('ES256', 'ec'),
  testKey('EdDSA', 'ed'),
  testKey('RS512', 'weak'),
  testKey('RS256', 'rsa'),
])
const issuer = await startIssuer([rsa, ec, ed, weak])
const secret = 'a secret that is long enough to be one'
const oidc = new OidcIssuer({ issuer: issuer.url })
const both = { key: tokenKey(secret), oidc }
const now = () => Math.floor(Date.now() / 1000)
const claims = (): JWTPayload => ({
  ...{ iss: issuer.url, aud: 'reformlab-engine', sub: 'ann', exp: now() + 60, scope: 'openid read' },
})
const coded = (part: unknown) => Buffer.from(JSON.stringify(part)).toString('base64url')
const without = (name: string) => {
  const { [name]: _, ...rest } = claims()
  return signed(rest, rsa)
}
const good = await signed(claims(), rsa)
const [head, body, signature] = good.split('.') as [string, string, string]
const hmac = (text: string, key: string | Uint8Array) =>
  createHmac('sha256', key).update(text).digest('base64url')
/** Signed by HS256 with whatever the issuer's public key looks like to somebody. */
function confused(key: string | Uint8Array, payload: JWTPayload = claims(), header: object = {}) {
  const text = `${coded({ alg: 'HS256', kid: 'rsa', ...header })}.${coded(payload)}`
  return `${text}.${hmac(text, key)}`
}
const publicKey = createPublicKey({ key: await jwkOf(rsa), format: 'jwk' })
const pem = (type: 'spki' | 'pkcs1') => String(publicKey.export({ type, format: 'pem' }))
const der = publicKey.export({ type: 'spki', format: 'der' })
const ours = { ...claims(), iss: 'reformlab', scp: ['admin'] }
const jwk = await jwkOf(other)
const headed = (header: object, end = signature) => `${coded(header)}.${body}.${end}`

const forged: readonly (readonly [what: string, token: string | Promise<string>])[] = [
  ['unsigned', `${head}.${body}.`],
  ['of algorithm none', headed({ alg: 'none' }, '')],
  ['of algorithm none, signed', headed({ alg: 'none', kid: 'rsa' })],
  ['of algorithm None', headed({ alg: 'None' }, '')],
  ['of no algorithm', headed({ kid: 'rsa' })],
  ['of an algorithm that is no text', headed({ alg: ['RS256'], kid: 'rsa' })],
  ['of RS256 in small letters', headed({ alg: 'rs256', kid: 'rsa' })],
  ['signed with the public key in PEM', confused(pem('spki'))],
  ['signed with the public key in PEM, trimmed', confused(pem('spki').trim())],
  ['signed with the public key in PKCS 1', confused(pem('pkcs1'))],
  ['signed with the public key in DER', confused(der)],
  ['signed with the public key as JWK', confused(JSON.stringify(await jwkOf(rsa)))],
  ['signed with the modulus', confused(Buffer.from((await jwkOf(rsa)).n!, 'base64url'))],
  ['signed with the public key, as of the gateway', confused(pem('spki'), ours)],
  ['signed with the secret, as of the issuer', confused(secret)],
  ['of the gateway’s claims, signed by the issuer', signed(ours, rsa)],
  ['of the gateway’s issuer', signed({ ...claims(), iss: 'reformlab' }, rsa)],
  ['of another issuer', signed({ ...claims(), iss: 'https://login.example.org' }, rsa)],
  ['of an issuer with a slash more', signed({ ...claims(), iss: `${issuer.url}/` }, rsa)],
  ['of several issuers', signed({ ...claims(), iss: [issuer.url] as unknown as string }, rsa)],
  ['without an issuer', without('iss')],
  ['for another service', signed({ ...claims(), aud: 'jupyterhub' }, rsa)],
  ['for other services', signed({ ...claims(), aud: ['jupyterhub', 'reformlab'] }, rsa)],
  ['without an audience', without('aud')],
  ['of nobody', without('sub')],
  ['of an empty name', signed({ ...claims(), sub: '' }, rsa)],
  ['of a name that is a number', signed({ ...claims(), sub: 7 as unknown as string }, rsa)],
  ['without an end', without('exp')],
  ['expired', signed({ ...claims(), exp: now() - 10 }, rsa)],
  ['of a time in words', signed({ ...claims(), exp: 'tomorrow' as unknown as number }, rsa)],
  ['of the future', signed({ ...claims(), nbf: now() + 600 }, rsa)],
  ['signed with another key of the same name', signed(claims(), other)],
  ['of an unknown key', signed(claims(), { ...other, kid: 'unknown' })],
  ['of a key of another kind', headed({ alg: 'ES256', kid: 'rsa' })],
  ['of an algorithm that is not taken', signed(claims(), weak)],
  ['of another algorithm of the same key', headed({ alg: 'PS256', kid: 'rsa' })],
  ['with its own key', signed(claims(), other, { jwk })],
  ['with its own key and no name of one', signed(claims(), { ...other, kid: '' }, { jwk })],
  ['with an address of keys', signed(claims(), other, { jku: 'http://127.0.0.1:9/keys' })],
  ['with an address of certificates', signed(claims(), other, { x5u: 'http://127.0.0.1:9/keys' })],
  ['with a critical header', headed({ alg: 'RS256', kid: 'rsa', crit: ['x'], x: 1 })],
  ['unencoded', headed({ alg: 'RS256', kid: 'rsa', b64: false, crit: ['b64'] })],
  ['of another header', headed({ alg: 'RS256', kid: 'rsa', typ: 'at+jwt' })],
  ['of other claims', `${head}.${coded({ ...claims(), scope: 'admin' })}.${signature}`],
  ['of a changed signature', `${head}.${body}.${signature[0] === 'A' ? 'B' : 'A'}${signature.slice(1)}`],
  ['of a signature of zeros', `${head}.${body}.${'A'.repeat(342)}`],
  ['of a signature of ECDSA that is zero', headed({ alg: 'ES256', kid: 'ec' }, 'A'.repeat(86))],
  ['of a shortened signature', `${head}.${body}.${signature.slice(0, 8)}`],
  ['encrypted', `${coded({ alg: 'RSA-OAEP', enc: 'A256GCM', kid: 'rsa' })}.${body}.${signature}`],
  ['of claims that are no object', `${head}.${coded([claims()])}.${signature}`],
  ['of a header that is no JSON', `AAAA.${body}.${signature}`],
]

describe('a token of an issuer', () => {
  test.each([rsa, ec, ed])('of $alg is taken, with scopes in words or as a list, and groups', async key => {
    const token = await signed({ ...claims(), scp: ['custom:reformlab:run'], grp: ['tax', 'staff'] }, key)
    expect(await readToken(`Bearer ${token}`, { oidc })).toEqual({
      name: `${issuer.url}#ann`,
      scopes: ['read', 'run'],
      groups: ['tax', 'staff'],
    })
    expect(await readToken(`Bearer ${await signed(claims(), key)}`, both)).toMatchObject({ scopes: ['read'] })
  })

  test.each(forged)('%s is refused', async (_, token) => {
    for (const issuers of [both, { oidc }])
      await expect(readToken(`Bearer ${await token}`, issuers)).rejects.toMatchObject({ code: 'E_TOKEN' })
  })

  test('may be a few seconds late', async () => {
    const late = await signed({ ...claims(), exp: now() - 2 }, rsa)
    expect(await readToken(`Bearer ${late}`, { oidc })).toMatchObject({ scopes: ['read'] })
  })

  test('is nobody’s where the service knows the gateway alone', async () => {
    await expect(readToken(`Bearer ${good}`, { key: both.key })).rejects.toMatchObject({ code: 'E_TOKEN' })
  })

  test('lets in whom it names, as far as its scopes say', async () => {
    const service = await startService({ tokenSecret: secret, oidc: { issuer: issuer.url } })
    const ask = async (token: string | Promise<string>, path: '/v1/datasets' | '/v1/sessions') =>
      service.ask(path === '/v1/datasets' ? 'GET' : 'POST', path, {
        headers: { authorization: `Bearer ${await token}` },
        ...(path === '/v1/sessions' && { body: {} }),
      })
    expect(await ask(good, '/v1/datasets')).toMatchObject({ status: 200 })
    expect(await ask(good, '/v1/sessions')).toMatchObject({ status: 403 })
    expect(await ask(signed({ ...claims(), scope: 'openid' }, rsa), '/v1/datasets')).toMatchObject({
      status: 403,
    })
    for (const [, token] of forged) expect(await ask(token, '/v1/datasets')).toMatchObject({ status: 401 })
  })
})

describe('keys of an issuer', () => {
  test('are fetched once, for many tokens and for unknown keys too', async () => {
    const busy = await startIssuer([rsa])
    const issuers = { oidc: new OidcIssuer({ issuer: busy.url }) }
    const token = await signed({ ...claims(), iss: busy.url }, rsa)
    const unknown = await signed({ ...claims(), iss: busy.url }, { ...other, kid: 'unknown' })
    await Promise.all(Array.from({ length: 20 }, () => readToken(`Bearer ${token}`, issuers)))
    for (let i = 0; i < 20; i++)
      await expect(readToken(`Bearer ${unknown}`, issuers)).rejects.toMatchObject({ code: 'E_TOKEN' })
    expect(busy.asked).toBe(2)
    await busy.close()
    expect(await readToken(`Bearer ${token}`, issuers)).toMatchObject({ scopes: ['read'] })
  })

  test('are looked for at an address of their own where one is given', async () => {
    const direct = await startIssuer([rsa])
    const issuers = { oidc: new OidcIssuer({ issuer: 'https://login.invalid', jwks: `${direct.url}/keys` }) }
    const token = await signed({ ...claims(), iss: 'https://login.invalid' }, rsa)
    expect(await readToken(`Bearer ${token}`, issuers)).toMatchObject({ scopes: ['read'] })
    expect(direct.asked).toBe(1)
  })

  test.each([
    ['fails', { trouble: { status: 500, text: '{}' } }],
    ['sends elsewhere', { trouble: { status: 302, text: '', location: `${issuer.url}/keys` } }],
    ['answers no JSON', { trouble: { status: 200, text: '<html>' } }],
    ['answers no object', { trouble: { status: 200, text: '7' } }],
    ['answers no keys', { keys: 'none' }],
    ['answers malformed keys', { keys: [{ kty: 'RSA', kid: 'rsa', n: 'AA', e: '' }] }],
    [
      'is another',
      { configuration: { issuer: 'https://login.example.org', jwks_uri: `${issuer.url}/keys` } },
    ],
    ['names unsafe keys', { configuration: { jwks_uri: 'http://login.example.org/keys' } }],
    ['names no keys', { configuration: { jwks_uri: undefined } }],
  ])(
    'that %s are 503, and nobody is let in',
    async (_, {
      configuration,
      ...answer
    }: object & {
      readonly configuration?: object
    }) => {
      const broken = await startIssuer([rsa])
      Object.assign(broken, answer, { configuration: { ...broken.configuration, ...configuration } })
      const service = await startService({ oidc: { issuer: broken.url } })
      const authorization = `Bearer ${await signed({ ...claims(), iss: broken.url }, rsa)}`
      const ask = () => service.ask('GET', '/v1/datasets', { headers: { authorization } })
      expect(await ask()).toMatchObject({ status: 503, body: { error: { code: 'E_TOKEN_KEYS' } } })
      expect(await ask()).toMatchObject({ status: 503 })
      expect(broken.asked).toBeLessThanOrEqual(2)
    },
  )

  test('that do not come are given up', async () => {
    const silent = await startIssuer([rsa])
    silent.trouble = 'silence'
    const issuers = { oidc: new OidcIssuer({ issuer: silent.url }) }
    const refused = { code: 'E_TOKEN_KEYS', details: { problem: 'the issuer did not answer' } }
    await expect(readToken(`Bearer ${good}`, issuers)).rejects.toMatchObject(refused)
    await expect(readToken(`Bearer ${good}`, issuers)).rejects.toMatchObject(refused)
    expect(silent.asked).toBe(1)
  }, 20_000)

  test.each([
    ['', 'it is no address'],
    ['login.example.org', 'it is no address'],
    ['http://login.example.org', 'it is not https'],
    ['http://127.0.0.1.example.org', 'it is not https'],
    ['ftp://127.0.0.1', 'it is not https'],
    ['https://ann:secret@login.example.org', 'it holds a password'],
  ])('are not fetched from "%s": %s', (url, problem) => {
    const refused = expect.objectContaining({
      code: 'E_TOKEN_ISSUER',
      details: expect.objectContaining({ problem }),
    })
    expect(() => new OidcIssuer({ issuer: url })).toThrow(refused)
    expect(() => new OidcIssuer({ issuer: 'https://login.example.org', jwks: url })).toThrow(refused)
  })
})
