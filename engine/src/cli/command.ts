/** What a command of the line is: its words, its options, and what it does. Help is made from this. */
import type { Terminal } from './terminal.ts'

export interface OptionSpec {
  readonly type: 'string' | 'boolean'
  readonly multiple?: boolean
  /** What stands for the value in help, e.g. FILE. */
  readonly value?: string
  readonly describe: string
}

export interface Command {
  readonly name: string
  /** What follows `reformlab NAME` in the usage line. */
  readonly usage: string
  readonly describe: string
  readonly options: Readonly<Record<string, OptionSpec>>
  /** Fewest and most words that are no options. */
  readonly words: readonly [least: number, most: number]
  readonly examples: readonly string[]
  run(call: CommandCall): Promise<void>
}

export interface CommandCall {
  readonly words: readonly string[]
  readonly options: Options
  readonly terminal: Terminal
}

/** Options as given: text, switches, and lists of those that may be given several times. */
export class Options {
  readonly #values: Readonly<Record<string, unknown>>

  constructor(values: Readonly<Record<string, unknown>>) {
    this.#values = values
  }

  text(name: string): string | undefined {
    const value = this.#values[name]
    return typeof value === 'string' ? value : undefined
  }

  list(name: string): readonly string[] {
    const value = this.#values[name]
    return Array.isArray(value) ? value.map(String) : []
  }

  has(name: string): boolean {
    return this.#values[name] === true
  }
}

/** Options of every command. */
export const commonOptions = {
  json: { type: 'boolean', describe: 'Answer in JSON; errors too' },
  help: { type: 'boolean', describe: 'Show this help' },
} as const satisfies Record<string, OptionSpec>
