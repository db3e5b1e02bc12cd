/** The runner between a queue and a worker that are played: what becomes of a job, however its attempt ends. */
import { expect, test } from 'vitest'
import { ReformlabError } from '../../errors/index.ts'
import type { LeasedJob } from './job-queue.ts'
import { JobRunner } from './job-runner.ts'
import type { JobSteps, JobWork } from './job-worker.ts'

const request = { kind: 'impact', dataset: 'us-cps', year: 2026, reforms: [], baseline: [] } as const
const bytes = new TextEncoder().encode('{}')
const settled = () => new Promise(resolve => setTimeout(resolve, 5))

/** A runner of `jobs` jobs whose work is `compute`; `log` says what was done with each. */
function played(compute: (steps: JobSteps) => Promise<void>, { jobs = 1, known = false, ours = true } = {}) {
  const log: string[] = []
  let leased = 0
  const did = (what: string) => async (job: { readonly id: string }) => {
    log.push(`${what} ${job.id}`)
    return true
  }
  const runner = new JobRunner({
    queue: {
      lease: async () => (leased < jobs ? { id: String(++leased), attempt: 1, request } : undefined),
      keep: async () => ours,
      commit: (job, _, __, reused) => did(reused ? 'reuse' : 'commit')(job),
      fail: (job, { code }) => did(`fail ${code}`)(job),
      handBack: did('hand back'),
      lose: async job => void (await did('lose')(job)),
      reclaim: async () => 0,
    },
    results: {
      known: async () => (known ? { hash: 'a'.repeat(64), type: 'application/json', bytes: 2 } : undefined),
      put: async () => 'a'.repeat(64),
    },
    worker: {
      workOf: async (_: LeasedJob['request'], steps: JobSteps): Promise<JobWork> => ({
        key: 'work',
        async compute() {
          await compute(steps)
          return { bytes, type: 'application/json' }
        },
      }),
    },
    ...{ keepMilliseconds: 20, lookMilliseconds: 10_000 },
    report: error => log.push(`report ${String(error)}`),
    changed: () => {},
  })
  runner.start()
  return { runner, log }
}
const until = (signal: AbortSignal) =>
  new Promise<void>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })

test('jobs run one after the other, and are committed', async () => {
  let running = 0
  let most = 0
  const work = async () => {
    most = Math.max(most, ++running)
    await settled()
    running--
  }
  const { runner, log } = played(work, { jobs: 3 })
  while (log.length < 3) await settled()
  await runner.stop()
  expect({ log, most }).toEqual({ log: ['commit 1', 'commit 2', 'commit 3'], most: 1 })
})

test('work that was done before is not done again', async () => {
  const { runner, log } = played(() => Promise.reject(new Error('done again')), { known: true })
  while (log.length < 1) await settled()
  await runner.stop()
  expect(log).toEqual(['reuse 1'])
})

test('closing stops the job that runs and hands it back at once', async () => {
  const { runner, log } = played(({ signal }) => until(signal), { jobs: 2 })
  await settled()
  await runner.stop()
  expect(log).toEqual(['hand back 1'])
})

test('a job that is no longer ours is stopped, and nothing is written of it', async () => {
  const lost = played(({ signal }) => until(signal), { ours: false, jobs: 2 })
  await new Promise(resolve => setTimeout(resolve, 100))
  const dropped = played(({ signal }) => until(signal))
  await settled()
  dropped.runner.drop(['1', '2'])
  await settled()
  for (const { runner } of [lost, dropped]) await runner.stop()
  expect([lost.log, dropped.log]).toEqual([[], []])
})

test.each([
  ['E_DATE_RANGE', ['fail E_DATE_RANGE 1']],
  ['E_WORKER_LOST', ['lose 1']],
  ['E_DATABASE', ['hand back 1']],
  ['E_DATASET_FETCH', [expect.stringContaining('report'), 'fail E_DATASET_FETCH 1']],
] as const)('a job that ends with %s: %j', async (code, expected) => {
  const { runner, log } = played(() => Promise.reject(new ReformlabError(code)))
  while (log.length < expected.length) await settled()
  await runner.stop()
  expect(log).toEqual(expected)
})

test('a mistake of ours is reported and fails the job without its text', async () => {
  const { runner, log } = played(() => Promise.reject(new TypeError('secret')))
  while (log.length < 2) await settled()
  await runner.stop()
  expect(log).toEqual(['report TypeError: secret', 'fail E_INTERNAL 1'])
})
