/** Results as files named after the SHA-256 of their bytes, and by the key of the work they are of. */
import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { ReformlabError } from '../../errors/index.ts'
import type { Queries } from './database.ts'
import type { JobResult } from './job.ts'

const HASH = /^[0-9a-f]{64}$/

export class ResultStore {
  readonly #folder: string
  readonly #on: Queries

  constructor(folder: string, on: Queries) {
    this.#folder = join(folder, 'results')
    this.#on = on
  }

  /** What the same work gave before, if its file is whole. */
  async known(work: string): Promise<JobResult | undefined> {
    const [known] = await this.#on.query<JobResult>(
      'UPDATE engine_results SET used = now() WHERE work = $1 RETURNING hash, type, bytes',
      [work],
    )
    return known && (await this.#isWhole(known.hash)) ? known : undefined
  }

  /** Whole on the disk when this answers. */
  async put(bytes: Uint8Array): Promise<string> {
    const hash = createHash('sha256').update(bytes).digest('hex')
    await mkdir(this.#folder, { recursive: true, mode: 0o700 })
    const place = this.#place(hash)
    if (await this.#isWhole(hash)) {
      const now = new Date()
      await utimes(place, now, now)
      return hash
    }
    const draft = `${place}.${randomUUID()}.draft`
    try {
      const file = await open(draft, 'wx', 0o600)
      try {
        await file.writeFile(bytes)
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(draft, place)
      await this.#syncFolder()
    } catch (error) {
      await rm(draft, { force: true })
      throw new ReformlabError('E_FILE_WRITE', { file: place, problem: (error as Error).message })
    }
    return hash
  }

  /** A stream of the result's bytes, which have been read and found to be those of its hash. Throws E_RESULT_LOST. */
  async read(hash: string): Promise<NodeJS.ReadableStream> {
    if (await this.#isWhole(hash)) return createReadStream(this.#place(hash))
    await this.#on.query('DELETE FROM engine_results WHERE hash = $1', [hash])
    throw new ReformlabError('E_RESULT_LOST', { hash })
  }

  /** Removes files that nothing names and that were written before `before`. */
  async sweep(before: Date): Promise<void> {
    const rows = await this.#on.query<{ hash: string }>(
      `SELECT hash FROM engine_results UNION SELECT result FROM engine_jobs WHERE result IS NOT NULL`,
    )
    const named = new Set(rows.map(({ hash }) => hash))
    const files = await readdir(this.#folder).catch(() => [])
    for (const file of files) {
      const place = join(this.#folder, file)
      const facts = named.has(file) ? undefined : await stat(place).catch(() => undefined)
      if (facts && facts.mtime < before) await rm(place, { force: true })
    }
  }

  async #isWhole(hash: string): Promise<boolean> {
    const sum = createHash('sha256')
    try {
      await pipeline(createReadStream(this.#place(hash)), sum)
    } catch {
      return false
    }
    return sum.digest('hex') === hash
  }

  #place(hash: string): string {
    if (!HASH.test(hash)) throw new RangeError(`${hash} is no hash`)
    return join(this.#folder, hash)
  }

  /** So that the new name outlasts the machine's power. */
  async #syncFolder(): Promise<void> {
    const folder = await open(this.#folder, 'r')
    await folder.sync().finally(() => folder.close())
  }
}
