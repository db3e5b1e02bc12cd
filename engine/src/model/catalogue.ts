/** What there is in a law, for people and for readers of files: names, labels, units, references, and where it is written. */
import type { LawDefinitions } from '../compiler/index.ts'
import type { LawDescription } from '../direct/index.ts'

export interface CatalogueVariable {
  readonly kind: 'variable' | 'input'
  readonly name: string
  readonly entity: string
  /** `number`, `integer`, `bool` or the name of an enum. */
  readonly type: string
  readonly label: string
  /** `currency-USD`, `/1`, …; empty for conditions and categories. */
  readonly unit: string
  readonly reference: string
  /** From the repository's root. */
  readonly file: string
  readonly line: number
  /** The definition as it is written. */
  readonly text: string
}

export interface Catalogue extends LawDescription {
  readonly variables: ReadonlyMap<string, CatalogueVariable>
}

/** Plain data, fit for a cache: no syntax is kept. */
export function catalogueOf(definitions: LawDefinitions): Catalogue {
  const { entities, enums } = definitions
  const variables = [...definitions.variables.values()].map((variable): [string, CatalogueVariable] => {
    const { kind, name, entity, type, label, unit, reference, module, node } = variable
    const { start, end, loc } = node
    const text = module.text.slice(start!, end!)
    return [
      name,
      { kind, name, entity, type, label, unit, reference, file: module.path, line: loc!.start.line, text },
    ]
  })
  return { entities, enums, variables: new Map(variables) }
}
