import { benchPopulation } from './bench/population-bench.ts'
import { startTaxCalculator } from './bench/tax-calculator-peer.ts'
import type { Command } from './command.ts'
import {
  DEFAULT_DATASET,
  populationOptions,
  readWorkers,
  readYear,
  usageError,
  yearOption,
} from './common-options.ts'
import { printBench } from './print/print-bench.ts'

const PYTHON = '.venv/bin/python'

export const benchCommand: Command = {
  name: 'bench',
  usage: 'population [--against tax-calculator]',
  describe:
    'Measures how fast the population answers: from nothing to the first impact, everything computed anew, and reforms of one parameter to all outcomes of impact. With --against, Tax-Calculator computes the same variables of the same records in turns with us. Close other programs first.',
  options: {
    against: { type: 'string', value: 'PEER', describe: 'Whom to compare with: tax-calculator' },
    python: {
      type: 'string',
      value: 'PATH',
      describe: `A Python that has taxcalc installed (${PYTHON}; \`npm run bench\` makes it)`,
    },
    ...yearOption,
    ...populationOptions,
  },
  words: [1, 1],
  examples: ['reformlab bench population', 'reformlab bench population --against tax-calculator --year 2024'],
  async run({ words, options, terminal }) {
    if (words[0] !== 'population')
      throw usageError(`There is no benchmark "${words[0]}"`, 'Write `reformlab bench population`.')
    const against = options.text('against')
    if (against !== undefined && against !== 'tax-calculator')
      throw usageError(`"${against}" cannot be compared with`, 'Write --against tax-calculator.')
    const dataset = options.text('dataset') ?? DEFAULT_DATASET
    if (against && dataset !== DEFAULT_DATASET)
      throw usageError(
        `Tax-Calculator has no records of "${dataset}"`,
        `Compare with it on ${DEFAULT_DATASET}.`,
      )
    const year = readYear(options)
    const bench = await benchPopulation({
      dataset,
      year,
      ...readWorkers(options),
      ...(against && { startPeer: () => startTaxCalculator(options.text('python') ?? PYTHON, year) }),
      progress: text => terminal.note(text),
    })
    if (options.has('json')) terminal.print(JSON.stringify(bench, null, 2))
    else printBench(bench, terminal)
  },
}
