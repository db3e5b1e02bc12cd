import { expect, test } from 'vitest'
import { canonicalHash } from './canonical-json.ts'
import { compareLocks } from './compare-locks.ts'
import type { Json, Lock } from './lock.ts'

const answer = {
  budget: { total: -1.5, share: null },
  programmes: [
    { name: 'income_tax', change: -1 },
    { name: 'eitc', change: 0.5 },
  ],
  groups: [{ gain: 1 }, { gain: 2 }],
}
const hash = (letter: string) => letter.repeat(64)

function lock(result: Json = answer, pins: Partial<Lock> = {}): Lock {
  return {
    ...{ format: 'reformlab-lock/1', command: 'impact', options: { convention: 'default' }, baseline: [] },
    reforms: [{ file: 'a.yaml', hash: hash('a'), text: '{}' }],
    assumptions: null,
    law: { country: 'us', hash: hash('b') },
    dataset: { name: 'us-cps', year: 2026, hash: hash('c') },
    engine: { version: '1.0.0', numbers: 'binary64' },
    ...{ result, resultHash: canonicalHash(result) },
    ...pins,
  }
}

test('the same is the same, in whatever order names stand', () => {
  const { groups, programmes, budget } = answer
  expect(compareLocks(lock(), lock({ groups, programmes, budget }))).toEqual({
    ...{ same: true, pins: [], results: [], isEdited: false },
  })
})

test('numbers that differ are named by path, list items by their name where they have one', () => {
  const other: Json = {
    budget: { total: -1.5000000000000002, share: 0 },
    programmes: [{ name: 'income_tax', change: -1 }, { name: 'ctc' }],
    groups: [{ gain: 1 }, { gain: 3 }, { gain: 4 }],
  }
  const { results, pins, same, isEdited } = compareLocks(lock(), lock(other))
  expect(results).toEqual([
    { path: 'budget.total', locked: -1.5, now: -1.5000000000000002 },
    { path: 'budget.share', locked: null, now: 0 },
    { path: 'programmes.eitc.name', locked: 'eitc', now: undefined },
    { path: 'programmes.eitc.change', locked: 0.5, now: undefined },
    { path: 'groups.1.gain', locked: 2, now: 3 },
    { path: 'programmes.ctc.name', locked: undefined, now: 'ctc' },
    { path: 'groups.2.gain', locked: undefined, now: 4 },
  ])
  expect(pins.map(({ path }) => path)).toEqual(['resultHash'])
  expect({ same, isEdited }).toEqual({ same: false, isEdited: false })
})

test.each<[string, Partial<Lock>]>([
  ['law.hash', { law: { country: 'us', hash: hash('d') } }],
  ['dataset.hash', { dataset: { name: 'us-cps', year: 2026, hash: hash('d') } }],
  ['engine.version', { engine: { version: '1.0.1', numbers: 'binary64' } }],
  ['reforms.0.hash', { reforms: [{ file: 'a.yaml', hash: hash('d'), text: '{}' }] }],
  ['options.convention', { options: { convention: 'tax-calculator' } }],
])('a pin that differs is named, though the answer is the same: %s', (path, pins) => {
  const comparison = compareLocks(lock(), lock(answer, pins))
  expect(comparison).toMatchObject({ same: false, results: [], pins: [{ path }] })
  expect(comparison.pins).toHaveLength(1)
})

test('a reform that is missing now is found', () => {
  expect(compareLocks(lock(), lock(answer, { reforms: [] })).pins).toEqual([
    { path: 'reforms.0.hash', locked: hash('a'), now: undefined },
  ])
})

test('an answer that was edited does not have its hash', () => {
  const edited = { ...lock(), result: { ...answer, budget: { total: -2, share: null } } }
  expect(compareLocks(edited, lock())).toEqual({
    ...{ same: false, pins: [], isEdited: true },
    results: [{ path: 'budget.total', locked: -2, now: -1.5 }],
  })
})
