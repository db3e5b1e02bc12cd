/** Runs jobs one after the other, for each takes many threads; commits what they give, once. */
import { setTimeout as delay } from 'node:timers/promises'
import { ReformlabError } from '../../errors/index.ts'
import { errorAnswer } from '../error-answer.ts'
import type { JobQueue, LeasedJob } from './job-queue.ts'
import type { JobWorker } from './job-worker.ts'
import type { ResultStore } from './result-store.ts'

export interface JobRunnerOptions {
  readonly queue: Pick<JobQueue, 'lease' | 'keep' | 'commit' | 'fail' | 'handBack' | 'lose' | 'reclaim'>
  readonly results: Pick<ResultStore, 'known' | 'put'>
  readonly worker: Pick<JobWorker, 'workOf'>
  readonly keepMilliseconds: number
  /** After which an engine that has nothing to do looks for jobs of others. */
  readonly lookMilliseconds: number
  /** Told of mistakes of ours. */
  report(error: unknown): void
  /** Told when jobs have begun or ended. */
  changed(): void
}

/** Of a job they say nothing: another attempt may well succeed. */
const PASSING = ['E_SERVICE_CLOSING', 'E_DATABASE']

/** Reasons to stop a job. */
class Closing extends Error {}
class LeaseLost extends Error {}

export class JobRunner {
  readonly #options: JobRunnerOptions
  #running: { readonly job: LeasedJob; readonly control: AbortController } | undefined
  #woken = new AbortController()
  #isClosing = false
  #ended: Promise<void> = Promise.resolve()

  constructor(options: JobRunnerOptions) {
    this.#options = options
  }

  start(): void {
    this.#ended = this.#work()
  }

  /** There are jobs, or there may be. */
  wake(): void {
    this.#woken.abort()
  }

  /** Stops what runs of these jobs, which no longer are to be done. */
  drop(ids: readonly string[]): void {
    if (this.#running && ids.includes(this.#running.job.id)) this.#running.control.abort(new LeaseLost())
  }

  /** Hands back what runs, and takes no more. */
  async stop(): Promise<void> {
    this.#isClosing = true
    this.#running?.control.abort(new Closing())
    this.wake()
    await this.#ended
  }

  async #work(): Promise<void> {
    const { queue, lookMilliseconds, report } = this.#options
    while (!this.#isClosing) {
      this.#woken = new AbortController()
      try {
        await queue.reclaim({ all: false })
        const job = await queue.lease()
        if (job) await this.#run(job)
        else await delay(lookMilliseconds, undefined, { signal: this.#woken.signal }).catch(() => {})
      } catch (error) {
        report(error)
        await delay(lookMilliseconds, undefined, { signal: this.#woken.signal }).catch(() => {})
      }
    }
  }

  async #run(job: LeasedJob): Promise<void> {
    const { queue, keepMilliseconds, report, changed } = this.#options
    const control = new AbortController()
    this.#running = { job, control }
    if (this.#isClosing) control.abort(new Closing())
    const keeping = setInterval(() => {
      queue.keep(job).then(isOurs => isOurs || control.abort(new LeaseLost()), report)
    }, keepMilliseconds)
    changed()
    try {
      await this.#compute(job, control.signal)
    } catch (error) {
      await this.#end(job, control.signal.aborted ? control.signal.reason : error)
    } finally {
      clearInterval(keeping)
      this.#running = undefined
      changed()
    }
  }

  async #compute(job: LeasedJob, signal: AbortSignal): Promise<void> {
    const { queue, results, worker } = this.#options
    const step = async (done: number, note: string) => {
      signal.throwIfAborted()
      if (!(await queue.keep(job, { done, note }))) throw new LeaseLost()
    }
    const { key, compute } = await worker.workOf(job.request, { signal, step })
    const known = await results.known(key)
    if (known) {
      await queue.commit(job, key, known, true)
      return
    }
    const { bytes, type } = await compute()
    signal.throwIfAborted()
    const hash = await results.put(bytes)
    await queue.commit(job, key, { hash, type, bytes: bytes.length }, false)
  }

  async #end(job: LeasedJob, reason: unknown): Promise<void> {
    const { queue, report } = this.#options
    if (reason instanceof LeaseLost) return
    const code = reason instanceof ReformlabError ? reason.code : ''
    if (reason instanceof Closing || PASSING.includes(code)) await queue.handBack(job)
    else if (code === 'E_WORKER_LOST') await queue.lose(job)
    else {
      const { status, body } = errorAnswer(reason)
      if (status >= 500) report(reason)
      await queue.fail(job, body.error)
    }
  }
}
