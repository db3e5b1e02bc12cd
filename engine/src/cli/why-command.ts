import { explainChange, openModel } from '../model/index.ts'
import type { Command } from './command.ts'
import { lawOptions, readLaw, readYear, yearOption } from './common-options.ts'
import { printWhy } from './print/print-why.ts'
import { readSituation } from './read-situation.ts'

const DEFAULT_VARIABLE = 'income_tax'

export const whyCommand: Command = {
  name: 'why',
  usage: 'FILE --reform FILE… [--of VARIABLE]',
  describe:
    'Says why a reform changes a tax, a credit or an income of the household in FILE: how much of the change is due to each parameter, and through which variables. Contributions add up to the change, to the cent.',
  options: {
    of: { type: 'string', value: 'VARIABLE', describe: `What changes (${DEFAULT_VARIABLE})` },
    ...yearOption,
    ...lawOptions,
  },
  words: [1, 1],
  examples: [
    'reformlab why family.json --reform law/us/reforms/larger-child-tax-credit.reform.yaml',
    'reformlab why family.json --baseline first.json --reform second.json --of household_net_income',
  ],
  async run({ words: [file], options, terminal }) {
    const year = readYear(options)
    const situation = await readSituation(file!)
    const model = await openModel()
    const { baseline, reform, reforms } = await readLaw(model, options)
    const variable = options.text('of') ?? DEFAULT_VARIABLE
    const change = explainChange(model, { situation, year, baseline, reform, variable })
    if (options.has('json')) terminal.print(JSON.stringify(change, null, 2))
    else printWhy(change, reforms, terminal)
  },
}
