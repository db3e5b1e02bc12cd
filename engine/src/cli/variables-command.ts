import { describeVariable, listVariable, openModel, variableNamed } from '../model/index.ts'
import type { Command } from './command.ts'
import { printVariable, printVariableList } from './print/print-variables.ts'

export const variablesCommand: Command = {
  name: 'variables',
  usage: '[NAME]',
  describe:
    'Lists the variables of the law, or shows one: its unit, its legal reference, its formula, what it reads and what reads it.',
  options: {
    entity: {
      type: 'string',
      value: 'ENTITY',
      describe: 'Only variables of this entity: person, tax_unit, household',
    },
    inputs: { type: 'boolean', describe: 'Only what is observed or stated, not what is computed' },
  },
  words: [0, 1],
  examples: [
    'reformlab variables',
    'reformlab variables eitc',
    'reformlab variables --entity person --inputs',
  ],
  async run({ words: [name], options, terminal }) {
    const model = await openModel()
    if (name !== undefined) {
      const described = describeVariable(model, variableNamed(model, name))
      if (options.has('json')) terminal.print(JSON.stringify(described, null, 2))
      else printVariable(described, terminal)
      return
    }
    const entity = options.text('entity')
    if (entity !== undefined && !model.catalogue.entities.has(entity)) {
      const { usageError } = await import('./common-options.ts')
      throw usageError(
        `There is no entity "${entity}"`,
        `Entities: ${[...model.catalogue.entities.keys()].join(', ')}.`,
      )
    }
    const chosen = [...model.catalogue.variables.values()].filter(
      variable =>
        (entity === undefined || variable.entity === entity) &&
        (!options.has('inputs') || variable.kind === 'input'),
    )
    if (options.has('json')) terminal.print(JSON.stringify(chosen.map(listVariable), null, 2))
    else printVariableList(chosen, terminal)
  },
}
