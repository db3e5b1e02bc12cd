/** Where each column of the source file goes, read from the law's one table of Tax-Calculator names. */
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { type EntityName, entityNames } from '../dataset.ts'

export interface ColumnTarget {
  /** Name in the source file. */
  readonly source: string
  readonly entity: EntityName
  readonly name: string
  /** Whose value it is, for a person's column. */
  readonly role?: 'head' | 'spouse'
  /** The codes of an enum in the order of its categories. */
  readonly codes?: readonly number[]
}

export interface ColumnMapping {
  readonly targets: readonly ColumnTarget[]
  of(source: string): ColumnTarget | undefined
}

const mappingFile = new URL('../../../../law/us/tax-calculator.yaml', import.meta.url)

interface MappingYaml {
  readonly enums: Record<string, readonly { readonly code: number }[]>
  readonly inputs: Record<string, { entity: string; name: string; role?: string; enum?: string }>
}

export function readColumnMapping(text = readFileSync(mappingFile, 'utf8')): ColumnMapping {
  const { enums, inputs } = parse(text) as MappingYaml
  const targets = Object.entries(inputs).map(([source, input]): ColumnTarget => {
    const entity = entityNames.find(name => name === input.entity)
    const role = input.role === 'head' || input.role === 'spouse' ? input.role : undefined
    if (entity === undefined || (entity === 'person') !== (role !== undefined)) {
      throw new Error(`tax-calculator.yaml: input ${source} names no entity, or no role of a person`)
    }
    const codes = input.enum === undefined ? undefined : enums[input.enum]?.map(({ code }) => code)
    return { source, entity, name: input.name, ...(role && { role }), ...(codes && { codes }) }
  })
  const bySource = new Map(targets.map(target => [target.source, target]))
  return { targets, of: source => bySource.get(source) }
}
