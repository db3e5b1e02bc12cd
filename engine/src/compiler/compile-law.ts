/**
 * Compiles a law: from its text and the shape of its parameters to a program. Nothing of the law is executed.
 */

import { relationName } from '../direct/law-description.ts'
import type { ParameterGroup } from '../parameters/parameter-shape.ts'
import { type Program, type ProgramVariable, type Relation, removeDeadCode } from '../program/index.ts'
import { isStackOverflow, lawLimits, type ReadingLimits, reformLimits } from './law-limits.ts'
import type { LawSources } from './law-sources.ts'
import { LiftContext } from './lift-context.ts'
import { readVariable } from './lift-record.ts'
import { ModuleGraph } from './module-graph.ts'
import { type LawDefinitions, readDefinitions, type VariableDefinition } from './read-definitions.ts'
import { Scope } from './scope.ts'
import type { NodeValue } from './value.ts'
import type { VariableChange } from './variable-change.ts'
import { withFormulas } from './with-formulas.ts'

export interface CompiledLaw {
  readonly program: Program
  readonly definitions: LawDefinitions
}

/** A law that is read and not yet compiled. */
export interface LawSyntax {
  readonly graph: ModuleGraph
  readonly definitions: LawDefinitions
}

/** Throws a `LawError` with all mistakes found. */
export function compileLaw(sources: LawSources, parameters: ParameterGroup): CompiledLaw {
  const { graph, definitions } = readLaw(sources)
  return { program: compileDefinitions(graph, definitions, parameters), definitions }
}

/** Throws a `LawError` with all malformed definitions. */
export function readLaw(sources: LawSources): LawSyntax {
  const graph = new ModuleGraph(sources)
  return { graph, definitions: readDefinitions(graph) }
}

/** Compiles a law with the formulas of reforms, one upon the other. Throws a `LawError` with all mistakes found. */
export function compileReformedLaw(
  law: LawSyntax,
  parameters: ParameterGroup,
  changes: readonly VariableChange[],
): CompiledLaw {
  const { graph } = law
  const definitions = withFormulas(graph, law.definitions, changes)
  return { program: compileDefinitions(graph, definitions, parameters, reformLimits), definitions }
}

export function compileDefinitions(
  graph: ModuleGraph,
  definitions: LawDefinitions,
  parameters: ParameterGroup,
  limits: ReadingLimits = lawLimits,
): Program {
  const entities = [...definitions.entities.values()]
  const relations: Relation[] = entities.flatMap(group =>
    Object.values(group.groups).map(from => ({ name: relationName(from, group.name), from, to: group.name })),
  )
  const ctx = new LiftContext(graph, definitions, parameters, relations, limits)
  const variables: ProgramVariable[] = []
  for (const variable of definitions.variables.values()) {
    const value = ctx.problems.recover<NodeValue | undefined>(() => liftDeep(ctx, variable), undefined)
    if (!value || variable.kind === 'input') continue
    const { name, entity, label, unit, reference } = variable
    variables.push({ name, node: value.node, entity, label, unit, reference })
  }
  ctx.problems.throwIfAny()
  return removeDeadCode({
    entities: entities.map(e => e.name),
    relations,
    domains: [...definitions.enums.values()].map(({ name, values }) => ({ name, values })),
    nodes: ctx.builder.nodes,
    variables,
    sources: ctx.sources,
    guards: [...ctx.guards.values()],
  })
}

function liftDeep(ctx: LiftContext, variable: VariableDefinition): NodeValue {
  const scope = Scope.ofModule(variable.module)
  try {
    return readVariable(ctx, variable, scope, variable.node)
  } catch (error) {
    if (!isStackOverflow(error)) throw error
    const problem = `"${variable.name}" or what it reads is nested too deeply`
    return ctx.fail('E_LAW_LIMIT', scope, variable.node, problem, 'Split the expression.')
  }
}
