import { progressOnStderr } from '../datasets/index.ts'
import { openModel, openPopulation, populationRates, type RatePerson } from '../model/index.ts'
import type { Command } from './command.ts'
import {
  DEFAULT_DATASET,
  lawOptions,
  oneOf,
  perOption,
  populationOptions,
  readLaw,
  readWorkers,
  readYear,
  yearOption,
} from './common-options.ts'
import { decimal } from './print/numbers.ts'
import { printRates } from './print/print-rates.ts'

const DEFAULT_INCOME = 'employment_income'

export const ratesCommand: Command = {
  name: 'rates',
  usage: '[INCOME] [--year YEAR] [--reform FILE]…',
  describe:
    'Marginal tax rates on an income: what tax one more dollar brings, and what one less saves. They are exact derivatives of the law and no differences over a step, so both sides of every kink are known. docs/marginal-rates.md says more.',
  options: {
    person: { type: 'string', value: 'WHOSE', describe: "Whose income moves, of a person's: head, spouse" },
    per: perOption,
    out: {
      type: 'string',
      value: 'FILE',
      describe: 'Write the rates of every tax unit to a .csv, .parquet or .arrow file',
    },
    ...yearOption,
    ...lawOptions,
    ...populationOptions,
  },
  words: [0, 1],
  examples: [
    'reformlab rates --reform law/us/reforms/top-rate.reform.yaml',
    'reformlab rates long_term_capital_gains --year 2030',
    'reformlab rates employment_income --person spouse --per compensation --out rates.parquet',
  ],
  async run({ words, options, terminal }) {
    const year = readYear(options)
    const workers = readWorkers(options)
    const out = options.text('out')
    const [{ checkFormat, writeTable }, { ratesTable }] = await Promise.all([
      import('../model/table/write-table.ts'),
      import('../model/rates/rates-table.ts'),
    ])
    if (out !== undefined) checkFormat(out)
    const request = {
      income: words[0] ?? DEFAULT_INCOME,
      person: oneOf('person', options.text('person'), ['head', 'spouse'] satisfies RatePerson[]),
      perCompensation: oneOf('per', options.text('per'), ['dollar', 'compensation']) === 'compensation',
    }
    const model = await openModel()
    const law = await readLaw(model, options)
    const dataset = options.text('dataset') ?? DEFAULT_DATASET
    const population = await openPopulation(model, dataset, year, { ...workers, progress: progressOnStderr })
    try {
      const { rates, summary } = await populationRates(model, population, request, law)
      if (out !== undefined) {
        const table = ratesTable(population, rates.reform)
        await writeTable(table, out)
        const titles = table.columns.map(({ title }) => title).join(', ')
        terminal.note(`${decimal(table.rows, 0)} tax units of ${year}: ${titles}, written to ${out}`)
      }
      if (options.has('json')) terminal.print(JSON.stringify(summary, null, 2))
      else printRates(summary, model.catalogue, law.reforms.length > 0, terminal)
    } finally {
      await population.close()
    }
  },
}
