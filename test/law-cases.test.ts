/** The worked examples of `law/us/cases`, on the law's own functions. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { lawObject, loadLaw, runDirectly, type Situation } from '../engine/src/direct/index.ts'
import { loadParameterTree } from '../engine/src/parameters/index.ts'

interface Case {
  name: string
  year: number
  reference: string
  /** Values other than the year's, by leaf. */
  parameters?: Record<string, number | boolean>
  people: Record<string, Record<string, unknown>>
  tax_units: Record<string, Record<string, unknown>>
  /** Values of the first tax unit, of its head, or of its household; to a tenth of a cent. */
  expect: Record<string, number | boolean>
}

const folder = new URL('../law/us/cases/', import.meta.url)
const law = await loadLaw()
const tree = loadParameterTree()

for (const file of readdirSync(folder))
  describe(file.replace('.yaml', ''), () => {
    for (const example of parse(readFileSync(new URL(file, folder), 'utf8')) as Case[])
      test(`${example.name} (${example.year})`, () => {
        const expected = Object.keys(example.expect)
        expect(expected).not.toEqual([])
        const results = Object.fromEntries(expected.map(name => [name, answer(example, name)]))
        for (const name of expected) expectEqual(name, results[name], example.expect[name]!)
      })
  })

function answer({ year, parameters = {}, people, tax_units }: Case, name: string): unknown {
  const values = new Map([...tree.at(year), ...Object.entries(parameters)])
  const records = runDirectly(law, lawObject(values), { people, tax_units } as Situation)
  const unit = Object.values(records.tax_units!)[0]!
  const { entity } = law.variables.get(name) ?? {}
  return (entity === 'person' ? unit.head : entity === 'household' ? unit.household : unit)[name]
}

function expectEqual(name: string, actual: unknown, wanted: number | boolean) {
  if (typeof wanted === 'boolean') expect(actual, name).toBe(wanted)
  else
    expect(Math.abs((actual as number) - wanted), `${name} is ${actual}, not ${wanted}`).toBeLessThan(0.001)
}
