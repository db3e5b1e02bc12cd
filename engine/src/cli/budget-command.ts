import { progressOnStderr } from '../datasets/index.ts'
import { budgetWindow, openModel, openPopulation } from '../model/index.ts'
import type { Command } from './command.ts'
import {
  DEFAULT_DATASET,
  DEFAULT_YEAR,
  lawOptions,
  populationOptions,
  readLaw,
  readWorkers,
  readYear,
  usageError,
} from './common-options.ts'
import { printBudget } from './print/print-budget.ts'

const WINDOW = 10

export const budgetCommand: Command = {
  name: 'budget',
  usage: '[--from YEAR] [--to YEAR] [--reform FILE]…',
  describe:
    'What a reform does to the budget over several years: each year and their sum. Every year has its own law, with what indexation makes of it, and its own population. Amounts are those of the year, not adjusted for prices.',
  options: {
    from: { type: 'string', value: 'YEAR', describe: `First tax year (${DEFAULT_YEAR})` },
    to: { type: 'string', value: 'YEAR', describe: `Last tax year (${WINDOW} years in all)` },
    ...lawOptions,
    ...populationOptions,
  },
  words: [0, 0],
  examples: [
    'reformlab budget --reform law/us/reforms/faster-eitc.reform.yaml',
    'reformlab budget --from 2027 --to 2031 --reform mine.reform.yaml --json',
  ],
  async run({ options, terminal }) {
    const from = readYear(options, 'from')
    const to = options.text('to') === undefined ? from + WINDOW - 1 : readYear(options, 'to')
    if (to < from)
      throw usageError(`${to} comes before ${from}`, 'Write --from the first year and --to the last.')
    const years = Array.from({ length: to - from + 1 }, (_, i) => from + i)
    const workers = readWorkers(options)
    const model = await openModel()
    const law = await readLaw(model, options)
    const dataset = options.text('dataset') ?? DEFAULT_DATASET
    const population = await openPopulation(model, dataset, from, { ...workers, progress: progressOnStderr })
    try {
      const window = await budgetWindow(population, law, years, year => terminal.note(`${year} …`))
      if (options.has('json')) terminal.print(JSON.stringify(window, null, 2))
      else
        printBudget(
          window,
          law.reforms.map(({ title, file }) => title || file),
          terminal,
        )
    } finally {
      await population.close()
    }
  },
}
