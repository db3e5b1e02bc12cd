/**
 * The threads that runners share: a request goes to every thread, and the answer is awaited of all. Runners of several
 * populations may use one crew at a time; their requests take turns.
 */
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { type ErrorCode, type ErrorDetails, ReformlabError } from '../errors/index.ts'
import type { Request } from './messages.ts'
import { WorkerHost } from './worker-host.ts'

export interface Crew {
  /** How many threads compute. */
  readonly size: number
  /** Resolves once all threads are up. */
  readonly started: Promise<void>
  /** Sends each thread its request; rejects with the first failure once all have answered, at once where a thread is lost. */
  each(request: (thread: number) => Request): Promise<void>
  /** A number no other session of this crew has. */
  nextSession(): number
  close(): Promise<void>
}

export interface CrewOptions {
  /** Threads; 0 computes on the calling thread. Default: the cores available. */
  readonly workers?: number | undefined
  /** What worker threads load: a module that registers reducers and then imports `worker.ts`, which is the default. */
  readonly workerModule?: URL | undefined
}

/** What a worker answers. */
export interface Answer {
  readonly id: number
  readonly failure?: {
    readonly message: string
    readonly stack: string | undefined
    readonly code: ErrorCode | undefined
    readonly details: ErrorDetails | undefined
  }
}

/** Starts threads without waiting for them. */
export function startCrew({ workers, workerModule }: CrewOptions = {}): Crew {
  const size = workers ?? availableParallelism()
  return size === 0
    ? crewOfThisThread()
    : new ThreadCrew(size, workerModule ?? new URL('./worker.ts', import.meta.url))
}

/** Resolves once all threads are up. */
export async function createCrew(options: CrewOptions = {}): Promise<Crew> {
  const crew = startCrew(options)
  await crew.started
  return crew
}

function crewOfThisThread(): Crew {
  const host = new WorkerHost()
  let sessions = 0
  return {
    size: 1,
    started: Promise.resolve(),
    each: async request => host.handle(request(0)),
    nextSession: () => ++sessions,
    close: async () => {},
  }
}

/** Options of this process that workers share; that it reads its script from stdin is not one. */
const execArgv = process.execArgv.filter(option => !option.startsWith('--input-type'))

interface Waiting {
  resolve(): void
  reject(error: Error): void
}

class ThreadCrew implements Crew {
  readonly size: number
  readonly started: Promise<void>
  readonly #workers: readonly Worker[]
  /** By worker, requests without an answer. */
  readonly #waiting: readonly Map<number, Waiting>[]
  #requests = 0
  #sessions = 0
  #lost: Error | undefined

  constructor(size: number, module: URL) {
    this.size = size
    this.#waiting = Array.from({ length: size }, () => new Map())
    this.#workers = this.#waiting.map((waiting, thread) => {
      const worker = new Worker(module, { name: `reformlab ${thread}`, execArgv })
      worker.on('message', (answer: Answer) => {
        const asked = waiting.get(answer.id)
        waiting.delete(answer.id)
        if (waiting.size === 0 && !this.#lost) worker.unref()
        if (answer.failure) asked?.reject(errorOf(answer.failure))
        else asked?.resolve()
      })
      worker.on('error', error => this.#lose(error.message))
      worker.on('exit', code => this.#lose(`it ended with code ${code}`))
      return worker
    })
    // A worker answers number 0 unasked, when it is up.
    this.started = Promise.all(this.#workers.map((_, thread) => this.#answerTo(thread, 0))).then(() => {})
    this.started.catch(() => {})
  }

  async each(request: (thread: number) => Request): Promise<void> {
    if (this.#lost) throw this.#lost
    const id = ++this.#requests
    const answers = this.#workers.map((worker, thread) => {
      worker.postMessage({ id, request: request(thread) })
      return this.#answerTo(thread, id)
    })
    const failed = (await Promise.allSettled(answers)).find(a => a.status === 'rejected')
    if (failed) throw failed.reason
  }

  nextSession(): number {
    return ++this.#sessions
  }

  /** Keeps the process until the threads have ended, also where one answers meanwhile. */
  async close(): Promise<void> {
    this.#lose('it was closed')
    await Promise.all(
      this.#workers.map(worker => {
        worker.ref()
        return worker.terminate()
      }),
    )
  }

  #answerTo(thread: number, id: number): Promise<void> {
    this.#workers[thread]!.ref()
    return new Promise((resolve, reject) => this.#waiting[thread]!.set(id, { resolve, reject }))
  }

  #lose(problem: string): void {
    this.#lost ??= new ReformlabError('E_WORKER_LOST', { problem })
    for (const waiting of this.#waiting) {
      for (const { reject } of waiting.values()) reject(this.#lost)
      waiting.clear()
    }
  }
}

function errorOf({ message, stack, code, details }: NonNullable<Answer['failure']>): Error {
  const error = code ? new ReformlabError(code, details) : new Error(message)
  if (stack) error.stack = stack
  return error
}
