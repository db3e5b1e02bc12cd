import { expect, test } from 'vitest'
import { ReformlabError } from '../errors/index.ts'
import type { Dataset } from './dataset.ts'
import { datasetCards } from './open-dataset.ts'
import { validateDataset } from './validate-dataset.ts'

/** Two households: a couple with a child, and two tax units of one person. */
function smallDataset(): Dataset {
  const numbers = (...values: number[]) => Float64Array.from(values)
  const rows = (...values: number[]) => Int32Array.from(values)
  return {
    name: 'small',
    access: 'public',
    year: 2026,
    hash: 'small',
    entities: {
      person: {
        count: 5,
        columns: new Map([
          ['tax_unit_role', numbers(0, 1, 2, 0, 0)],
          ['wages', numbers(1, 2, 0, 4, 5)],
        ]),
      },
      tax_unit: { count: 3, columns: new Map([['interest', numbers(1, 2, 3)]]) },
      household: { count: 2, columns: new Map() },
    },
    relations: {
      'person.tax_unit': rows(0, 0, 0, 1, 2),
      'person.household': rows(0, 0, 0, 1, 1),
      'tax_unit.household': rows(0, 1, 1),
    },
    weight: { person: numbers(2, 2, 2, 1, 1), tax_unit: numbers(2, 1, 1), household: numbers(2, 1) },
    card: datasetCards()[0]!,
  }
}

function refusal(change: (dataset: Dataset) => unknown): { code: string; message: string } {
  const dataset = smallDataset()
  try {
    validateDataset((change(dataset) as Dataset | undefined) ?? dataset)
  } catch (error) {
    if (error instanceof ReformlabError) return { code: error.code, message: error.message }
    throw error
  }
  throw new Error('the dataset was accepted')
}

test('a dataset that holds together is accepted as it is', () => {
  const dataset = smallDataset()
  expect(validateDataset(dataset)).toBe(dataset)
})

test('an empty population is refused', () => {
  const empty = (dataset: Dataset) => ({
    ...dataset,
    entities: { ...dataset.entities, person: { count: 0, columns: new Map() } },
  })
  expect(refusal(empty)).toEqual({
    code: 'E_DATASET_EMPTY',
    message: 'Dataset "small" has no person records.',
  })
})

test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
  'an income of %d is refused',
  value => {
    expect(
      refusal(({ entities }) => void entities.tax_unit.columns.get('interest')!.fill(value, 1, 2)),
    ).toEqual({
      code: 'E_DATASET_VALUE',
      message: `Column "interest" holds ${value} in row 1.`,
    })
  },
)

test.each([-1, Number.NaN, Number.POSITIVE_INFINITY])('a weight of %d is refused', value => {
  expect(refusal(({ weight }) => void weight.household.fill(value, 1, 2))).toEqual({
    code: 'E_DATASET_WEIGHT',
    message: `The weight of household in row 1 is ${value}.`,
  })
})

test('weights that are all zero are refused', () => {
  expect(refusal(({ weight }) => void weight.person.fill(0)).code).toBe('E_DATASET_WEIGHT')
})

test('a column of another length is refused', () => {
  const columns = new Map([['interest', Float64Array.of(1, 2)]])
  const short = (dataset: Dataset) => ({
    ...dataset,
    entities: { ...dataset.entities, tax_unit: { count: 3, columns } },
  })
  expect(refusal(short)).toEqual({
    code: 'E_DATASET_LENGTH',
    message: 'Column "interest" of tax_unit has 2 values where 3 are needed.',
  })
})

test.each([
  ['whose members lie apart', 'person.tax_unit', [0, 0, 1, 0, 2], 3],
  ['that skips a group', 'person.tax_unit', [0, 0, 0, 2, 2], 3],
  ['that does not begin with the first group', 'person.tax_unit', [1, 1, 1, 1, 2], 0],
  ['that leaves the last group empty', 'person.tax_unit', [0, 0, 0, 1, 1], 4],
  ['with a negative row', 'tax_unit.household', [-1, 0, 1], 0],
  ['that puts a person in another household than their unit', 'person.household', [0, 0, 1, 1, 1], 2],
] as const)('a relation %s is refused', (_, relation, rows, row) => {
  const { code, message } = refusal(({ relations }) => relations[relation].set(rows))
  expect(code).toBe('E_DATASET_RELATION')
  expect(message).toContain(`Relation "${relation}" is broken in row ${row}`)
})

test.each([
  ['Tax unit 0 has no head.', [2, 1, 2, 0, 0]],
  ['Tax unit 2 has no head.', [0, 1, 2, 0, 2]],
  ['Tax unit 0 has a second head.', [0, 0, 2, 0, 0]],
  ['Tax unit 0 has a second spouse.', [0, 1, 1, 0, 0]],
])('%s', (message, roles) => {
  const change = ({ entities }: Dataset) => entities.person.columns.get('tax_unit_role')!.set(roles)
  expect(refusal(change)).toEqual({ code: 'E_DATASET_ROLE', message })
})

test('a role that does not exist is refused', () => {
  expect(
    refusal(({ entities }) => entities.person.columns.get('tax_unit_role')!.set([0, 1, 3])).message,
  ).toContain('Column "tax_unit_role" holds 3 in row 2')
})

test('persons without roles are refused', () => {
  const columns = new Map([['wages', new Float64Array(5)]])
  const without = (dataset: Dataset) => ({
    ...dataset,
    entities: { ...dataset.entities, person: { count: 5, columns } },
  })
  expect(refusal(without).code).toBe('E_DATASET_LENGTH')
})
