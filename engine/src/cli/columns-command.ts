import { progressOnStderr } from '../datasets/index.ts'
import { openModel, openPopulation } from '../model/index.ts'
import type { Command } from './command.ts'
import {
  DEFAULT_DATASET,
  lawOptions,
  populationOptions,
  readModels,
  readNames,
  readWorkers,
  readYear,
  splitNames,
  usageError,
  yearOption,
} from './common-options.ts'
import { countryOptions } from './country-options.ts'
import { decimal } from './print/numbers.ts'

export const columnsCommand: Command = {
  name: 'columns',
  usage: 'VARIABLE,… --out FILE [--year YEAR] [--reform FILE]…',
  describe:
    'Writes variables of every tax unit, one row each, in the order of RECID, which is the first column. The file name ends in .csv, .parquet or .arrow. Values of people and of the household are asked for as head.age, spouse.employment_income, household.state_fips.',
  options: {
    out: { type: 'string', value: 'FILE', describe: 'The file to write: .csv, .parquet or .arrow' },
    names: {
      type: 'string',
      value: 'WHOSE',
      describe: 'tax-calculator: take and write the names and codes of that package',
    },
    ...yearOption,
    ...lawOptions,
    ...populationOptions,
    ...countryOptions,
  },
  words: [1, 99],
  examples: [
    'reformlab columns income_tax,payroll_tax,head.age --out taxes.parquet',
    'reformlab columns iitax,c00100,eitc --names tax-calculator --year 2024 --out taxes.csv',
    'reformlab columns after_tax_income --reform mine.reform.yaml --out reform.arrow',
    'reformlab columns snap,eitc --model policyengine_us --population persons.parquet --out taxes.csv',
  ],
  async run(call) {
    const { words, options, terminal } = call
    if (options.text('model') !== undefined) {
      const { columnsOfCountry } = await import('./country-columns.ts')
      return columnsOfCountry(call)
    }
    const year = readYear(options)
    const workers = readWorkers(options)
    const out = options.text('out')
    if (!out) throw usageError('It is not said where to write', 'Add --out FILE.csv, .parquet or .arrow.')
    const whose = readNames(options)
    const [{ checkFormat, writeTable }, { unitColumns, wantedColumns }] = await Promise.all([
      import('../model/table/write-table.ts'),
      import('../model/unit-columns.ts'),
    ])
    checkFormat(out)
    const model = await openModel()
    const vocabulary = whose === 'tax-calculator' ? await model.reforms.taxCalculatorNames() : undefined
    const names = splitNames(words)
    const { reform: law, models } = await readModels(model, options)
    wantedColumns(models.reform, names, vocabulary)
    const dataset = options.text('dataset') ?? DEFAULT_DATASET
    const population = await openPopulation(models.reform, dataset, year, {
      ...workers,
      progress: progressOnStderr,
    })
    try {
      const table = await unitColumns(models.reform, population, law, names, vocabulary)
      await writeTable(table, out)
      const titles = table.columns.map(({ title }) => title)
      if (options.has('json'))
        terminal.print(JSON.stringify({ file: out, rows: table.rows, columns: titles }, null, 2))
      else
        terminal.print(
          `${decimal(table.rows, 0)} tax units of ${year}: ${titles.join(', ')}, written to ${out}`,
        )
    } finally {
      await population.close()
    }
  },
}
