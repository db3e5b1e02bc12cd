/** Every parameter in every year, under current law and under reforms, against what Tax-Calculator has for it. */
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { applyReform, loadParameterTree, type ParameterChange } from './index.ts'

interface Facts {
  readonly years: readonly [number, number]
  readonly baseline: Readonly<Record<string, readonly (number | boolean)[]>>
  readonly cases: readonly {
    readonly title: string
    readonly reforms: readonly (readonly ParameterChange[])[]
    /** Leaves left out: Tax-Calculator resets their values of 2026 when the indexation offset changes. */
    readonly skip: readonly string[]
    /** What differs from the baseline. */
    readonly values: Readonly<Record<string, readonly (number | boolean)[]>>
  }[]
}

const file =
  process.env.REFORMLAB_PARAMETER_FACTS ??
  new URL('../../../law/us/validation/parameters.json.gz', import.meta.url).pathname
const facts: Facts = JSON.parse(gunzipSync(readFileSync(file)).toString())
const tree = loadParameterTree()
const asNumbers = (values: readonly (number | boolean)[]) => values.map(Number)

describe('parameters equal those of Tax-Calculator', () => {
  test('in the years it covers', () => {
    expect([tree.years.first, tree.years.last]).toEqual(facts.years)
    expect(Object.keys(facts.baseline).length).toBeGreaterThan(500)
  })

  test('under current law, every one in every year', () => {
    for (const [path, values] of Object.entries(facts.baseline))
      expect([...tree.series(path)], path).toEqual(asNumbers(values))
  })

  test.each(facts.cases)('$title', ({ reforms, values, skip }) => {
    const reformed = reforms.reduce(applyReform, tree)
    const skipped = new Set(skip)
    expect(Object.keys(values).length).toBeGreaterThan(0)
    for (const [path, before] of Object.entries(facts.baseline))
      if (!skipped.has(path))
        expect([...reformed.series(path)], path).toEqual(asNumbers(values[path] ?? before))
  })
})
