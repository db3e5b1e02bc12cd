/** A household along an income: kinks and cliffs against the statute, and against looking at every single dollar. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { wasmBackend } from '../engine/src/backends/wasm/index.ts'
import { arrangeSituation, type Situation, situationPopulation } from '../engine/src/direct/index.ts'
import { fillSituation } from '../engine/src/model/fill-situation.ts'
import {
  type CompiledModel,
  calculateHousehold,
  earningsGrid,
  earningsVariation,
  openModel,
  parameterValues,
} from '../engine/src/model/index.ts'
import { runCommand } from './testing/run-command.ts'

const parent: Situation = {
  people: { Ann: { age: 38 }, Tom: { age: 7 } },
  tax_units: { family: { head: 'Ann', dependents: ['Tom'] } },
}
const couple: Situation = {
  people: {
    Ann: { age: 67, employment_income: 18_000 },
    Bob: { age: 64, self_employment_income: 9_000 },
    Eve: { age: 12 },
    Max: { age: 4 },
  },
  tax_units: {
    home: {
      head: 'Ann',
      spouse: 'Bob',
      dependents: ['Eve', 'Max'],
      social_security_reported: 22_000,
      taxable_interest_income: 900,
    },
  },
}
const investor: Situation = {
  people: { Kim: { age: 45, employment_income: 12_000 }, Pat: { age: 9 } },
  tax_units: {
    one: { head: 'Kim', dependents: ['Pat'], qualified_dividend_income: 500, dividend_income: 500 },
  },
}

const trader: Situation = {
  people: { Lee: { age: 50, employment_income: 46_000 } },
  tax_units: { one: { head: 'Lee', qualified_dividend_income: 4_000, dividend_income: 5_000 } },
}

let model: CompiledModel
beforeAll(async () => {
  model = await openModel()
})

const variation = (situation: Situation, options: object = {}) =>
  earningsVariation(model, { situation, year: 2026, baseline: model.law, ...options })

test('a parent along wages meets the thresholds of the statute, to the cent', async () => {
  const { baseline, taxes, record } = await variation(parent)
  expect([record, taxes]).toEqual(['Ann', ['income_tax', 'payroll_tax', 'combined_tax']])
  const kinks = baseline.kinks.map(({ income, rules }) => [income, rules.map(({ variable }) => variable)])
  expect(kinks).toEqual([
    [2_500, ['ctc_phase_in']],
    [13_020.59, ['eitc_scheduled']],
    [13_833.33, ['refundable_ctc_entitlement']],
    [23_890, ['eitc_scheduled']],
    [29_150, ['refundable_ctc_maximum']],
    [41_850, ['regular_tax_if_not_itemizing']],
    [51_593.38, ['eitc_scheduled']],
    [91_600, ['regular_tax_if_not_itemizing']],
    [129_850, ['regular_tax_if_not_itemizing']],
    [184_500, ['taxable_earnings_for_social_security']],
  ])
  expect(baseline.kinks.every(({ jump }) => jump === 0)).toBe(true)
  expect(baseline.kinks[0]!.rateBefore).toBeCloseTo(0.153 - 0.34, 12)
})

test('points are what the household answers', async () => {
  const { baseline } = await variation(couple, {
    record: 'Bob',
    income: 'self_employment_income',
    to: 100_000,
  })
  expect(baseline.points).toHaveLength(201)
  for (const { income, netIncome, taxes } of baseline.points.filter((_, i) => i % 40 === 0)) {
    const situation = {
      ...couple,
      people: { ...couple.people, Bob: { age: 64, self_employment_income: income } },
    }
    const { variables } = calculateHousehold(model, {
      ...{ situation, year: 2026, baseline: model.law },
      variables: ['household_net_income', 'income_tax', 'combined_tax'],
    })
    const [net, tax, combined] = variables.map(({ values }) => values[0]!.baseline)
    expect([netIncome, taxes.income_tax, taxes.combined_tax]).toEqual([net, tax, combined])
  }
})

describe.each([
  ['a parent by wages', parent, 'employment_income', 'Ann', 0, 60_000],
  ['a couple with social security by wages of the spouse', couple, 'employment_income', 'Bob', 0, 50_000],
  ['an investor by interest', investor, 'taxable_interest_income', 'one', 0, 25_000],
  ['a trader by long-term gains and losses', trader, 'long_term_capital_gains', 'one', -8_000, 20_000],
  ['a parent whose credit phases out', parent, 'employment_income', 'Ann', 195_000, 215_000],
] as const)('%s', (_, situation, income, record, from, to) => {
  test('bends and jumps where it is said to, and nowhere else', async () => {
    const { baseline } = await variation(situation, { income, record, from, to })
    // Half dollars off the whole ones, where the law's own thresholds lie.
    const amounts = Array.from({ length: to - from }, (_, i) => from + i + 0.37)
    const taxAt = await taxes(situation, income, record, amounts)
    const bends = amounts
      .slice(1, -1)
      .filter((_, i) => Math.abs(taxAt[i + 2]! - 2 * taxAt[i + 1]! + taxAt[i]!) > 1e-5)
    const near = (amount: number) => baseline.kinks.some(({ income }) => Math.abs(income - amount) <= 1)
    expect(bends.filter(amount => !near(amount))).toEqual([])
    const seen = baseline.kinks.filter(({ income }) => income > from + 2 && income < to - 2)
    expect(seen.filter(({ income }) => !bends.some(amount => Math.abs(income - amount) <= 1))).toEqual([])
    expect(seen.length).toBeGreaterThan(0)
    expect(seen.every(({ rules }) => rules.length > 0)).toBe(true)
  })
})

/** Combined tax at each amount: the household as often as there are amounts, with nothing of curves or slopes. */
async function taxes(situation: Situation, income: string, record: string, amounts: readonly number[]) {
  const { entity } = model.catalogue.variables.get(income)!
  const arranged = arrangeSituation(model.catalogue, situation)
  const { situation: filled } = fillSituation(model.catalogue, arranged, model.situationRules)
  const one = situationPopulation(model.catalogue, filled)
  const times = amounts.length
  const entities = Object.fromEntries(
    Object.entries(one.entities).map(([name, { count, columns }]) => {
      const many = new Map(
        [...columns].map(([column, values]) => [
          column,
          Float64Array.from({ length: count * times }, (_, i) => values[i % count]!),
        ]),
      )
      if (name === entity) {
        const row = filled.entities.get(entity)!.names.indexOf(record)
        const own = many.get(income) ?? new Float64Array(count * times)
        amounts.forEach((amount, i) => {
          own[i * count + row] = amount
        })
        many.set(income, own)
      }
      return [name, { count: count * times, columns: many }]
    }),
  )
  const relations = Object.fromEntries(
    Object.entries(one.relations).map(([name, ones]) => {
      const groups = one.entities[name.split('.')[1]!]!.count
      const shifted = (i: number) => ones[i % ones.length]! + Math.floor(i / ones.length) * groups
      return [name, Int32Array.from({ length: ones.length * times }, (_, i) => shifted(i))]
    }),
  )
  const parameters = parameterValues(model.law, 2026)
  const columns = await wasmBackend.run(model.program, { entities, relations }, parameters, ['combined_tax'])
  return columns.get('combined_tax')!
}

test('a cliff has its jump: too much interest ends the earned income credit at once', async () => {
  const { baseline } = await variation(investor, {
    income: 'taxable_interest_income',
    record: 'one',
    to: 20_000,
  })
  const cliffs = baseline.kinks.filter(({ jump }) => jump > 100)
  expect(cliffs).toHaveLength(1)
  expect(cliffs[0]!.rules.map(({ reference }) => reference).join()).toContain('§32')
})

test('reformlab earnings shows points, kinks and rules, before and after', async () => {
  const reform = 'law/us/reforms/faster-eitc.reform.yaml'
  const words = ['earnings', 'notebooks/family.json', '--to', '60000', '--reform', reform]
  const { status, stdout } = await runCommand(words)
  expect(status).toBe(0)
  expect(stdout).toMatch(
    /Kinks under the baseline[\s\S]*13,020\.59 +-33\.7% +0\.3%[\s\S]*Kinks under the reform/,
  )
  expect(stdout).toMatch(/11,067\.50 +-39\.7% +0\.3%/)
  expect(Math.max(...stdout.split('\n').map(line => line.length))).toBeLessThanOrEqual(100)
})

describe('over two incomes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'reformlab-grid-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const words = [
    ...['earnings', 'notebooks/family.json', '--second', 'self_employment_income'],
    ...['--to', '60000', '--second-to', '30000'],
  ]

  test('shaded tables fit the terminal, with characters of any terminal where there are no others', async () => {
    const { status, stdout } = await runCommand(words)
    expect(status).toBe(0)
    expect(stdout).toMatch(/Net income\n[\s\S]*█[\s\S]*Lost of one dollar more\n/)
    expect(Math.max(...stdout.split('\n').map(line => line.length))).toBeLessThanOrEqual(100)
    const plain = await runCommand([...words, '--reform', 'law/us/reforms/faster-eitc.reform.yaml'], {
      REFORMLAB_ASCII: '1',
    })
    expect(plain.stdout).toMatch(
      /Change in net income[\s\S]*#[\s\S]*Lost of one dollar more under the reform/,
    )
    expect(plain.stdout).toMatch(/^[\n -~]*$/)
  })

  test('a file has a row for each point, the first income moving fastest', async () => {
    const file = join(folder, 'grid.csv')
    const { status } = await runCommand([...words, '--points', '4', '--out', file])
    expect(status).toBe(0)
    const rows = readFileSync(file, 'utf8').trimEnd().split('\r\n')
    const grid = await earningsGrid(model, {
      ...{ situation: JSON.parse(readFileSync('notebooks/family.json', 'utf8')), year: 2026 },
      baseline: model.law,
      first: { to: 60_000, points: 4 },
      second: { income: 'self_employment_income', to: 30_000, points: 4 },
    })
    expect(rows[0]).toMatch(/^Ann\.employment_income,Ann\.self_employment_income,household_net_income,/)
    expect(rows).toHaveLength(17)
    expect(rows[2]!.split(',').slice(0, 3).map(Number)).toEqual([
      ...[20_000, 0, grid.baseline.netIncome[0]![1]!],
    ])
    expect(rows[5]!.split(',').slice(0, 2)).toEqual(['0', '10000'])
    const { stdout } = await runCommand([...words, '--points', '4', '--json'])
    expect(JSON.parse(stdout)).toEqual(JSON.parse(JSON.stringify(grid)))
  })
})

test.each([
  [['--second-to', '5'], 'E_USAGE', '--second-to is of a grid'],
  [['--second', 'employment_income', '--second-of', 'Ann'], 'E_AXES', 'as the first'],
  [['--second', 'age', '--points', 'many'], 'E_USAGE', '"many" is not a number of points'],
  [['--second', 'age', '--points', '500'], 'E_AXES', '500 × 500 are more than 20000 cells'],
  [['--second', 'age', '--out', 'grid.txt'], 'E_OUTPUT_FORMAT', 'grid.txt'],
  [['--to=-1'], 'E_USAGE', '-1 is not above 0'],
  [['--to', 'much'], 'E_USAGE', '"much" is not an amount'],
  [['--income', 'eitc'], 'E_RATE_INCOME', 'the law computes it'],
  [['--of', 'Eve'], 'E_SITUATION', 'there is no "Eve"'],
])('%j is refused', async (words, code, part) => {
  const { status, stderr } = await runCommand(['earnings', 'notebooks/family.json', ...words])
  expect(status).toBe(2)
  expect(stderr).toContain(code)
  expect(stderr).toContain(part)
})
