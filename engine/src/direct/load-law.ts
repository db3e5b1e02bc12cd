import type { Entity, EnumDomain, Formula, Input, Variable } from '@reformlab/law/language'
import type { DescribedVariable, LawDescription } from './law-description.ts'

export interface LoadedVariable extends DescribedVariable {
  readonly label: string
  readonly formula?: Formula<never, never>
}

/** The law as its own modules define it: what runs in a debugger as it stands. */
export interface LoadedLaw extends LawDescription {
  readonly variables: ReadonlyMap<string, LoadedVariable>
}

/** Imports the law of the United States. Runs its modules; the compiler does not need this. */
export async function loadLaw(): Promise<LoadedLaw> {
  return lawOf(await import('@reformlab/law/us'))
}

/** Sorts what law modules export by kind. A variable is named as it is exported. */
export function lawOf(exports: Readonly<Record<string, unknown>>): LoadedLaw {
  const entities = new Map<string, Entity>()
  const enums = new Map<string, EnumDomain>()
  const variables = new Map<string, LoadedVariable>()
  for (const [name, value] of Object.entries(exports)) {
    if (hasKeys<Variable | Input>(value, 'kind', 'period')) variables.set(name, loaded(value))
    else if (hasKeys<Entity>(value, 'plural', 'groups')) entities.set(value.name, value)
    else if (hasKeys<EnumDomain>(value, 'values', 'labels')) enums.set(value.name, value)
  }
  return { entities, enums, variables }
}

function loaded(definition: Variable | Input): LoadedVariable {
  const { kind, entity, label, type = 'number' } = definition
  const described = { kind, entity: entity.name, label, type: typeof type === 'string' ? type : type.name }
  return definition.kind === 'variable' ? { ...described, formula: definition.formula } : described
}

function hasKeys<T extends object>(value: unknown, ...keys: (keyof T)[]): value is T {
  return typeof value === 'object' && value !== null && keys.every(key => key in value)
}
