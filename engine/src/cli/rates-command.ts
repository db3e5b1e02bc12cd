import { progressOnStderr } from '../datasets/index.ts'
import { openModel, openPopulation, openRates, type RatePerson } from '../model/index.ts'
import type { Command } from './command.ts'
import {
  DEFAULT_DATASET,
  lawOptions,
  populationOptions,
  readLaw,
  readWorkers,
  readYear,
  usageError,
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
    per: {
      type: 'string',
      value: 'WHAT',
      describe:
        "dollar, or compensation: wages together with the employer's payroll tax, as Tax-Calculator has it",
    },
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
    const [{ checkFormat, writeTable }, { ratesTable }, { summariseRates }] = await Promise.all([
      import('../model/table/write-table.ts'),
      import('../model/rates/rates-table.ts'),
      import('../model/rates/rate-summary.ts'),
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
      const calculator = await openRates(model, population, request)
      try {
        const baseline = await calculator.rates(law.baseline)
        const reform = law.reforms.length > 0 ? await calculator.rates(law.reform) : baseline
        if (out !== undefined) {
          const table = ratesTable(population, reform)
          await writeTable(table, out)
          const titles = table.columns.map(({ title }) => title).join(', ')
          terminal.note(`${decimal(table.rows, 0)} tax units of ${year}: ${titles}, written to ${out}`)
        }
        const rates = { baseline, reform }
        const summary = await summariseRates(population, calculator, request, law.baseline, rates)
        if (options.has('json')) terminal.print(JSON.stringify(summary, null, 2))
        else printRates(summary, model.catalogue, law.reforms.length > 0, terminal)
      } finally {
        await calculator.close()
      }
    } finally {
      await population.close()
    }
  },
}

/** The value of an option that knows few; the first where it is not given. Throws E_USAGE. */
function oneOf<Value extends string>(
  option: string,
  given: string | undefined,
  known: readonly Value[],
): Value {
  const found = given === undefined ? known[0] : known.find(value => value === given)
  if (found !== undefined) return found
  throw usageError(`"${given}" is nothing --${option} knows`, `Write --${option} ${known.join(' or ')}.`)
}
