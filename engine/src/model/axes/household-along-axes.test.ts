import { expect, test } from 'vitest'
import type { Situation } from '../../direct/index.ts'
import { ReformlabError } from '../../errors/index.ts'
import { readReform } from '../../reforms/read-reform.ts'
import { calculateHousehold } from '../calculate-household.ts'
import { openModel } from '../open-model.ts'
import { reformedLaw } from '../reformed-law.ts'
import { reformedModel } from '../reformed-model.ts'
import { type HouseholdAlongAxes, householdAlongAxes } from './household-along-axes.ts'

const model = await openModel()
const { law: baseline } = model
const larger = await readReform(
  'from: 2026\nchanges: { gov.irs.credits.ctc.amount.base: 3600 }',
  'r',
  model.reforms,
)
const reform = reformedLaw(baseline, [larger])

/** Two returns, stated in another order than that of rows. */
const flat: Situation = {
  people: {
    Bob: { age: 29, employment_income: 21_000 },
    Tim: { age: 7 },
    Ann: { age: 38, employment_income: 30_000 },
    Eve: { age: 40 },
  },
  tax_units: {
    family: { head: 'Ann', spouse: 'Eve', dependents: ['Tim'], taxable_interest_income: 200 },
    lodger: { head: 'Bob' },
  },
}
const variables = [
  'income_tax',
  'eitc',
  'household_net_income',
  'eitc_qualifying_children',
  'filing_status',
  'employment_income',
]

const along = (axes: unknown, situation = flat, options: object = {}) =>
  householdAlongAxes(model, { situation, axes, year: 2026, baseline, reform, variables, ...options })

/** `flat` as it is in one cell. */
function stated(
  changes: readonly [plural: string, record: string, input: string, value: number][],
): Situation {
  const changed: Record<string, Record<string, Record<string, unknown>>> = structuredClone(flat)
  for (const [plural, record, input, value] of changes) changed[plural]![record]![input] = value
  return changed
}

function expectCell(grid: HouseholdAlongAxes, cell: number, situation: Situation) {
  const single = calculateHousehold(model, { situation, year: 2026, baseline, reform, variables })
  const own = grid.variables.map(({ values, ...variable }) => ({
    ...variable,
    values: values.map(one => ({
      ...{ record: one.record, baseline: one.baseline[cell], reform: one.reform![cell] },
    })),
  }))
  expect(own).toEqual(single.variables)
}

test('along one axis every value is that of the household alone, to the bit', async () => {
  const grid = await along([[{ name: 'employment_income', min: 0, max: 60_000, count: 41, index: 2 }]])
  expect(grid.axes).toMatchObject([
    [{ name: 'employment_income', entity: 'person', record: 'Ann', min: 0, max: 60_000, count: 41 }],
  ])
  const wages = grid.variables.at(-1)!.values.find(({ record }) => record === 'Ann')!.baseline
  expect(wages).toHaveLength(41)
  expect(wages.slice(0, 3)).toEqual([0, 1500, 3000])
  expect(wages.at(-1)).toBe(60_000)
  expect(grid.axes[0]![0]!.values).toEqual(wages)
  for (const [cell, wage] of wages.entries())
    expectCell(grid, cell, stated([['people', 'Ann', 'employment_income', wage as number]]))
})

test('the first of two groups moves fastest, axes of a group move together', async () => {
  const grid = await along([
    [
      { name: 'employment_income', min: 0, max: 30_001, count: 4, index: 0 },
      { name: 'employment_income', min: 50_000, max: 20_000, count: 4, index: 2 },
    ],
    [{ name: 'taxable_interest_income', min: 0, max: 12_000, count: 3 }],
  ])
  expect(grid.cells).toBe(12)
  for (let cell = 0; cell < 12; cell++) {
    const [fast, slow] = [cell % 4, Math.floor(cell / 4)]
    const rising = fast === 3 ? 30_001 : (30_001 * fast) / 3
    expectCell(
      grid,
      cell,
      stated([
        ['people', 'Bob', 'employment_income', rising],
        ['people', 'Ann', 'employment_income', 50_000 - 10_000 * fast],
        ['tax_units', 'family', 'taxable_interest_income', 6_000 * slow],
      ]),
    )
  }
})

test('three groups have the order of NumPy’s meshgrid: the second slowest, the third fastest', async () => {
  const grid = await along([
    [{ name: 'employment_income', min: 0, max: 10, count: 2, index: 0 }],
    [{ name: 'employment_income', min: 0, max: 20, count: 3, index: 2 }],
    [{ name: 'employment_income', min: 0, max: 3, count: 4, index: 3 }],
  ])
  const of = (record: string) => grid.variables.at(-1)!.values.find(one => one.record === record)!.baseline
  expect(of('Ann').filter((_, i) => i % 8 === 0)).toEqual([0, 10, 20])
  expect(of('Bob').slice(0, 8)).toEqual([0, 0, 0, 0, 10, 10, 10, 10])
  expect(of('Eve').slice(0, 8)).toEqual([0, 1, 2, 3, 0, 1, 2, 3])
})

test('along an age what is not stated is filled in for each cell, and said so', async () => {
  const grid = await along([{ name: 'age', min: 0, max: 25, count: 26, index: 1 }])
  for (const age of [0, 4, 16, 18, 19, 25]) expectCell(grid, age, stated([['people', 'Tim', 'age', age]]))
  const filled = (variable: string, record: string) =>
    grid.assumptions.find(one => one.variable === variable && one.record === record)!.value
  expect((filled('ctc_qualifying_children', 'family') as unknown[]).slice(15, 18)).toEqual([1, 1, 0])
  expect(filled('filing_status', 'family')).toBe('joint')
})

test('an input on an axis counts as stated', async () => {
  const grid = await along([{ name: 'ctc_qualifying_children', min: 0, max: 3, count: 4 }])
  expect(
    grid.assumptions.some(
      ({ variable, record }) => variable === 'ctc_qualifying_children' && record === 'family',
    ),
  ).toBe(false)
  for (let cell = 0; cell < 4; cell++)
    expectCell(grid, cell, stated([['tax_units', 'family', 'ctc_qualifying_children', cell]]))
})

test('a reform of formulas is computed in every cell with its own program', async () => {
  const text = 'variables: { eitc: { formula: u => 7 + u.filer_count } }'
  const reformModel = await reformedModel(model, [await readReform(text, 'eitc.yaml', model.reforms)])
  const grid = await along([{ name: 'employment_income', min: 0, max: 9, count: 2 }], flat, { reformModel })
  const [family, lodger] = grid.variables[1]!.values
  expect([family!.reform, lodger!.reform]).toEqual([
    [9, 9],
    [8, 8],
  ])
  expect(family!.baseline).not.toEqual(family!.reform)
})

const wages = { name: 'employment_income', min: 0, max: 10, count: 3 }
test.each<[string, unknown, RegExp]>([
  ['no list', {}, /axes: a list is expected/],
  ['an empty list', [], /axes: a list is expected/],
  ['an empty group', [[]], /axes\[0\]: a list of axes is expected/],
  ['a group beside an axis', [[wages], wages], /axes\[1\]: a list of axes is expected/],
  ['what is no axis', [[7]], /axes\[0\]\[0\]: an object is expected/],
  ['an entry nobody knows', [[{ ...wages, step: 5 }]], /axes\[0\]\[0\]\.step: an axis has no such entry/],
  ['no name', [[{ ...wages, name: undefined }]], /name: there is no variable/],
  ['a name that is not there', [[{ ...wages, name: 'employment_incom' }]], /Did you mean employment_income/],
  ['what the law computes', [[{ ...wages, name: 'eitc' }]], /"eitc" is computed by the law/],
  ['a category', [[{ ...wages, name: 'filing_status' }]], /"filing_status" is not a number/],
  ['a bound that is text', [[{ ...wages, max: '10' }]], /max: "10" is not a number/],
  ['a bound that is infinite', [[{ ...wages, min: Number.NEGATIVE_INFINITY }]], /min: null is not a number/],
  ['no steps', [[{ ...wages, count: 0 }]], /count: 0 is not a number of steps/],
  ['half a step', [[{ ...wages, count: 2.5 }]], /count: 2.5 is not a number of steps/],
  [
    'half a child',
    [[{ ...wages, name: 'ctc_qualifying_children', max: 1 }]],
    /is whole, and not all steps are/,
  ],
  ['another year', [[{ ...wages, period: 2025 }]], /period: 2025 is not 2026/],
  ['nobody', [[{ ...wages, index: 4 }]], /index: 4 is none of the 4 people/],
  ['a name for an index', [[{ ...wages, index: 'Ann' }]], /index: "Ann" is none of the 4 people/],
  [
    'lengths that differ',
    [[wages, { ...wages, index: 1, count: 4 }]],
    /axes\[0\]\[1\]\.count: 4 is not the 3/,
  ],
  ['one input twice', [[wages], [wages]], /"employment_income" of Bob is on two axes/],
  [
    'too many cells',
    [[{ ...wages, count: 300 }], [{ ...wages, index: 1, count: 200 }]],
    /more than 20000 cells/,
  ],
])('axes with %s are refused', async (_, axes, expected) => {
  const error = await along(axes).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(ReformlabError)
  const { code, message, remedy } = error as ReformlabError
  expect(code).toBe('E_AXES')
  expect(`${message} ${remedy}`).toMatch(expected)
})

test('a period of the year, as text or number, and a flat list are taken', async () => {
  expect((await along([{ ...wages, period: '2026' }])).cells).toBe(3)
  expect((await along([[{ ...wages, period: 2026, count: 1 }]])).cells).toBe(1)
})

test('lines of a calculation are refused, and more values than fit an answer', async () => {
  await expect(along([wages], flat, { explain: true })).rejects.toThrow(/does not explain a grid/)
  const many = [...model.catalogue.variables.keys()].slice(0, 60)
  await expect(along([{ ...wages, count: 20_000 }], flat, { variables: many })).rejects.toThrow(
    /values are more than 1000000/,
  )
})
