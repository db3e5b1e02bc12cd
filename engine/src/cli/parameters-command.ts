import { openModel, parametersNamed } from '../model/index.ts'
import type { Command } from './command.ts'
import { lawOptions, readLaw, readYear, yearOption } from './common-options.ts'
import { printParameter, printParameterList } from './print/print-parameters.ts'

export const parametersCommand: Command = {
  name: 'parameters',
  usage: '[PATH] [--year YEAR]',
  describe:
    'Lists the parameters below PATH with their value in a year; a single parameter with all its years, its unit, its legal reference, how it is indexed and what a reform may set. PATH may also be a name of Tax-Calculator. With --reform, as the reform makes them.',
  options: { ...yearOption, ...lawOptions },
  words: [0, 1],
  examples: [
    'reformlab parameters gov.irs.credits',
    'reformlab parameters gov.irs.deductions.standard.amount',
    'reformlab parameters gov.irs.credits.ctc.amount.base --reform mine.reform.yaml',
    'reformlab parameters II_rt7 --json',
  ],
  async run({ words: [word = ''], options, terminal }) {
    const model = await openModel()
    const year = readYear(options)
    const { baseline, reform, reforms } = await readLaw(model, options)
    const law = reforms.length > 0 ? reform : baseline
    const described = await parametersNamed(model, law, word)
    const [first, ...others] = described
    const isOne = first !== undefined && others.length === 0
    if (options.has('json')) terminal.print(JSON.stringify(isOne ? first : described, null, 2))
    else if (isOne) printParameter(first, options.text('year') === undefined ? undefined : year, terminal)
    else printParameterList(described, year, terminal)
  },
}
