import { createHmac, generateKeyPairSync, sign } from 'node:crypto'
import { SignJWT } from 'jose'
import { describe, expect, test } from 'vitest'
import { startService } from './testing/test-service.ts'
import { checkScope, readToken, tokenKey } from './token.ts'

const secret = 'a secret that is long enough to be one'
const key = tokenKey(secret)
const now = () => Math.floor(Date.now() / 1000)
const claims = () => ({
  iss: 'reformlab',
  aud: 'reformlab-engine',
  sub: 'ann',
  scp: ['read'],
  exp: now() + 60,
})
const coded = (part: unknown) => Buffer.from(JSON.stringify(part)).toString('base64url')
const hmac = (text: string, with_: string | Uint8Array, hash = 'sha256') =>
  createHmac(hash, with_).update(text).digest('base64url')

/** A token of these claims as the gateway makes it, or with another header or key. */
function made(
  payload: unknown,
  header: object = { alg: 'HS256', typ: 'JWT' },
  with_: string | Uint8Array = key,
) {
  const text = `${coded(header)}.${coded(payload)}`
  return `${text}.${hmac(text, with_)}`
}
const good = made(claims())
const [head, body, signature] = good.split('.') as [string, string, string]
const without = (name: keyof ReturnType<typeof claims>) => {
  const { [name]: _, ...rest } = claims()
  return made(rest)
}
const pair = generateKeyPairSync('rsa', { modulusLength: 2048 })
const publicPem = pair.publicKey.export({ type: 'spki', format: 'pem' }).toString()
const rsaText = `${coded({ alg: 'RS256' })}.${coded(claims())}`
const hs512 = `${coded({ alg: 'HS512' })}.${coded(claims())}`

const forged: readonly (readonly [what: string, token: string])[] = [
  ['empty', ''],
  ['no token', 'ann'],
  ['two parts', `${head}.${body}`],
  ['four parts', `${good}.x`],
  ['unsigned', `${head}.${body}.`],
  ['of algorithm none', `${coded({ alg: 'none' })}.${body}.`],
  ['of algorithm none, signed', made(claims(), { alg: 'none' })],
  ['of algorithm None', made(claims(), { alg: 'None' })],
  ['of algorithm hs256', made(claims(), { alg: 'hs256' })],
  ['of algorithm HS512', `${hs512}.${hmac(hs512, key, 'sha512')}`],
  ['of algorithm HS256 in its header alone', `${head}.${body}.${hmac(`${head}.${body}`, key, 'sha512')}`],
  ['of RS256', `${rsaText}.${sign('sha256', Buffer.from(rsaText), pair.privateKey).toString('base64url')}`],
  ['signed with a public key', made(claims(), { alg: 'HS256' }, publicPem)],
  ['signed with another secret', made(claims(), { alg: 'HS256' }, `${secret}!`)],
  ['signed with an empty secret', made(claims(), { alg: 'HS256' }, '')],
  ['without an algorithm', made(claims(), { typ: 'JWT' })],
  ['with its own key', made(claims(), { alg: 'HS256', jwk: { kty: 'oct', k: 'AAAA' } }, 'AAAA')],
  ['with a critical header', made(claims(), { alg: 'HS256', crit: ['x'], x: 1 })],
  ['unencoded', made(claims(), { alg: 'HS256', b64: false, crit: ['b64'] })],
  ['encrypted', `${coded({ alg: 'dir', enc: 'A256GCM' })}.${body}.${signature}`],
  ['of another header', `${coded({ alg: 'HS256', typ: 'jwt' })}.${body}.${signature}`],
  ['of other claims', `${head}.${coded({ ...claims(), scp: ['admin'] })}.${signature}`],
  ['of a changed signature', `${head}.${body}.${signature[0] === 'A' ? 'B' : 'A'}${signature.slice(1)}`],
  ['of a shortened signature', `${head}.${body}.${signature.slice(0, 8)}`],
  ['of a padded signature', `${good}=`],
  ['with a blank in it', `${head}. ${body}.${signature}`],
  ['of claims that are no object', made([claims()])],
  ['of claims that are text', made('ann')],
  ['expired', made({ ...claims(), exp: now() - 1 })],
  ['expired long ago', made({ ...claims(), exp: 0 })],
  ['of a time in words', made({ ...claims(), exp: 'tomorrow' })],
  ['without an end', without('exp')],
  ['of the future', made({ ...claims(), nbf: now() + 600 })],
  ['without an issuer', without('iss')],
  ['of another issuer', made({ ...claims(), iss: 'reformlab.example' })],
  ['without an audience', without('aud')],
  ['for another service', made({ ...claims(), aud: 'reformlab' })],
  ['for other services', made({ ...claims(), aud: ['jupyterhub', 'panel'] })],
  ['of nobody', without('sub')],
  ['without scopes', without('scp')],
]

describe('a token', () => {
  test('of the gateway is taken, with scopes as a list or in words', async () => {
    expect(await readToken(`Bearer ${good}`, { key })).toEqual({ name: 'ann', scopes: ['read'] })
    const words = made({ ...claims(), scp: 'run other read', aud: ['panel', 'reformlab-engine'] })
    expect(await readToken(`bearer ${words}`, { key })).toEqual({ name: 'ann', scopes: ['read', 'run'] })
    const signed = await new SignJWT({ scp: ['admin'] })
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer('reformlab')
      .setAudience('reformlab-engine')
      .setSubject('bob')
      .setExpirationTime('60s')
      .sign(key)
    expect(await readToken(`Bearer ${signed}`, { key })).toEqual({ name: 'bob', scopes: ['admin'] })
  })

  test.each(forged)('%s is refused', async (_, token) => {
    await expect(readToken(`Bearer ${token}`, { key })).rejects.toMatchObject({ code: 'E_TOKEN' })
  })

  test.each([undefined, '', good, `Basic ${good}`, `Bearer  ${good}`, `Bearer ${good}, Bearer ${good}`])(
    'in no header of its own is refused: %s',
    async header => {
      await expect(readToken(header, { key })).rejects.toMatchObject({ code: 'E_TOKEN' })
    },
  )

  test('allows what its scopes allow, and what lies below them', () => {
    const may = (scopes: ('read' | 'run' | 'admin')[]) =>
      (['read', 'run', 'admin'] as const).filter(needed => {
        try {
          checkScope({ name: 'ann', scopes }, needed)
          return true
        } catch {
          return false
        }
      })
    expect([may([]), may(['read']), may(['run']), may(['admin'])]).toEqual([
      [],
      ['read'],
      ['read', 'run'],
      ['read', 'run', 'admin'],
    ])
  })

  test('needs a secret that cannot be guessed', () => {
    expect(() => tokenKey('x'.repeat(31))).toThrow(expect.objectContaining({ code: 'E_TOKEN_SECRET' }))
  })
})

test('a service with tokens lets nobody in without one, and nobody further than a token says', async () => {
  const service = await startService({ tokenSecret: secret })
  const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } })
  expect(await service.ask('GET', '/health')).toMatchObject({ status: 200 })
  const none = await service.ask('GET', '/v1/variables')
  expect(none).toMatchObject({ status: 401, body: { error: { code: 'E_TOKEN' } } })
  expect(none.headers.get('www-authenticate')).toBe('Bearer')
  expect(await service.ask('GET', '/v1/datasets', bearer(good))).toMatchObject({ status: 200 })
  const runs = [
    ['POST', '/v1/households'],
    ['POST', '/v1/impact'],
    ['POST', '/v1/sessions'],
  ] as const
  for (const [method, path] of runs) {
    const asked = { ...bearer(good), body: { situation: { people: { Ann: {} } } } }
    expect(await service.ask(method, path, asked)).toMatchObject({
      status: 403,
      body: { error: { code: 'E_TOKEN_SCOPE', details: { needed: 'run' } } },
    })
  }
  expect(await service.ask('GET', '/v1/datasets', bearer(forged[12]![1]))).toMatchObject({ status: 401 })
})
