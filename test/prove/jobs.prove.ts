/**
 * Proves that a batch of jobs survives its service: the service is killed (SIGKILL) at 50 random moments of a batch of 64
 * jobs and started again, on PGlite in a folder and on a PostgreSQL server. In the end nothing is lost, each job has one
 * committed result, and every result is, to the byte, that of a run that nobody disturbed.
 *
 * usage: node test/prove/jobs.prove.ts
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Batch } from '../../engine/src/service/jobs/job.ts'
import { openPglite } from '../../engine/src/service/jobs/open-pglite.ts'
import { openPostgres } from '../../engine/src/service/jobs/open-postgres.ts'
import { startPostgres } from '../../engine/src/service/testing/test-postgres.ts'

const KILLS = 50
const JOBS = 64
/** Of the batch to be done while the service is killed; the rest may end in peace. */
const SHARE = 0.7
const program = fileURLToPath(new URL('../../engine/bin/reformlab.mjs', import.meta.url))
const year = 2026
const credit = (value: number) => `changes: { gov.irs.credits.ctc.amount.base: { ${year}: ${value} } }`
const standard = (value: number) =>
  `changes: { gov.irs.deductions.standard.amount.single: { ${year}: ${value} } }`
const items = Array.from({ length: JOBS }, (_, i) => ({
  name: `job ${i}`,
  reforms: [credit(2300 + 25 * i)],
  ...(i % 4 === 3 && { baseline: [standard(14_000 + 100 * i)] }),
}))
const batch = JSON.stringify({ kind: 'impact', year, name: 'proof', items })

class Service {
  readonly child: ChildProcess
  readonly address: Promise<string | undefined>
  readonly ended: Promise<unknown>

  constructor(words: readonly string[]) {
    this.child = spawn(process.execPath, [program, 'serve', '--port', '0', '--json', ...words], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.child.stderr!.setEncoding('utf8').on('data', (text: string) => {
      for (const line of text.split('\n')) if (line !== '' && !line.includes('"level":30')) console.log(line)
    })
    this.ended = new Promise(resolve => this.child.once('close', resolve))
    this.address = new Promise(resolve => {
      this.child.stdout!.once('data', text => resolve(JSON.parse(String(text)).address))
      void this.ended.then(() => resolve(undefined))
    })
  }

  /** What was answered; undefined where the service did not live to. */
  async ask<T>(method: string, path: string, body?: string, key?: string): Promise<T | undefined> {
    const address = await this.address
    const headers = {
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(key !== undefined && { 'idempotency-key': key }),
    }
    try {
      const response = await fetch(`${address}${path}`, {
        method,
        headers,
        ...(body !== undefined && { body }),
      })
      const answer = (await response.json()) as T
      if (!response.ok) throw new RangeError(JSON.stringify(answer))
      return answer
    } catch (error) {
      if (error instanceof RangeError) throw error
      return undefined
    }
  }

  async kill(): Promise<void> {
    this.child.kill('SIGKILL')
    await this.ended
  }

  async stop(): Promise<void> {
    this.child.kill('SIGTERM')
    const status = await this.ended
    if (status !== 0) throw new Error(`asked to end, the service ended with ${status}`)
  }
}

const pause = (milliseconds: number) => new Promise(resolve => setTimeout(resolve, milliseconds))
const unfinished = ({ counts }: Batch) => counts.queued + counts.running

/** Waits for the end; `told` of every look. */
async function finished(service: Service, id: string, told = (_: Batch) => {}): Promise<Batch> {
  for (;;) {
    const seen = await service.ask<Batch>('GET', `/v1/batches/${id}`)
    if (!seen) throw new Error('the service is gone')
    told(seen)
    if (unfinished(seen) === 0) return seen
    await pause(50)
  }
}

const hashesOf = ({ jobs }: Batch) => jobs.map(({ result, status }) => result?.hash ?? status)

/**
 * Hashes of the results, and how long a service takes to go on with a batch and for each job. The first service ends as it is
 * asked to, with a job running: the second one goes on with it.
 */
async function undisturbed(words: readonly string[]) {
  const first = new Service(words)
  const { id } = (await first.ask<Batch>('POST', '/v1/batches', batch))!
  const look = async () => (await first.ask<Batch>('GET', `/v1/batches/${id}`))!
  let before = await look()
  while (before.counts.done === 0) {
    await pause(50)
    before = await look()
  }
  await first.stop()
  const began = performance.now()
  const service = new Service(words)
  let resumed = 0
  let rest = 0
  const done = await finished(service, id, ({ counts }) => {
    if (resumed !== 0 || counts.done <= before.counts.done) return
    resumed = performance.now()
    rest = JOBS - counts.done
  })
  const last = performance.now()
  await service.stop()
  return { hashes: hashesOf(done), start: resumed - began, each: (last - resumed) / rest }
}

/**
 * Kills services until few are left to kill. `start` is what one needs to go on; how long each lives follows what is done
 * meanwhile, and none does much more than its share.
 */
async function disturbed(words: readonly string[], start: number) {
  const key = randomUUID()
  let id: string | undefined
  let open = JOBS
  let early = 0
  let most = 2 * start
  for (let kill = 0; kill < KILLS; kill++) {
    const service = new Service(words)
    const before = open
    const wanted = (before - (1 - SHARE) * JOBS) / (KILLS - kill)
    const moment = pause(Math.random() * most)
    const enough = new Promise<void>(resolve => {
      const look = async () => {
        id ??= (await service.ask<Batch>('POST', '/v1/batches', batch, key))?.id
        for (let seen: Batch | undefined; id; await pause(50)) {
          seen = await service.ask<Batch>('GET', `/v1/batches/${id}`)
          if (!seen) return
          open = unfinished(seen)
          if (before - open >= 2 * wanted) resolve()
        }
      }
      void look()
    })
    await Promise.race([moment, enough])
    if (id === undefined) early++
    await service.kill()
    if (open === 0) throw new Error(`the batch ended before kill ${kill + 1}`)
    most *= before - open < wanted ? 1.1 : 0.9
  }
  const service = new Service(words)
  id ??= (await service.ask<Batch>('POST', '/v1/batches', batch, key))!.id
  const left = unfinished((await service.ask<Batch>('GET', `/v1/batches/${id}`))!)
  const done = await finished(service, id)
  await service.stop()
  return { hashes: hashesOf(done), left, early }
}

interface Kept {
  readonly jobs: number
  readonly batches: number
  readonly commits: number
  readonly once: number
  readonly attempts: number
}

async function kept(data: string, database: string | undefined): Promise<Kept> {
  const store = database === undefined ? await openPglite(data) : await openPostgres(database)
  const [row] = await store.query<Kept>(
    `SELECT count(*)::int AS jobs, (SELECT count(*)::int FROM engine_batches) AS batches, sum(commits)::int AS commits,
       sum(attempt)::int AS attempts, (count(*) FILTER (WHERE commits = 1))::int AS once FROM engine_jobs`,
  )
  await store.close()
  return row!
}

function damaged(data: string): number {
  const folder = join(data, 'results')
  return readdirSync(folder)
    .filter(name => /^[0-9a-f]{64}$/.test(name))
    .filter(
      name =>
        createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex') !== name,
    ).length
}

async function proof(title: string, database?: string): Promise<boolean> {
  const data = mkdtempSync(join(tmpdir(), 'reformlab-jobs-proof-'))
  const calm = mkdtempSync(join(tmpdir(), 'reformlab-jobs-calm-'))
  try {
    const began = performance.now()
    const { hashes: expected, start, each } = await undisturbed(['--data', calm])
    console.log(
      `${title}: undisturbed, the first job ${(start / 1000).toFixed(1)} s after the start, each of the others ${each.toFixed(0)} ms`,
    )
    const { hashes, left, early } = await disturbed(
      ['--data', data, ...(database === undefined ? [] : ['--database', database])],
      start,
    )
    const { jobs, batches, commits, once, attempts } = await kept(data, database)
    const lost = hashes.filter(hash => hash.length !== 64).length
    const different = hashes.filter((hash, i) => hash !== expected[i]).length
    const broken = damaged(data)
    const seconds = ((performance.now() - began) / 1000).toFixed(0)
    console.log(
      `${title}: killed ${KILLS} times (${early} before the batch was answered, ${left} jobs left after the last), ${attempts} attempts; ${jobs} jobs in ${batches} batch, ${lost} lost, ${commits} commits, ${once} jobs committed once; ${different} results differ, ${broken} files damaged; ${seconds} s`,
    )
    return (
      jobs === JOBS &&
      batches === 1 &&
      lost === 0 &&
      commits === JOBS &&
      once === JOBS &&
      different + broken === 0
    )
  } finally {
    rmSync(data, { recursive: true, force: true })
    rmSync(calm, { recursive: true, force: true })
  }
}

const passed = [await proof('PGlite')]
const postgres = await startPostgres()
try {
  passed.push(await proof('PostgreSQL', await postgres.database()))
} finally {
  await postgres.stop()
}
process.exit(passed.every(Boolean) ? 0 : 1)
