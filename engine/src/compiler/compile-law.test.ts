import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { randomFrom } from '../backends/testing/random-numbers.ts'
import { lawOf } from '../direct/index.ts'
import { verifyProgram } from '../program/index.ts'
import { compileLaw } from './compile-law.ts'
import * as featureLaw from './fixtures/feature-law.ts'
import { featureShape as shape } from './fixtures/feature-shape.ts'
import { featureFolder, featureSources } from './fixtures/feature-sources.ts'
import { compareWithDirect, randomLeaves } from './testing/oracle.ts'
import { randomSituation } from './testing/random-situation.ts'
import { writeTypes } from './write-types.ts'

const { program, definitions } = compileLaw(featureSources(), shape)
const loaded = lawOf(featureLaw)

test('the program of a law that uses every feature is well formed', () => {
  expect(verifyProgram(program)).toEqual([])
  expect(program.variables.map(v => v.name)).toEqual(
    [...loaded.variables].filter(([, v]) => v.kind === 'variable').map(([name]) => name),
  )
})

test('the program answers what running the law answers, whatever the situation and the parameters', () => {
  const random = randomFrom(20260101)
  for (let i = 0; i < 500; i++) {
    const situation = randomSituation(loaded, random)
    const leaves = randomLeaves(shape, random)
    const differences = compareWithDirect(program, loaded, leaves, situation)
    expect(differences, JSON.stringify({ situation, leaves: [...leaves] })).toEqual([])
  }
})

test('the length of a numbered family is a guard', () => {
  expect(program.guards).toContainEqual({ path: 'gov.surtax.rates.length', value: 3 })
})

test('every node names the rule it comes from', () => {
  expect(program.nodes.every(n => program.sources[n.source!]!.line > 0)).toBe(true)
  const minimum = program.nodes.find(n => n.op === 'max_members')!
  const { variable, file, reference } = program.sources[minimum.source!]!
  expect({ variable, file, reference }).toEqual({
    variable: 'share',
    file: `${featureFolder}/feature-law.ts`,
    reference: 'Invented law §1',
  })
})

test('the types of the invented law are those its source and parameters give', () => {
  const committed = readFileSync(new URL('./fixtures/feature-law.types.ts', import.meta.url), 'utf8')
  expect(committed).toBe(writeTypes(definitions, shape, '@reformlab/law/language'))
})
