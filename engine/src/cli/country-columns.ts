/** `reformlab columns --model PACKAGE`: variables of an installed country package, for a population of one's own. */
import type { OptionSpec, Options } from './command.ts'
import { usageError } from './common-options.ts'
import { runCountryPackage } from './run-country-package.ts'

export const countryOptions = {
  model: {
    type: 'string',
    value: 'PACKAGE',
    describe: 'An installed country package of OpenFisca or PolicyEngine, in place of our law',
  },
  population: {
    type: 'string',
    value: 'FILE',
    describe: 'With --model: persons, as .csv, .parquet or .h5',
  },
} as const satisfies Record<string, OptionSpec>

/** Throws E_USAGE for options that only our law has. */
export function columnsOfCountry(words: readonly string[], options: Options): Promise<void> {
  for (const option of ['baseline', 'names', 'dataset', 'workers'])
    if (options.text(option) !== undefined || options.list(option).length > 0)
      throw usageError(
        `--${option} does not go with --model`,
        'Leave it out; the population is that of --population.',
      )
  if (options.list('reform').length > 1)
    throw usageError('Of --model there is one reform', 'Write all changes in one file.')
  const given = ['population', 'year', 'out'].flatMap(option => {
    const value = options.text(option)
    return value === undefined ? [] : [`--${option}`, value]
  })
  const reform = options.list('reform').flatMap(file => ['--reform', file])
  const json = options.has('json') ? ['--json'] : []
  return runCountryPackage(['columns', options.text('model') ?? '', ...words, ...given, ...reform, ...json])
}
