import fc from 'fast-check'
import { expect, test } from 'vitest'
import { randomFrom } from '../backends/testing/random-numbers.ts'
import { ReformlabError } from '../errors/index.ts'
import { applyReform, loadParameterTree } from '../parameters/index.ts'
import { canonicalText } from './canonical-reform.ts'
import { readReform } from './read-reform.ts'
import type { Change } from './reform.ts'
import { reformContext } from './reform-context.ts'
import { mutateText } from './testing/mutate-text.ts'
import { sampleReforms } from './testing/sample-reforms.ts'

const tree = loadParameterTree()
const context = reformContext(tree)

/** Changes of one leaf, one after another, that do not overlap. */
const timelineOf = fc
  .record({
    leaf: fc.constantFrom(...tree.leaves),
    years: fc.uniqueArray(fc.integer({ min: 2013, max: 2036 }), { minLength: 1, maxLength: 4 }),
    gaps: fc.array(fc.option(fc.nat(3), { nil: undefined }), { minLength: 4, maxLength: 4 }),
    values: fc.array(fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }), { nil: undefined }), {
      minLength: 4,
      maxLength: 4,
    }),
    conditions: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
    switches: fc.array(fc.option(fc.boolean(), { nil: undefined }), { minLength: 4, maxLength: 4 }),
  })
  .map(({ leaf, years, gaps, values, conditions, switches }): Change[] => {
    const starts = [...years].sort((a, b) => a - b)
    return starts.map((from, i) => {
      const indexed = leaf.file.indexation ? switches[i] : undefined
      const number = values[i] ?? (indexed === undefined ? i : undefined)
      const value = leaf.type === 'bool' ? conditions[i] : number === 0 ? 0 : number
      const next = starts[i + 1]
      // An open change may only be followed by open ones, so all but a tail are bounded.
      const to =
        gaps[i] === undefined && gaps.slice(i, starts.length).every(gap => gap === undefined)
          ? undefined
          : from + (gaps[i] ?? 0)
      const end = to === undefined ? undefined : Math.min(to, (next ?? 2037) - 1)
      return {
        path: leaf.path,
        from,
        ...(end !== undefined && end < 2036 && { to: end }),
        ...(value !== undefined && { value }),
        ...(indexed !== undefined && { indexed }),
      }
    })
  })

const reforms = fc
  .uniqueArray(timelineOf, { selector: timeline => timeline[0]!.path, maxLength: 5, minLength: 1 })
  .map(timelines => timelines.flat())

test('a reform written in its canonical form reads back as the same reform', async () => {
  await fc.assert(
    fc.asyncProperty(reforms, async changes => {
      const text = canonicalText({ changes })
      const read = await readReform(text, 'canonical', context)
      expect(canonicalText(read)).toBe(text)
      expect(read.format).toBe('reformlab')
      const again = await readReform(canonicalText(read), 'canonical', context)
      expect(again.changes).toEqual(read.changes)
    }),
    { numRuns: 300 },
  )
})

test('the canonical form changes the law as the reform does', async () => {
  const leaves = tree.leaves.filter(
    ({ file }) => file.unit === 'currency-USD' && file.indexation && !file.ordered,
  )
  const amounts = fc.uniqueArray(
    fc.record({
      path: fc.constantFrom(...leaves.map(({ path }) => path)),
      from: fc.integer({ min: 2020, max: 2030 }),
      length: fc.option(fc.nat(4), { nil: undefined }),
      value: fc.integer({ min: 0, max: 5000 }),
      indexed: fc.option(fc.boolean(), { nil: undefined }),
    }),
    { selector: ({ path }) => path, minLength: 1, maxLength: 4 },
  )
  await fc.assert(
    fc.asyncProperty(amounts, async drawn => {
      // By path, as the canonical form has them: of several mistakes the first is reported.
      const changes = drawn
        .toSorted((a, b) => (a.path < b.path ? -1 : 1))
        .map(({ length, ...change }) => ({
          ...change,
          ...(length !== undefined && { to: change.from + length }),
        }))
      const read = await readReform(canonicalText({ changes }), 'canonical', context)
      const values = (list: readonly Change[]) => {
        try {
          const reformed = applyReform(tree, list)
          return [2019, 2022, 2026, 2036].map(year => reformed.vector(year))
        } catch (error) {
          return (error as Error).message
        }
      }
      expect(values(read.changes)).toEqual(values(changes))
    }),
    { numRuns: 100 },
  )
})

test('3,000 mutated reform files are read or refused with a code, and never break the reader', async () => {
  const random = randomFrom(20261124)
  const seen = new Map<string, number>()
  for (let i = 0; i < 3000; i++) {
    const text = mutateText(sampleReforms[i % sampleReforms.length]!, sampleReforms, random)
    let outcome = 'read'
    try {
      const { changes } = await readReform(text, 'mutated', context)
      expect(changes.every(({ from }) => from >= 2013 && from <= 2036)).toBe(true)
    } catch (error) {
      if (!(error instanceof ReformlabError))
        throw new Error(`${JSON.stringify(text)} broke the reader`, { cause: error })
      outcome = error.code
    }
    seen.set(outcome, (seen.get(outcome) ?? 0) + 1)
  }
  expect(seen.get('read')).toBeGreaterThan(100)
  expect([...seen.keys()]).toEqual(
    expect.arrayContaining([
      'E_REFORM_FILE',
      'E_REFORM_FORMAT',
      'E_PARAMETER_UNKNOWN',
      'E_PARAMETER_TYPE',
      'E_DATE_RANGE',
    ]),
  )
})
