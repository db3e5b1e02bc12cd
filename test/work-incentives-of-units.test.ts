/** What work leaves, against the law run again with other earnings, for 2,000 random tax units that stress rare inputs. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CompiledPopulation, openModel } from '../engine/src/model/index.ts'
import {
  type EarnerCalculator,
  openEarners,
} from '../engine/src/model/rates/work-incentives/earner-calculator.ts'
import { everybodyClaims, lawWith } from './validation/incentive-laws.ts'
import { recordsDataset } from './validation/records-dataset.ts'
import { populationOf } from './validation/some-units.ts'
import { readStressUnits } from './validation/stress-units.ts'

const YEAR = 2026
const model = await openModel()
const claiming = await lawWith(model, YEAR, everybodyClaims)
const earningsInputs = ['employment_income', 'self_employment_income', 'farm_income']
const dollars = { perCompensation: false, reach: 2000 }
let population: CompiledPopulation
let calculator: EarnerCalculator
beforeAll(async () => {
  population = await populationOf(model, recordsDataset(readStressUnits().csv, YEAR))
  calculator = await openEarners(model, population)
})
afterAll(async () => {
  await calculator?.close()
  await population?.close()
})

/** Net income and employer's payroll tax of each earner's unit when they alone of their unit earn otherwise. */
async function withEarnings(otherwise: (amount: number, gross: number) => number) {
  const own = earningsInputs.map(name => population.column('person', name)!)
  const { persons, roles, taxUnits, count } = calculator.earners
  const [net, employer] = [new Float64Array(count), new Float64Array(count)]
  for (const role of [0, 1]) {
    const moving = new Set(persons.filter((_, earner) => roles[earner] === role))
    const grossOf = (person: number) => own.reduce((sum, column) => sum + Math.max(0, column[person]!), 0)
    const changed = earningsInputs.map((name, i) => ({
      entity: 'person' as const,
      name,
      values: own[i]!.map((amount, person) =>
        moving.has(person) ? otherwise(amount, grossOf(person)) : amount,
      ),
    }))
    const names = ['after_tax_income', 'employer_payroll_tax']
    const columns = await population.withInputs(changed, () => population.columnsUnder(claiming, names))
    taxUnits.forEach((unit, earner) => {
      if (roles[earner] !== role) return
      net[earner] = columns.get(names[0]!)![unit]!
      employer[earner] = columns.get(names[1]!)![unit]!
    })
  }
  return { net, employer }
}

const moreBy = (step: number) => (amount: number, gross: number) =>
  amount + (step * Math.max(0, amount)) / gross

test.each([false, true])('rates are what a small step finds, compensation: %s', async perCompensation => {
  const columns = await calculator.under(claiming, { ...dollars, perCompensation })
  const here = await withEarnings(amount => amount)
  const step = 1 / 64
  const differ: number[] = []
  for (const [side, rates] of [
    [1, columns.next],
    [-1, columns.last],
  ] as const) {
    const there = await withEarnings(moreBy(side * step))
    rates.forEach((rate, earner) => {
      const net = side * (there.net[earner]! - here.net[earner]!)
      const employer = perCompensation ? side * (there.employer[earner]! - here.employer[earner]!) : 0
      // Incomes of hundreds of millions are known to a few digits after the point.
      const digits = 1e-6 + 1e-13 * Math.abs(here.net[earner]!)
      if (Math.abs(1 - net / (step + employer) - rate) > digits) differ.push(earner)
    })
  }
  expect(columns.next.length).toBeGreaterThan(1000)
  expect(new Set(columns.next.map(rate => Math.round(rate * 1e4))).size).toBeGreaterThan(100)
  // Within a step of a kink; the units earn round amounts.
  expect(differ.length / (2 * columns.next.length)).toBeLessThan(0.01)
})

test.each([false, true])(
  'participation is what no earnings make, compensation: %s',
  async perCompensation => {
    const { participation } = await calculator.under(claiming, { ...dollars, perCompensation })
    const here = await withEarnings(amount => amount)
    const there = await withEarnings(amount => Math.min(0, amount))
    participation.forEach((rate, earner) => {
      const paid = perCompensation ? here.employer[earner]! - there.employer[earner]! : 0
      const all = calculator.earners.earnings[earner]! + paid
      expect(rate).toBeCloseTo(1 - (here.net[earner]! - there.net[earner]!) / all, 9)
    })
  },
)

test.each([1, 500, 2000])('the loss at $%i more is what a run with them finds', async reach => {
  const { lossAtReach } = await calculator.under(claiming, { perCompensation: false, reach })
  const here = await withEarnings(amount => amount)
  const there = await withEarnings(moreBy(reach))
  lossAtReach.forEach((loss, earner) => {
    expect(loss).toBeCloseTo(here.net[earner]! - there.net[earner]!, 6)
  })
})

test('those with a loss from one kind of work and a profit from another move the profit alone', () => {
  const { earners } = calculator
  const farm = population.column('person', 'farm_income')!
  const losing = earners.persons.filter(person => farm[person]! < 0)
  expect(losing.length).toBeGreaterThan(20)
  earners.persons.forEach((person, earner) => {
    const gross = earningsInputs.reduce(
      (sum, name) => sum + Math.max(0, population.column('person', name)![person]!),
      0,
    )
    if (earner % 50 === 0) expect(earners.earnings[earner]).toBe(gross)
  })
})
