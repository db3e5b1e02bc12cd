/** Options that several commands share, and how they are read. */
import { ReformlabError } from '../errors/index.ts'
import {
  type CompiledModel,
  DEFAULT_DATASET,
  DEFAULT_YEAR,
  type Model,
  readReformFile,
  reformedLaw,
  reformedModel,
  reformedParameters,
} from '../model/index.ts'
import type { ParameterTree } from '../parameters/parameter-tree.ts'
import type { Reform } from '../reforms/reform.ts'
import type { OptionSpec, Options } from './command.ts'

export { DEFAULT_DATASET, DEFAULT_YEAR }

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

export const perOption = {
  type: 'string',
  value: 'WHAT',
  describe:
    "dollar, or compensation: wages together with the employer's payroll tax, as Tax-Calculator has it",
} as const satisfies OptionSpec

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

/** A law whose formulas the files may change too. */
export interface RequestedModels<Given extends Model = Model> extends RequestedLaw {
  /** One and the same where the reform changes no formula. */
  readonly models: {
    readonly baseline: Given | CompiledModel
    readonly reform: Given | CompiledModel
  }
}

/**
 * The law before and after: `--baseline` files change both, `--reform` files what is compared with it. Throws
 * E_REFORM_FORMULA for files that change formulas.
 */
export async function readLaw(model: Model, options: Options): Promise<RequestedLaw> {
  const { baselineReforms, reforms } = await readReforms(model, options)
  const baseline = reformedLaw(model.law, baselineReforms)
  return { baseline, reform: reformedLaw(baseline, reforms), reforms, baselineReforms }
}

/** The law before and after, with formulas. */
export async function readModels<Given extends Model>(
  model: Given,
  options: Options,
): Promise<RequestedModels<Given>> {
  const { baselineReforms, reforms } = await readReforms(model, options)
  const baseline = reformedParameters(model.law, baselineReforms)
  const reform = reformedParameters(baseline, reforms)
  const baselineModel = await reformedModel(model, baselineReforms)
  const changesFormulas = reforms.some(({ variables = [] }) => variables.length > 0)
  const reformModel = changesFormulas
    ? await reformedModel(model, [...baselineReforms, ...reforms])
    : baselineModel
  const models = { baseline: baselineModel, reform: reformModel }
  return { baseline, reform, reforms, baselineReforms, models }
}

async function readReforms(model: Model, options: Options) {
  const read = (name: string) =>
    Promise.all(options.list(name).map(async file => ({ ...(await readReformFile(model, file)), file })))
  return { baselineReforms: await read('baseline'), reforms: await read('reform') }
}

export function usageError(problem: string, cure: string): ReformlabError {
  return new ReformlabError('E_USAGE', { problem, cure })
}

/** Whose names columns have: ours, or Tax-Calculator's. Throws E_USAGE. */
export function readNames(options: Options): 'reformlab' | 'tax-calculator' {
  const whose = options.text('names') ?? 'reformlab'
  if (whose === 'reformlab' || whose === 'tax-calculator') return whose
  throw usageError(`"${whose}" has no names here`, 'Write --names tax-calculator, or leave it out.')
}

/** The value of an option that knows few; the first where it is not given. Throws E_USAGE. */
export function oneOf<Value extends string>(
  option: string,
  given: string | undefined,
  known: readonly Value[],
): Value {
  const found = given === undefined ? known[0] : known.find(value => value === given)
  if (found !== undefined) return found
  throw usageError(`"${given}" is nothing --${option} knows`, `Write --${option} ${known.join(' or ')}.`)
}

/** Names given as several words, or with commas between them. */
export const splitNames = (words: readonly string[]): string[] =>
  words.flatMap(word => word.split(',')).filter(name => name !== '')
