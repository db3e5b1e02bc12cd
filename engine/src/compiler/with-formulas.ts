/** A law's definitions after reforms that replace formulas or add variables. */
import { nearestNames } from '../errors/index.ts'
import { lawLimits } from './law-limits.ts'
import { LawError, type LawErrorCode, type LawProblem } from './law-problem.ts'
import type { ModuleGraph } from './module-graph.ts'
import { parseFormula } from './parse-formula.ts'
import type { Import } from './parse-module.ts'
import {
  isDefinition,
  type LawDefinitions,
  VALUE_TYPES,
  type VariableDefinition,
} from './read-definitions.ts'
import type { VariableChange } from './variable-change.ts'

/**
 * `definitions` after `changes`, one upon the other. A formula that replaces another may use what the file of the law's
 * own formula uses; every one may use the functions and constants that the law's files export.
 *
 * throws  E_LAW_NAME, E_LAW_SYNTAX, E_LAW_LIMIT, with all mistakes found
 */
export function withFormulas(
  graph: ModuleGraph,
  definitions: LawDefinitions,
  changes: readonly VariableChange[],
): LawDefinitions {
  const variables = new Map(definitions.variables)
  const problems: LawProblem[] = []
  const imports = exportedHelpers(graph)
  const taken = namesOfRecords(definitions)
  for (const change of changes.slice(0, lawLimits.formulas)) {
    const twin = variables.get(change.name)
    const isRight = twin ? mayReplace(change, twin) : mayAdd(change)
    if (!isRight) continue
    try {
      variables.set(change.name, define(change, twin))
    } catch (error) {
      if (!(error instanceof LawError)) throw error
      problems.push(...error.problems)
    }
  }
  const beyond = changes[lawLimits.formulas]
  if (beyond) {
    const problem = `there are more than ${lawLimits.formulas} formulas`
    refuse(beyond, problem, 'Use fewer of them.', 'E_LAW_LIMIT')
  }
  if (problems.length > 0) throw new LawError(problems as [LawProblem])
  return { ...definitions, variables }

  function define(change: VariableChange, twin: VariableDefinition | undefined): VariableDefinition {
    const around = twin && (twin.module.formula ? twin.module.formula.around : twin.module)
    const { module, formula } = parseFormula(change, imports, around)
    const { name, entity = '', type = 'number', unit = '', label = '', reference = '' } = change
    const added = { kind: 'variable', name, entity, type, unit, label, reference } as const
    return {
      ...(twin ?? added),
      ...(change.label && { label: change.label }),
      ...(change.reference && { reference: change.reference }),
      ...{ module, node: formula, formula },
    }
  }

  function mayReplace(change: VariableChange, { kind, module, node }: VariableDefinition): boolean {
    if (kind === 'input') {
      const remedy = 'Replace the formulas that read it, or add a variable beside it.'
      return refuse(change, `"${change.name}" is an input: it is observed, not computed`, remedy)
    }
    if (change.entity === undefined) return true
    const remedy = 'Leave out its entity, type and unit to replace its formula, or choose another name.'
    const where = `${module.path}, line ${node.loc!.start.line}`
    return refuse(change, `"${change.name}" is already defined in ${where}`, remedy)
  }

  function mayAdd(change: VariableChange): boolean {
    const { name, entity, type = 'number' } = change
    const { entities, enums } = definitions
    if (entity === undefined) {
      const near = nearestNames(name, variables.keys()).join(', ')
      const remedy = `${near ? `Did you mean ${near}? ` : ''}A new variable also needs an entity, a label and a reference.`
      return refuse(change, `there is no variable "${name}" whose formula could be replaced`, remedy)
    }
    if (!entities.has(entity))
      return refuse(change, `there is no entity "${entity}"`, `There are ${[...entities.keys()].join(', ')}.`)
    if (!VALUE_TYPES.has(type) && !enums.has(type)) {
      const remedy = `Use ${[...VALUE_TYPES].join(', ')}, or one of ${[...enums.keys()].join(', ')}.`
      return refuse(change, `there is no type "${type}"`, remedy)
    }
    if (!taken.has(name)) return true
    return refuse(change, `"${name}" already means something of a record`, 'Choose another name.')
  }

  function refuse(
    { file, line, column }: VariableChange,
    problem: string,
    remedy: string,
    code: LawErrorCode = 'E_LAW_NAME',
  ): false {
    problems.push({ code, file, line, column, problem, remedy })
    return false
  }
}

/** Functions and constants that any of the law's files exports, by name. */
function exportedHelpers(graph: ModuleGraph): ReadonlyMap<string, Import> {
  const helpers = new Map<string, Import>()
  for (const module of graph.modules.values())
    for (const [name, node] of module.declarations)
      if (module.exported.has(name) && !isDefinition(node)) helpers.set(name, { from: module.path, name })
  return helpers
}

/** What a record has beside its variables: groups, members and those who have a role. */
function namesOfRecords({ entities }: LawDefinitions): ReadonlySet<string> {
  return new Set(
    [...entities.values()].flatMap(({ name, plural, groups, roles }) => [
      ...[name, plural],
      ...Object.keys(groups),
      ...roles.map(role => role.name),
    ]),
  )
}
