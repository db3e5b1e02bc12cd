/** `--model PACKAGE`: an installed country package in place of our law, and a population of one's own. */
import type { CountryPopulation, CountryReform } from '../country/index.ts'
import { progressOnStderr } from '../datasets/index.ts'
import { type Model, openCountryModel, openModel } from '../model/index.ts'
import { readTextFile } from '../reforms/document/read-document.ts'
import type { OptionSpec, Options } from './command.ts'
import { DEFAULT_YEAR, readWorkers, readYear, usageError } from './common-options.ts'

export const modelOption = {
  model: {
    type: 'string',
    value: 'PACKAGE',
    describe: 'An installed country package of OpenFisca or PolicyEngine, in place of our law',
  },
} as const satisfies Record<string, OptionSpec>

export const countryOptions = {
  ...modelOption,
  population: {
    type: 'string',
    value: 'FILE',
    describe: 'With --model: persons, as .csv, .parquet or .h5',
  },
} as const satisfies Record<string, OptionSpec>

export const outcomesOption = {
  outcomes: {
    type: 'string',
    value: 'FILE',
    describe: 'With --model: what is reported of the population (docs/country-packages.md)',
  },
} as const satisfies Record<string, OptionSpec>

/** Our law, or that of `--model` with its population. Throws E_USAGE, and what opening it throws. */
export async function openAskedModel(options: Options): Promise<Model> {
  const name = options.text('model')
  if (name === undefined) {
    refuseOptions(options, ['population', 'outcomes'], 'needs a --model')
    return openModel()
  }
  return openCountryModel({
    ...{ package: name, population: populationFile(options), year: readYear(options) },
    ...{ outcomes: options.text('outcomes'), progress: progressOnStderr },
  })
}

/** A file of persons, or a situation, under the law of `--model`. Throws E_USAGE, and what opening it throws. */
export async function openAskedPopulation(
  options: Options,
  population: string,
  variables: readonly string[],
): Promise<CountryPopulation> {
  const { openCountryPopulation } = await import('../country/index.ts')
  return openCountryPopulation({
    ...{ package: options.text('model')!, population, year: readYear(options), variables },
    ...{ ...readWorkers(options), progress: progressOnStderr },
  })
}

/** All of `--reform`, one upon the other; undefined where there is none. Throws E_FILE_READ, E_COUNTRY_REFORM. */
export function readCountryReform({ law }: CountryPopulation, options: Options): CountryReform | undefined {
  const files = options.list('reform')
  if (files.length === 0) return undefined
  return law.reformOfChanges(files.flatMap(file => law.changesOf(readTextFile(file))))
}

/** Throws E_USAGE. */
export function populationFile(options: Options): string {
  const file = options.text('population')
  if (file !== undefined) return file
  throw usageError(
    'It is not said of whom',
    `Add --population FILE, and --year if it is not ${DEFAULT_YEAR}.`,
  )
}

/** Throws E_USAGE where one of `names` is given. */
export function refuseOptions(options: Options, names: readonly string[], problem: string): void {
  const given = names.find(
    name => options.text(name) !== undefined || options.list(name).length > 0 || options.has(name),
  )
  if (given !== undefined)
    throw usageError(`--${given} ${problem}`, 'Leave it out, or see docs/country-packages.md.')
}
