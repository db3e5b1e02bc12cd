import { progressOnStderr } from '../datasets/index.ts'
import { DEFAULT_REACH, openModel, openPopulation, workIncentives } from '../model/index.ts'
import type { Command, Options } from './command.ts'
import {
  DEFAULT_DATASET,
  lawOptions,
  oneOf,
  perOption,
  populationOptions,
  readLaw,
  readWorkers,
  readYear,
  usageError,
  yearOption,
} from './common-options.ts'
import { printIncentives } from './print/print-incentives.ts'

export const incentivesCommand: Command = {
  name: 'incentives',
  usage: '[--year YEAR] [--reform FILE]…',
  describe:
    'What work leaves to those who earn: how marginal and participation tax rates are spread over them, by income group, and how many stand on a cliff, where earning more leaves less. docs/work-incentives.md says what each number is.',
  options: {
    per: perOption,
    reach: {
      type: 'string',
      value: 'DOLLARS',
      describe: `Earnings a year more at which a cliff is looked for (${DEFAULT_REACH})`,
    },
    convention: {
      type: 'string',
      value: 'NAME',
      describe: 'Whose income groups are shown, as impact has them: default, tax-calculator',
    },
    ...yearOption,
    ...lawOptions,
    ...populationOptions,
  },
  words: [0, 0],
  examples: [
    'reformlab incentives',
    'reformlab incentives --reform law/us/reforms/larger-child-tax-credit.reform.yaml',
    'reformlab incentives --per compensation --reach 500 --json > incentives.json',
  ],
  async run({ options, terminal }) {
    const year = readYear(options)
    const workers = readWorkers(options)
    const terms = {
      perCompensation: oneOf('per', options.text('per'), ['dollar', 'compensation']) === 'compensation',
      reach: readReach(options),
      convention: options.text('convention') ?? 'default',
    }
    const model = await openModel()
    const { baseline, reform, reforms } = await readLaw(model, options)
    const dataset = options.text('dataset') ?? DEFAULT_DATASET
    const population = await openPopulation(model, dataset, year, { ...workers, progress: progressOnStderr })
    try {
      const incentives = await workIncentives(model, population, { baseline, reform, ...terms })
      if (options.has('json')) terminal.print(JSON.stringify(incentives, null, 2))
      else printIncentives(incentives, reforms.length > 0, terminal)
    } finally {
      await population.close()
    }
  },
}

/** Throws E_USAGE for what is no amount above 0. */
function readReach(options: Options): number {
  const text = options.text('reach')
  const reach = text === undefined ? DEFAULT_REACH : Number(text)
  if (reach > 0 && reach <= 1e9) return reach
  throw usageError(`"${text}" is not an amount above 0`, `Write --reach ${DEFAULT_REACH}.`)
}
