import { earningsVariation, openModel } from '../model/index.ts'
import type { Command, Options } from './command.ts'
import { lawOptions, readLaw, readYear, usageError, yearOption } from './common-options.ts'
import { printEarnings } from './print/print-earnings.ts'
import { readSituation } from './read-situation.ts'

export const earningsCommand: Command = {
  name: 'earnings',
  usage: 'FILE [--reform FILE]… [--income NAME]',
  describe:
    'One household along one of its incomes: what it keeps, what it pays, the rate on one dollar more, and every kink and cliff to the cent with the rule that makes it. With a reform, before and after.',
  options: {
    income: { type: 'string', value: 'NAME', describe: 'The income that varies (employment_income)' },
    of: {
      type: 'string',
      value: 'NAME',
      describe: 'The person, or tax unit, whose income it is (the first)',
    },
    from: { type: 'string', value: 'AMOUNT', describe: 'Least income, in dollars a year (0)' },
    to: { type: 'string', value: 'AMOUNT', describe: 'Most income (200000)' },
    ...yearOption,
    ...lawOptions,
  },
  words: [1, 1],
  examples: [
    'reformlab earnings family.json',
    'reformlab earnings family.json --reform law/us/reforms/faster-eitc.reform.yaml --to 80000',
    'reformlab earnings family.json --income long_term_capital_gains --json > curve.json',
  ],
  async run({ words: [file], options, terminal }) {
    const year = readYear(options)
    const [from, to] = [readAmount(options, 'from', 0), readAmount(options, 'to', 200_000)]
    if (!(to > from))
      throw usageError(`${to} is not above ${from}`, 'Write --from the least income and --to the most.')
    const situation = await readSituation(file!)
    const model = await openModel()
    const { baseline, reform, reforms } = await readLaw(model, options)
    const [income, record] = [options.text('income'), options.text('of')]
    const variation = await earningsVariation(model, {
      ...{ situation, year, baseline, from, to },
      ...(income !== undefined && { income }),
      ...(record !== undefined && { record }),
      ...(reforms.length > 0 && { reform }),
    })
    if (options.has('json')) terminal.print(JSON.stringify(variation, null, 2))
    else printEarnings(variation, model.catalogue, reforms, terminal)
  },
}

function readAmount(options: Options, option: string, otherwise: number): number {
  const text = options.text(option)
  if (text === undefined) return otherwise
  const amount = Number(text.replaceAll(',', ''))
  if (text.trim() !== '' && Number.isFinite(amount) && Math.abs(amount) <= 1e9) return amount
  throw usageError(`"${text}" is not an amount`, `Write --${option} and dollars a year, up to a billion.`)
}
