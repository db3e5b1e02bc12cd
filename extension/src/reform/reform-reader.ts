/** What the engine reads in a reform's text; only the newest question is answered. */
import type { Changes, ReadReform } from '../engine/api-types.ts'
import type { EngineClient } from '../engine/engine-client.ts'
import { EngineError, type EngineProblem, isAbort } from '../engine/engine-error.ts'
import { hasChanges } from './reform-text.ts'

export interface Reading {
  /** Undefined for a reform of nothing. */
  readonly reform?: ReadReform
  /** What it says in the year asked for, by leaf. */
  readonly values: Changes
  /** Why it cannot be read. */
  readonly problem?: EngineProblem
}

export class ReformReader {
  readonly #client: EngineClient
  #control: AbortController | undefined

  constructor(client: EngineClient) {
    this.#client = client
  }

  /** Undefined where something newer was asked meanwhile. */
  async read(text: string, year: number): Promise<Reading | undefined> {
    this.stop()
    const control = new AbortController()
    this.#control = control
    const { signal } = control
    if (!hasChanges(text)) return { values: {} }
    try {
      const reform = await this.#client.ask<ReadReform>('v1/reforms', { method: 'POST', body: text, signal })
      if (signal.aborted) return undefined
      if (reform.formulas.length > 0) return { values: {}, problem: changesFormulas(reform.formulas) }
      const ofYear = reform.changes.filter(change => change.year === year)
      return { reform, values: Object.fromEntries(ofYear.map(({ path, after }) => [path, after])) }
    } catch (error) {
      if (isAbort(error)) return undefined
      if (error instanceof EngineError) return { values: {}, problem: error }
      throw error
    }
  }

  stop(): void {
    this.#control?.abort()
  }
}

/** Live sessions take changes of parameters alone. */
function changesFormulas(names: readonly string[]): EngineProblem {
  return {
    code: 'E_REFORM_FORMULA',
    message: `This reform changes formulas: ${names.join(', ')}.`,
    remedy:
      'The panel computes changes of parameters alone. `reformlab impact --reform FILE` computes all of it.',
    details: {},
  }
}
