import type { CatalogueVariable } from '../catalogue.ts'
import type { Model } from '../model.ts'

/** A variable with what its formula reads and what reads it. */
export interface DescribedVariable extends CatalogueVariable {
  /** Of a category, in order. */
  readonly values?: readonly string[]
  /** Variables and inputs. */
  readonly reads: readonly string[]
  /** Paths of parameter leaves. */
  readonly parameters: readonly string[]
  readonly readBy: readonly string[]
}

export type ListedVariable = Omit<CatalogueVariable, 'text'>

export function describeVariable(
  { catalogue, ...model }: Model,
  variable: CatalogueVariable,
): DescribedVariable {
  const graph = model.graph()
  const { variables, parameters } = graph.sources(variable.name)
  const readBy = [...catalogue.variables.keys()].filter(name =>
    graph.sources(name).variables.includes(variable.name),
  )
  const domain = catalogue.enums.get(variable.type)
  return {
    ...variable,
    ...(domain && { values: domain.values }),
    ...{ reads: variables, parameters, readBy },
  }
}

/** Without the formula's text. */
export function listVariable({ text: _, ...variable }: CatalogueVariable): ListedVariable {
  return variable
}
