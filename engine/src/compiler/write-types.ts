/**
 * Writes the TypeScript types of a country's law: one record per entity and the tree of parameters, so that a
 * formula is checked and completed by the editor. Its output, `law/us/generated/types.ts`, is committed.
 */
import type { ParameterGroup, ParameterShape } from '../parameters/parameter-shape.ts'
import type { EntityDefinition, LawDefinitions, VariableDefinition } from './read-definitions.ts'

export function writeTypes(
  definitions: LawDefinitions,
  parameters: ParameterShape,
  language = '../../language/index.ts',
): string {
  const { entities, enums, variables } = definitions
  const parts = [
    '/** Types of records and parameters. Generated from the law and its parameter files by `npm run generate`. */',
    `import type { Brackets, Members } from '${language}'`,
    ...[...enums.values()].map(e => `export type ${pascal(e.name)}Value = ${union(e.values)}`),
    ...[...entities.values()].map(e => record(e, [...entities.values()], [...variables.values()])),
    `/** The parameters of one year. */\nexport interface Law ${group(parameters as ParameterGroup, '')}`,
  ]
  return `${parts.join('\n\n')}\n`
}

function record(
  entity: EntityDefinition,
  entities: EntityDefinition[],
  variables: VariableDefinition[],
): string {
  const lines = [
    ...Object.entries(entity.groups).map(
      ([property, member]) => `${property}: Members<${recordName(member)}>`,
    ),
    ...entity.roles.filter(r => r.unique).map(r => `${r.name}: ${recordName(personOf(entity))}`),
    ...entities
      .filter(e => Object.values(e.groups).includes(entity.name))
      .map(e => `${e.name}: ${recordName(e.name)}`),
  ].map(line => `  readonly ${line}\n`)
  const own = variables.filter(v => v.entity === entity.name).sort((a, b) => (a.name < b.name ? -1 : 1))
  for (const v of own)
    lines.push(
      `${doc('  ', { ...v, unit: v.unit || (v.type === 'bool' ? 'condition' : '') })}  readonly ${v.name}: ${valueType(v.type)}\n`,
    )
  return `/** ${entity.label}, as a formula sees it. */\nexport interface ${recordName(entity.name)} {\n${lines.join('')}}`
}

const personOf = (entity: EntityDefinition) => Object.values(entity.groups)[0]!

function group({ children, domain, numbered }: ParameterGroup, indent: string): string {
  const first = [...children.values()][0]
  if (numbered && first) return `Brackets<${shape(first, indent)}>`
  if (domain && first) return `Readonly<Record<${pascal(domain)}Value, ${shape(first, indent)}>>`
  const inner = `${indent}  `
  const lines = [...children].map(
    ([name, child]) => `${doc(inner, child)}${inner}readonly ${property(name)}: ${shape(child, inner)}\n`,
  )
  return `{\n${lines.join('')}${indent}}`
}

function shape(parameter: ParameterShape, indent: string): string {
  if (parameter.kind === 'group') return group(parameter, indent)
  return parameter.type === 'bool' ? 'boolean' : 'number'
}

function doc(indent: string, about: { label?: string; unit?: string; reference?: string }): string {
  const text = [about.label, about.unit, about.reference].filter(Boolean).join(' · ')
  return text ? `${indent}/** ${text.replaceAll('*/', '* /')} */\n` : ''
}

function valueType(type: string): string {
  if (type === 'bool') return 'boolean'
  return type === 'number' || type === 'integer' ? 'number' : `${pascal(type)}Value`
}

const union = (values: readonly string[]) => values.map(v => `'${v}'`).join(' | ')
const property = (name: string) => (/^[A-Za-z_]\w*$/.test(name) ? name : `'${name}'`)
const pascal = (name: string) => name.replace(/(^|_)(\w)/g, (_, __, letter: string) => letter.toUpperCase())
const recordName = (entity: string) => `${pascal(entity)}Record`
