/** What the engine reads in a reform's text; only the newest question is answered. */
import type { ReadReform } from '../engine/api-types.ts'
import type { EngineClient } from '../engine/engine-client.ts'
import { EngineError, type EngineProblem, isAbort } from '../engine/engine-error.ts'
import { ReformReading } from './reform-reading.ts'
import { hasChanges } from './reform-text.ts'

/** Why a text cannot be read. */
export interface Unread {
  readonly problem: EngineProblem
}

export class ReformReader {
  readonly #client: EngineClient
  #control: AbortController | undefined

  constructor(client: EngineClient) {
    this.#client = client
  }

  /** Undefined where something newer was asked meanwhile. */
  async read(text: string, year: number): Promise<ReformReading | Unread | undefined> {
    this.stop()
    const control = new AbortController()
    this.#control = control
    const { signal } = control
    if (!hasChanges(text)) return new ReformReading(text, year)
    try {
      const reform = await this.#client.ask<ReadReform>('v1/reforms', { method: 'POST', body: text, signal })
      if (signal.aborted) return undefined
      return new ReformReading(text, year, reform)
    } catch (error) {
      if (isAbort(error)) return undefined
      if (error instanceof EngineError) return { problem: error }
      throw error
    }
  }

  stop(): void {
    this.#control?.abort()
  }
}
