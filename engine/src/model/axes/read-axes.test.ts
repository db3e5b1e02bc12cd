import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arrangeSituation } from '../../direct/index.ts'
import { ReformlabError } from '../../errors/index.ts'
import { openModel } from '../open-model.ts'
import { gridCells } from './grid-cells.ts'
import { readAxes } from './read-axes.ts'

const { catalogue } = await openModel()
const situation = { people: { Ann: { age: 38 }, Tom: { age: 7 } } }
const context = { catalogue, situation, arranged: arrangeSituation(catalogue, situation), year: 2026 }

const number = fc.oneof(fc.integer({ min: -2, max: 40 }), fc.double(), fc.constant('3'), fc.constant(null))
const axis = fc.record(
  {
    name: fc.constantFrom(
      'employment_income',
      'age',
      'ctc_qualifying_children',
      'eitc',
      'filing_status',
      'x',
    ),
    min: number,
    max: number,
    count: fc.oneof(fc.integer({ min: -1, max: 9 }), number),
    index: number,
    period: fc.constantFrom(2026, '2026', 2025, '2026-01', null),
  },
  { requiredKeys: ['name', 'count'] },
)

const fixed = ({ name, index }: { name: string; index: number }) => ({
  name: fc.constant(name),
  index: fc.constant(index),
})

test('whatever is written for axes is read, or refused with its place and a remedy', () => {
  let read = 0
  const groups = fc.array(fc.array(axis, { maxLength: 3 }), { maxLength: 4 })
  const written = fc.oneof(
    { weight: 20, arbitrary: groups },
    fc.array(axis, { maxLength: 3 }),
    fc.jsonValue(),
  )
  const input = fc.record({
    name: fc.constantFrom('employment_income', 'self_employment_income', 'age'),
    index: fc.constantFrom(0, 1),
  })
  const ends = { min: fc.integer(), max: fc.integer(), count: fc.constantFrom(1, 2, 5) }
  const usual = fc
    .uniqueArray(input, { selector: ({ name, index }) => `${name} ${index}`, minLength: 1 })
    .chain(inputs => fc.tuple(...inputs.map(own => fc.record({ ...fixed(own), ...ends }))))
    .map(axes => axes.map(own => [own]))
  fc.assert(
    fc.property(fc.oneof(written, usual), axes => {
      try {
        const { cells, varied } = gridCells(readAxes(axes, context))
        read++
        for (const { values } of varied) {
          expect(values).toHaveLength(cells)
          expect(values.every(Number.isFinite)).toBe(true)
        }
      } catch (error) {
        if (!(error instanceof ReformlabError)) throw error
        expect(error.code).toBe('E_AXES')
        expect(error.message).not.toMatch(/\{(place|problem)\}|undefined/)
      }
    }),
    { numRuns: 3000 },
  )
  expect(read).toBeGreaterThan(100)
})
