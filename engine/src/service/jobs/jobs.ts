/** The jobs of a service: opened when they are first asked for, or at once where there may be some. */
import { existsSync } from 'node:fs'
import { ReformlabError } from '../../errors/index.ts'
import { storeIn } from './data-folder.ts'
import type { JobContext, JobOptions, OpenJobs } from './open-jobs.ts'

export class Jobs {
  readonly #options: JobOptions
  readonly #context: Omit<JobContext, 'changed'>
  readonly #waiting = new Set<() => void>()
  #open: Promise<OpenJobs> | undefined
  #isClosing = false

  constructor(options: JobOptions, context: Omit<JobContext, 'changed'>) {
    this.#options = options
    this.#context = context
  }

  /** Throws E_DATA_FOLDER, E_DATABASE, and tries again when it is called again. */
  open(): Promise<OpenJobs> {
    if (this.#isClosing) return Promise.reject(new ReformlabError('E_SERVICE_CLOSING'))
    this.#open ??= this.#load().catch(error => {
      this.#open = undefined
      throw error
    })
    return this.#open
  }

  /** Goes on with what was left. Throws what `open` throws. */
  async resume(): Promise<void> {
    if (!this.isUnused) await this.open()
  }

  /** None were handed in, and none can have been kept. */
  get isUnused(): boolean {
    const { data, database } = this.#options
    const hasStore = database !== undefined || (data !== undefined && existsSync(storeIn(data)))
    return this.#open === undefined && !hasStore
  }

  /** Resolves when a job of this engine has begun or ended, after `most` milliseconds in any case. */
  change(most: number): Promise<void> {
    return new Promise(resolve => {
      const end = () => {
        clearTimeout(late)
        this.#waiting.delete(end)
        resolve()
      }
      const late = setTimeout(end, most)
      this.#waiting.add(end)
    })
  }

  /** Jobs by their status; nothing before jobs were asked for. */
  async counts(): Promise<Readonly<Record<string, number>>> {
    const open = await this.#open?.catch(() => undefined)
    return open ? open.desk.counts(open.database) : {}
  }

  /** Hands back what runs. */
  async close(): Promise<void> {
    this.#isClosing = true
    this.#tell()
    const open = await this.#open?.catch(() => undefined)
    await open?.close()
  }

  async #load(): Promise<OpenJobs> {
    const { openJobs } = await import('./open-jobs.ts')
    return openJobs(this.#options, { ...this.#context, changed: () => this.#tell() })
  }

  #tell(): void {
    for (const end of [...this.#waiting]) end()
  }
}
