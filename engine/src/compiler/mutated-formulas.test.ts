import { expect, test } from 'vitest'
import { randomFrom } from '../backends/testing/random-numbers.ts'
import { readLaw } from './compile-law.ts'
import { featureShape } from './fixtures/feature-shape.ts'
import { featureSources } from './fixtures/feature-sources.ts'
import { fuzzFormulas } from './testing/fuzz-formulas.ts'

test('a formula made by accident compiles to a well formed program or is refused with a place in it', () => {
  const { outcomes, broken, slowest } = fuzzFormulas(
    readLaw(featureSources()),
    featureShape,
    500,
    randomFrom(64),
  )
  expect(broken).toEqual([])
  expect(slowest.milliseconds, slowest.text).toBeLessThan(10_000)
  expect(outcomes.get('compiled')).toBeGreaterThan(30)
  for (const code of ['E_LAW_SYNTAX', 'E_LAW_NAME', 'E_LAW_TYPE', 'E_LAW_CYCLE'])
    expect(outcomes.get(code) ?? 0, code).toBeGreaterThan(0)
})
