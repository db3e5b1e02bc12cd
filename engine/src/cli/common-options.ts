/** Options that several commands share, and how they are read. */
import { ReformlabError } from '../errors/index.ts'
import { type Model, readReformFile, reformedLaw } from '../model/index.ts'
import type { ParameterTree } from '../parameters/parameter-tree.ts'
import type { Reform } from '../reforms/reform.ts'
import type { OptionSpec, Options } from './command.ts'

/** The year that is meant when none is given. */
export const DEFAULT_YEAR = 2026
export const DEFAULT_DATASET = 'us-cps'

export const yearOption = {
  year: { type: 'string', value: 'YEAR', describe: `Tax year (${DEFAULT_YEAR})` },
} as const satisfies Record<string, OptionSpec>

export const lawOptions = {
  reform: {
    type: 'string',
    multiple: true,
    value: 'FILE',
    describe: 'A reform of any format; several are applied in order',
  },
  baseline: {
    type: 'string',
    multiple: true,
    value: 'FILE',
    describe: 'A reform that the baseline already holds; several are applied in order',
  },
} as const satisfies Record<string, OptionSpec>

export const populationOptions = {
  dataset: { type: 'string', value: 'NAME', describe: `Population (${DEFAULT_DATASET})` },
  workers: { type: 'string', value: 'N', describe: 'Threads to use (all cores)' },
} as const satisfies Record<string, OptionSpec>

/** Throws E_USAGE for what is no year. Whether the law or the dataset holds it is theirs to say. */
export function readYear(options: Options, option = 'year'): number {
  const text = options.text(option) ?? String(DEFAULT_YEAR)
  if (/^\d{4}$/.test(text)) return Number(text)
  throw usageError(`"${text}" is not a year`, `Write --${option} ${DEFAULT_YEAR}.`)
}

/** Throws E_USAGE for what is no number of threads. */
export function readWorkers(options: Options): { readonly workers?: number } {
  const text = options.text('workers')
  if (text === undefined) return {}
  const workers = Number(text)
  if (/^\d+$/.test(text) && workers <= 256) return { workers }
  throw usageError(`"${text}" is not a number of threads`, 'Write a whole number from 0 to 256.')
}

export interface RequestedLaw {
  readonly baseline: ParameterTree
  readonly reform: ParameterTree
  /** What was read from `--reform` and `--baseline`, with the files' names. */
  readonly reforms: readonly NamedReform[]
  readonly baselineReforms: readonly NamedReform[]
}

export interface NamedReform extends Reform {
  readonly file: string
}

/** The law before and after: `--baseline` files change both, `--reform` files what is compared with it. */
export async function readLaw(model: Model, options: Options): Promise<RequestedLaw> {
  const read = (name: string) =>
    Promise.all(options.list(name).map(async file => ({ ...(await readReformFile(model, file)), file })))
  const [baselineReforms, reforms] = [await read('baseline'), await read('reform')]
  const baseline = reformedLaw(model.law, baselineReforms)
  return { baseline, reform: reformedLaw(baseline, reforms), reforms, baselineReforms }
}

export function usageError(problem: string, cure: string): ReformlabError {
  return new ReformlabError('E_USAGE', { problem, cure })
}
