/**
 * Finds what the law defines, by its syntax: entities, enums, inputs and variables. Formulas are kept as syntax.
 */
import type * as t from '@babel/types'
import { roleInput } from '../direct/law-description.ts'
import { LawError, type LawProblem } from './law-problem.ts'
import type { ModuleGraph } from './module-graph.ts'
import type { LawModule } from './parse-module.ts'
import { propertyName, type StaticValue, staticValue } from './static-value.ts'

export interface EntityDefinition {
  readonly name: string
  readonly plural: string
  readonly label: string
  /** Property that reaches the members → entity of the members. */
  readonly groups: Readonly<Record<string, string>>
  readonly roles: readonly { readonly name: string; readonly unique: boolean }[]
}

export interface EnumDefinition {
  readonly name: string
  readonly values: readonly string[]
}

export type FormulaSyntax = t.ObjectMethod | t.ArrowFunctionExpression | t.FunctionExpression

export interface VariableDefinition {
  readonly kind: 'variable' | 'input'
  readonly name: string
  readonly entity: string
  /** `number`, `integer`, `bool` or the name of an enum. */
  readonly type: string
  readonly label: string
  readonly unit: string
  readonly reference: string
  readonly module: LawModule
  readonly node: t.Node
  readonly formula?: FormulaSyntax
}

export interface LawDefinitions {
  readonly entities: ReadonlyMap<string, EntityDefinition>
  readonly enums: ReadonlyMap<string, EnumDefinition>
  readonly variables: ReadonlyMap<string, VariableDefinition>
}

export const VALUE_TYPES: ReadonlySet<string> = new Set(['number', 'integer', 'bool'])

/** All definitions of the graph. What is malformed or defined twice is reported together in one `LawError`. */
export function readDefinitions(graph: ModuleGraph): LawDefinitions {
  const problems: LawProblem[] = []
  const entities = new Map<string, EntityDefinition>()
  const enums = new Map<string, EnumDefinition>()
  const variables = new Map<string, VariableDefinition>()
  const entityNodes = new Map<string, { module: LawModule; call: t.Node }>()
  const readers = { entity: readEntity, enumeration: readEnum, variable: readVariable, input: readVariable }

  for (const module of graph.modules.values()) {
    if (module.path.startsWith('law/language/')) continue
    for (const [name, node] of module.declarations) {
      const call = definitionCall(node)
      if (call && Object.hasOwn(readers, call.callee))
        readers[call.callee as keyof typeof readers](module, name, call.node)
    }
  }
  for (const { name: group, roles } of entities.values()) {
    const stated = variables.get(roleInput(group))
    const values = enums.get(stated?.type ?? '')?.values ?? []
    if (roles.some(r => !values.includes(r.name))) {
      const node = entityNodes.get(group)!
      const remedy = `Define input ${roleInput(group)} of its members, an enum with the values ${roles.map(r => r.name).join(', ')}.`
      report(node.module, node.call, `the roles of ${group} are not stated by an input`, remedy)
    }
  }
  if (problems.length > 0) throw new LawError(problems as [LawProblem])
  return { entities, enums, variables }

  function report(module: LawModule, node: t.Node, problem: string, remedy: string) {
    const { line, column } = node.loc!.start
    problems.push({ code: 'E_LAW_SYNTAX', file: module.path, line, column: column + 1, problem, remedy })
  }

  function readEntity(module: LawModule, name: string, call: t.CallExpression) {
    const value = staticValue(call.arguments[0]) as Partial<EntityDefinition> | undefined
    if (!value?.name || !value.plural || !value.label)
      return report(
        module,
        call,
        `entity ${name} is not stated in literals`,
        'Write name, plural and label out.',
      )
    const { name: entity, plural, label, groups = {}, roles = [] } = value
    entityNodes.set(entity, { module, call })
    entities.set(entity, { name: entity, plural, label, groups, roles })
  }

  function readEnum(module: LawModule, name: string, call: t.CallExpression) {
    const domain = enumOf(call)
    if (!domain)
      return report(module, call, `enum ${name} is not stated in literals`, 'Write its values out.')
    enums.set(domain.name, domain)
  }

  function readVariable(module: LawModule, name: string, call: t.CallExpression) {
    const kind = (call.callee as t.Identifier).name as 'variable' | 'input'
    const definition = call.arguments[0]
    if (definition?.type !== 'ObjectExpression')
      return report(module, call, `${kind} ${name} is not an object literal`, `Write ${kind}({ … }).`)
    if (!module.exported.has(name))
      report(module, call, `${kind} ${name} is not exported`, `Write export const ${name} = ….`)
    const parts = new Map(definition.properties.map(p => [propertyName(p), p]))
    const part = (key: string) => {
      const property = parts.get(key)
      return property?.type === 'ObjectProperty' ? property.value : undefined
    }
    const text = (key: string): string => {
      const value = part(key) && constantValue(module, part(key)!)
      if (part(key) && typeof value !== 'string')
        report(module, part(key)!, `${key} of ${name} is not a literal text`, 'Write the text out.')
      return typeof value === 'string' ? value : ''
    }

    const entity = part('entity') && definedBy(module, part('entity')!, 'entity')
    if (!entity) {
      report(module, part('entity') ?? call, `${name} has no entity`, 'Name an entity of law/us/entities.ts.')
      return
    }
    const label = text('label')
    const reference = text('reference')
    if (!label) report(module, call, `${name} has no label`, 'Give it a short name for people.')
    if (kind === 'variable' && !reference) report(module, call, `${name} has no reference`, 'Cite the law.')
    const formula = formulaOf(parts.get('formula'))
    if (kind === 'variable' && !formula)
      report(module, call, `${name} has no formula`, 'Write formula(record, law) { … }.')
    const twin = variables.get(name)
    if (twin) {
      const problem = `${name} is already defined in ${twin.module.path}, line ${twin.node.loc!.start.line}`
      report(module, call, problem, 'Rename one of them.')
    }
    const type = typeOf(module, name, part('type'))
    const unit = text('unit')
    variables.set(name, {
      ...{ kind, name, entity: entity.name as string, type, label, unit, reference, module, node: call },
      ...(formula && { formula }),
    })
  }

  function typeOf(module: LawModule, name: string, node: t.Node | undefined): string {
    if (!node) return 'number'
    const value = staticValue(node)
    if (typeof value === 'string' && VALUE_TYPES.has(value)) return value
    const domain = definedBy(module, node, 'enumeration')
    if (domain) return domain.name
    report(module, node, `the type of ${name} is unknown`, "Use 'number', 'integer', 'bool' or an enum.")
    return 'number'
  }

  /** The name of the entity or enum that an identifier stands for. */
  function definedBy(module: LawModule, node: t.Node, callee: 'entity' | 'enumeration') {
    if (node.type !== 'Identifier') return undefined
    const declared = graph.lookup(module, node.name)
    const call = declared && definitionCall(declared.node)
    if (call?.callee !== callee) return undefined
    if (callee === 'enumeration') return enumOf(call.node)
    return staticValue(call.node.arguments[0]) as { name: string } | undefined
  }

  function constantValue(module: LawModule, node: t.Node): StaticValue | undefined {
    if (node.type !== 'Identifier') return staticValue(node)
    const declared = graph.lookup(module, node.name)
    return declared?.node.type === 'VariableDeclarator' ? staticValue(declared.node.init) : undefined
  }
}

/** Whether a declaration defines an entity, an enum, an input or a variable. */
export function isDefinition(node: t.FunctionDeclaration | t.VariableDeclarator): boolean {
  return ['entity', 'enumeration', 'variable', 'input'].includes(definitionCall(node)?.callee ?? '')
}

/** `name = callee({ … })`, with its callee; undefined for anything else. */
function definitionCall(node: t.FunctionDeclaration | t.VariableDeclarator) {
  if (node.type !== 'VariableDeclarator' || node.init?.type !== 'CallExpression') return undefined
  const { callee } = node.init
  return callee.type === 'Identifier' ? { callee: callee.name, node: node.init } : undefined
}

function enumOf(call: t.CallExpression): EnumDefinition | undefined {
  const [name, labels] = call.arguments.map(staticValue)
  return typeof name === 'string' && labels && typeof labels === 'object'
    ? { name, values: Object.keys(labels) }
    : undefined
}

function formulaOf(
  property: t.ObjectProperty | t.ObjectMethod | t.SpreadElement | undefined,
): FormulaSyntax | undefined {
  if (property?.type === 'ObjectMethod') return property
  const value = property?.type === 'ObjectProperty' ? property.value : undefined
  return value?.type === 'ArrowFunctionExpression' || value?.type === 'FunctionExpression' ? value : undefined
}
