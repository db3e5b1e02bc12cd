import type { Command } from './command.ts'
import { yearOption } from './common-options.ts'
import { runCountryPackage } from './run-country-package.ts'

export const traceCommand: Command = {
  name: 'trace',
  usage: 'PACKAGE VARIABLE,… [--population FILE] [--year YEAR] [--out FILE]',
  describe:
    'Traces variables of an installed country package of OpenFisca or PolicyEngine into a program, and says what it holds: operations, parameters, what steered it, what cannot be traced and why. docs/country-packages.md.',
  options: {
    population: {
      type: 'string',
      value: 'FILE',
      describe: 'Persons whose inputs are given: .csv, .parquet or .h5',
    },
    ...yearOption,
    out: { type: 'string', value: 'FILE', describe: 'Where to write the program: schema/program.proto' },
  },
  words: [2, 99],
  examples: [
    'reformlab trace openfisca_country_template disposable_income --year 2026',
    'reformlab trace policyengine_us household_net_income --population persons.parquet --out us.program',
  ],
  async run({ words: [name = '', ...variables], options }) {
    const given = ['population', 'year', 'out'].flatMap(option => {
      const value = options.text(option)
      return value === undefined ? [] : [`--${option}`, value]
    })
    const json = options.has('json') ? ['--json'] : []
    await runCountryPackage(['trace', name, ...variables, ...given, ...json])
  },
}
