/**
 * Proves that the service keeps to `schema/openapi.yaml` whatever it is asked: Schemathesis sends ten thousand valid and
 * invalid requests to a running service with tokens and the real population, singly and in chains. No answer is a mistake
 * of the service, of another status, type or shape than described, or given to one without a token.
 *
 * usage: node test/prove/api.prove.ts [PYTHON] [SEED]
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { SignJWT } from 'jose'
import { parse, stringify } from 'yaml'
import { AUDIENCE, ISSUER } from '../../engine/src/service/token.ts'

const LEAST_REQUESTS = 10_000
/** An answer that takes longer is a failure. */
const SECONDS = 60
const chains = ['--max-examples', '250']
/** A stream never ends by itself; it is tested in engine/src/service/live.test.ts. */
const STREAM = 'streamFrames'

const root = fileURLToPath(new URL('../..', import.meta.url))
const [python = `${root}.venv/bin/python`, seed = '1'] = process.argv.slice(2)
const folder = mkdtempSync(join(tmpdir(), 'reformlab-api-'))
const secret = 'a secret of the proof of the whole API'
const token = await new SignJWT({ scp: ['admin'] })
  .setProtectedHeader({ alg: 'HS256' })
  .setIssuer(ISSUER)
  .setAudience(AUDIENCE)
  .setSubject('prover')
  .setExpirationTime('1h')
  .sign(new TextEncoder().encode(secret))

const { child, address } = await startService()
const runs = [
  await schemathesis('examples,coverage,fuzzing', ['--max-examples', '300']),
  await schemathesis('stateful', [...chains, '--exclude-operation-id', STREAM, '--exclude-tag', 'jobs']),
  // A job that is cancelled can still be asked for.
  await schemathesis('stateful', [...chains, '--include-tag', 'jobs', '--exclude-checks', 'use_after_free']),
]
const statuses = await statusesAnswered()
child.kill('SIGTERM')
await once(child, 'exit')
const isWhole = child.exitCode === 0
rmSync(folder, { recursive: true })

const requests = [...statuses.values()].reduce((sum, count) => sum + count, 0)
const broken = [...statuses].filter(([status]) => status >= 500).reduce((sum, [, count]) => sum + count, 0)
for (const [status, count] of [...statuses].sort(([a], [b]) => a - b))
  console.log(`${String(count).padStart(8)}  answered ${status}`)
const failed = runs.filter(status => status !== 0).length
console.log(
  `seed ${seed}: ${requests} requests, ${broken} answered 5xx, ${failed} of ${runs.length} runs with failures`,
)
process.exit(requests >= LEAST_REQUESTS && broken === 0 && failed === 0 && isWhole ? 0 : 1)

async function startService() {
  const words = ['serve', '--port', '0', '--json', '--exit-with-parent', '--workers', '2']
  const program = `${root}engine/bin/reformlab.mjs`
  const child = spawn(process.execPath, [program, ...words, '--data', join(folder, 'data')], {
    env: { ...process.env, REFORMLAB_TOKEN_SECRET: secret },
    stdio: 'pipe',
  })
  // Mistakes of the service are shown; there should be none.
  createInterface(child.stderr).on('line', line => {
    if (/"level":[56]0/.test(line)) console.log(line)
  })
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string]
  return { child, address: (JSON.parse(line) as { address: string }).address }
}

/** The document as it is where the service has tokens: nobody asks without one. */
function describedWithTokens(): string {
  const document = parse(readFileSync(`${root}schema/openapi.yaml`, 'utf8')) as { security: object[] }
  document.security = [{ token: [] }]
  const path = join(folder, 'schema', 'openapi.yaml')
  mkdirSync(dirname(path), { recursive: true })
  for (const file of readdirSync(`${root}schema`).filter(file => file.endsWith('.schema.json')))
    writeFileSync(join(dirname(path), file), readFileSync(`${root}schema/${file}`))
  writeFileSync(path, stringify(document, { aliasDuplicateObjects: false }))
  return path
}

/** Its exit status. */
async function schemathesis(phases: string, options: readonly string[]): Promise<number | null> {
  const arguments_ = [
    ...['-m', 'schemathesis.cli', '--config-file', `${root}test/prove/schemathesis.toml`, 'run'],
    ...[describedWithTokens(), '--url', address, '--phases', phases],
    ...['--header', `Authorization: Bearer ${token}`, '--seed', seed, '--checks', 'all'],
    ...['--request-timeout', String(SECONDS), '--generation-database', 'none', '--no-color'],
    ...['--continue-on-failure', '--no-shrink', '--report-dir', join(folder, 'report')],
    ...options,
  ]
  const run = spawn(resolve(python), arguments_, { cwd: folder, stdio: ['ignore', 'inherit', 'inherit'] })
  const [status] = (await once(run, 'exit')) as [number | null]
  return status
}

/** How often each status was answered, by the service's own metrics. */
async function statusesAnswered(): Promise<Map<number, number>> {
  const response = await fetch(`${address}/metrics`, { headers: { authorization: `Bearer ${token}` } })
  const counts = new Map<number, number>()
  for (const [, status, count] of (await response.text()).matchAll(
    /^reformlab_requests_total\{.*status="(\d+)"\} (\d+)$/gm,
  ))
    counts.set(Number(status), (counts.get(Number(status)) ?? 0) + Number(count))
  return counts
}
