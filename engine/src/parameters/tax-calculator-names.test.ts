/** The mapping file against what it maps to: a name on either side that does not exist is a bug of that file. */
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { type LoadedLaw, loadLaw } from '../direct/index.ts'
import { loadParameterTree } from './index.ts'

interface Name {
  readonly entity: string
  readonly name: string
  readonly role?: string
  readonly type?: string
  readonly enum?: string
}

interface Mapping {
  readonly enums: Record<string, readonly { value: string; code: number }[]>
  readonly inputs: Record<string, Name>
  readonly variables: Record<string, Name>
  readonly parameters: Record<string, { path: string; key?: number; by?: string; factor?: number }>
}

const file = new URL('../../../law/us/tax-calculator.yaml', import.meta.url)
const mapping: Mapping = parse(readFileSync(file, 'utf8'))
const tree = loadParameterTree()
let law: LoadedLaw
beforeAll(async () => {
  law = await loadLaw()
})

describe('names of Tax-Calculator', () => {
  test('each parameter stands for leaves of its own', () => {
    const owners = new Map<string, string>()
    for (const [theirs, { path, key, by }] of Object.entries(mapping.parameters)) {
      const keys = by ? mapping.enums[by]!.map(({ value }) => value) : [undefined]
      for (const category of keys) {
        const leaf = [path, key, category].filter(part => part !== undefined).join('.')
        expect(tree.position(leaf), theirs).toBeGreaterThanOrEqual(0)
        expect(owners.get(leaf), `${leaf} of ${theirs}`).toBeUndefined()
        owners.set(leaf, theirs)
      }
    }
  })

  test('a vector has exactly the categories of our parameter', () => {
    for (const [theirs, { path, by }] of Object.entries(mapping.parameters))
      expect(tree.files.get(path)!.breakdown, theirs).toBe(by)
  })

  test('enums are those of the law, in the order of its codes', () => {
    for (const [name, values] of Object.entries(mapping.enums))
      expect(values.map(({ value }) => value)).toEqual([...law.enums.get(name)!.values])
  })

  test('inputs are observed by the law, with their entity and type', () => {
    for (const [theirs, { entity, name, type, enum: domain }] of Object.entries(mapping.inputs))
      expect(law.variables.get(name), theirs).toMatchObject({ kind: 'input', entity, type: domain ?? type })
  })

  test('variables are defined by the law, for their entity', () => {
    for (const [theirs, { entity, name }] of Object.entries(mapping.variables))
      expect(law.variables.get(name), theirs).toMatchObject({ entity })
  })

  test('a role is given exactly for what belongs to a person', () => {
    for (const names of [mapping.inputs, mapping.variables])
      for (const [theirs, { entity, role }] of Object.entries(names))
        expect(role !== undefined, theirs).toBe(entity === 'person')
  })
})
