import { ReformlabError } from '../errors/index.ts'
import { type Model, openModel } from '../model/index.ts'
import type { ParameterTree } from '../parameters/parameter-tree.ts'
import { listed, nearestPaths } from '../reforms/reform-target.ts'
import { mappedPath } from '../reforms/tax-calculator-names.ts'
import type { Command } from './command.ts'
import { lawOptions, readLaw, readYear, yearOption } from './common-options.ts'
import { describeParameter } from './describe-parameter.ts'
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
    const path = await pathOf(model, word)
    const found = parametersAt(law, path)
    if (found.length === 0) throw unknown(model, word)
    const described = found.map(parameter => describeParameter(law, parameter, keysOf(parameter, path)))
    const [first, ...others] = described
    const isOne = first !== undefined && others.length === 0
    if (options.has('json')) terminal.print(JSON.stringify(isOne ? first : described, null, 2))
    else if (isOne) printParameter(first, options.text('year') === undefined ? undefined : year, terminal)
    else printParameterList(described, year, terminal)
  },
}

/** Parameters at or below `path`; the parameter a leaf belongs to. */
function parametersAt(law: ParameterTree, path: string): string[] {
  const all = [...law.files.keys()]
  const below = all.filter(parameter => path === '' || parameter === path || parameter.startsWith(`${path}.`))
  if (below.length > 0) return below
  const leaf = law.leaves.find(candidate => candidate.path === path || candidate.path.startsWith(`${path}.`))
  return leaf ? [leaf.parameter] : []
}

/** What follows the parameter in a path to a part of it. */
function keysOf(parameter: string, path: string): readonly string[] {
  return path.startsWith(`${parameter}.`) ? path.slice(parameter.length + 1).split('.') : []
}

async function pathOf(model: Model, word: string): Promise<string> {
  if (!/^[A-Za-z]\w*$/.test(word) || word === 'gov') return word
  const { parameters } = await model.reforms.taxCalculatorNames()
  return Object.hasOwn(parameters, word) ? mappedPath(parameters[word]!) : word
}

function unknown(model: Model, path: string): ReformlabError {
  return new ReformlabError('E_PARAMETER_UNKNOWN', {
    path,
    nearest: listed(nearestPaths(model.reforms, path)),
  })
}
