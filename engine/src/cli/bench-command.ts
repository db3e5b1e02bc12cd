import { benchLive } from './bench/live-bench.ts'
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
import { printLiveBench } from './print/print-live-bench.ts'

const PYTHON = '.venv/bin/python'

export const benchCommand: Command = {
  name: 'bench',
  usage: 'population|live [--against tax-calculator]',
  describe:
    'Measures how fast the population answers: from nothing to the first impact, everything computed anew, and reforms of one parameter to all outcomes of impact. With --against, Tax-Calculator computes the same variables of the same records in turns with us. `live` measures a live session over a server of its own: 200 random patches at 30 a second. Close other programs first.',
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
  examples: [
    'reformlab bench population',
    'reformlab bench live',
    'reformlab bench population --against tax-calculator --year 2024',
  ],
  async run({ words, options, terminal }) {
    const [name] = words
    if (name !== 'population' && name !== 'live')
      throw usageError(
        `There is no benchmark "${name}"`,
        'Write `reformlab bench population` or `bench live`.',
      )
    const against = options.text('against')
    if (against !== undefined && name === 'live')
      throw usageError('A live session is compared with nobody', 'Leave --against out.')
    if (against !== undefined && against !== 'tax-calculator')
      throw usageError(`"${against}" cannot be compared with`, 'Write --against tax-calculator.')
    const dataset = options.text('dataset') ?? DEFAULT_DATASET
    if (against && dataset !== DEFAULT_DATASET)
      throw usageError(
        `Tax-Calculator has no records of "${dataset}"`,
        `Compare with it on ${DEFAULT_DATASET}.`,
      )
    const year = readYear(options)
    const progress = (text: string) => terminal.note(text)
    if (name === 'live') {
      const live = await benchLive({ dataset, year, ...readWorkers(options), progress })
      if (options.has('json')) terminal.print(JSON.stringify(live, null, 2))
      else printLiveBench(live, terminal)
      return
    }
    const bench = await benchPopulation({
      dataset,
      year,
      ...readWorkers(options),
      ...(against && { startPeer: () => startTaxCalculator(options.text('python') ?? PYTHON, year) }),
      progress,
    })
    if (options.has('json')) terminal.print(JSON.stringify(bench, null, 2))
    else printBench(bench, terminal)
  },
}
