import { calculateHousehold, householdAlongAxes, openModel, splitAxes } from '../model/index.ts'
import type { Command } from './command.ts'
import { lawOptions, readModels, readYear, splitNames, yearOption } from './common-options.ts'
import { modelOption } from './country-options.ts'
import { printAxes } from './print/print-axes.ts'
import { printHousehold } from './print/print-household.ts'
import { readSituation } from './read-situation.ts'

export const householdCommand: Command = {
  name: 'household',
  usage: 'FILE [--reform FILE]… [--explain]',
  describe:
    'Calculates one household described in FILE (JSON or YAML): every variable that is null there or named with --variables, else the main ones. With a reform, before and after. Along axes that FILE states, in every cell. With --explain, the lines of the calculation and their legal references.',
  options: {
    variables: { type: 'string', value: 'A,B', describe: 'Variables to answer' },
    explain: { type: 'boolean', describe: 'Show what each value is computed from' },
    ...yearOption,
    ...lawOptions,
    ...modelOption,
  },
  words: [1, 1],
  examples: [
    'reformlab household family.json',
    'reformlab household family.json --reform law/us/reforms/larger-child-tax-credit.reform.yaml',
    'reformlab household family.json --variables eitc --explain --year 2025',
    'reformlab household situation.json --model policyengine_us --reform mine.json',
  ],
  async run(call) {
    const {
      words: [file],
      options,
      terminal,
    } = call
    if (options.text('model') !== undefined) {
      const { householdOfCountry } = await import('./country-household.ts')
      return householdOfCountry(call)
    }
    const year = readYear(options)
    const { situation, axes } = splitAxes(await readSituation(file!))
    const model = await openModel()
    const { baseline, reform, reforms, models } = await readModels(model, options)
    const variables = options.text('variables')
    const names = variables === undefined ? undefined : splitNames([variables])
    const request = {
      ...{ situation, year, baseline, explain: options.has('explain') },
      ...(reforms.length > 0 && { reform, reformModel: models.reform }),
      ...(names && { variables: names }),
    }
    if (axes !== undefined) {
      const grid = await householdAlongAxes(models.baseline, { ...request, axes })
      if (options.has('json')) terminal.print(JSON.stringify(grid))
      else printAxes(grid, reforms, terminal)
      return
    }
    const result = calculateHousehold(models.baseline, request)
    if (options.has('json')) terminal.print(JSON.stringify(result, null, 2))
    else printHousehold(result, reforms, terminal)
  },
}
