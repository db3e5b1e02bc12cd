/** Someone drags sliders: random patches at a steady pace to a server of its own, and how long each takes to its frame. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { datasetCard } from '../../datasets/index.ts'
import { FrameReader } from '../../service/frame-reader.ts'

export interface LiveBenchRequest {
  readonly dataset: string
  readonly year: number
  readonly workers?: number
  progress(text: string): void
}

export interface LiveBench {
  readonly dataset: string
  readonly year: number
  /** Tax units. */
  readonly records: number
  readonly cores: number
  readonly patches: number
  readonly perSecond: number
  readonly frames: number
  /** Milliseconds from a patch to its complete frame, as the client sees it, of patches that were answered. */
  readonly p50: number
  readonly p95: number
  /** Longest time without a frame while patches came. */
  readonly longestWait: number
  /** Frames that came after one of a newer patch. */
  readonly stale: number
  readonly lastAnswered: boolean
}

const PATCHES = 200
const PER_SECOND = 30
const WARM_UP = 10
/** The command line that this is part of. */
const program = process.argv[1]!

const sliders: readonly (readonly [path: string, least: number, most: number])[] = [
  ['gov.irs.credits.ctc.amount.base', 0, 5000],
  ['gov.irs.income.bracket.rates.7', 0.3, 0.6],
  ['gov.irs.credits.eitc.phase_in_rate.two', 0.2, 0.6],
  ['gov.irs.deductions.standard.amount.joint', 10_000, 60_000],
]

export async function benchLive({ dataset, year, workers, progress }: LiveBenchRequest): Promise<LiveBench> {
  progress('Starting a server …')
  const threads = workers === undefined ? [] : ['--workers', String(workers)]
  const server = spawn(
    process.execPath,
    [program, 'serve', '--port', '0', '--json', '--exit-with-parent', ...threads],
    {
      stdio: ['pipe', 'pipe', 'ignore'],
    },
  )
  const ended = once(server, 'close')
  try {
    const [line] = (await once(server.stdout, 'data')) as [Buffer]
    const { address } = JSON.parse(String(line)) as { address: string }
    const { id } = (await post(`${address}/v1/sessions`, { dataset, year })) as { id: string }
    const measured = await drag(`${address}/v1/sessions/${id}`, progress)
    const records = datasetCard(dataset).counts.tax_unit!
    return { dataset, year, records, cores: availableParallelism(), ...measured }
  } finally {
    server.kill('SIGTERM')
    await ended
  }
}

async function drag(session: string, progress: (text: string) => void) {
  const reader = await FrameReader.open(`${session}/frames`)
  const next = randomPatches()
  for (let sequence = 0; sequence < WARM_UP; sequence++) {
    await post(`${session}/patches`, { sequence, changes: next() })
    await reader.frame(sequence)
  }
  progress(`Sending ${PATCHES} patches …`)
  const began = performance.now()
  const sent: number[] = []
  const posts: Promise<unknown>[] = []
  for (let i = 0; i < PATCHES; i++) {
    await sleep(Math.max(0, began + (i * 1000) / PER_SECOND - performance.now()))
    sent.push(performance.now())
    posts.push(post(`${session}/patches`, { sequence: WARM_UP + i, changes: next() }))
  }
  await Promise.all(posts)
  await reader.frame(WARM_UP + PATCHES - 1)
  reader.leave()
  const frames = reader.frames.filter(({ sequence }) => sequence >= WARM_UP)
  const times = frames.map(({ sequence, at }) => at - sent[sequence - WARM_UP]!).toSorted((a, b) => a - b)
  const came = [began, ...frames.map(({ at }) => at)]
  return {
    ...{ patches: PATCHES, perSecond: PER_SECOND, frames: frames.length },
    ...{ p50: quantile(times, 0.5), p95: quantile(times, 0.95) },
    longestWait: Math.max(...came.slice(1).map((at, i) => at - came[i]!)),
    stale: frames.filter(({ sequence }, i) => frames.slice(0, i).some(before => before.sequence > sequence))
      .length,
    lastAnswered: frames.at(-1)?.sequence === WARM_UP + PATCHES - 1,
  }
}

/** The same patches in every run: one slider each, somewhere along its way. */
function randomPatches(): () => Record<string, number> {
  let state = 1
  const random = () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
  return () => {
    const [path, least, most] = sliders[Math.floor(random() * sliders.length)]!
    return { [path]: least + random() * (most - least) }
  }
}

/** A patch that a newer one has overtaken on its way is refused, as it should be. */
async function post(url: string, body: unknown): Promise<unknown> {
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
  const answer = (await response.json()) as { error?: { code: string; message: string } }
  const isOvertaken = answer.error?.code === 'E_SESSION_SEQUENCE'
  if (!response.ok && !isOvertaken)
    throw new Error(answer.error?.message ?? `the server answered ${response.status}`)
  return answer
}

const quantile = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)]!
