/** Work incentives of 3,000 tax units with their weights, added up one by one. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type CompiledPopulation,
  type EarnerGroup,
  openModel,
  workIncentives,
} from '../engine/src/model/index.ts'
import { openEarners } from '../engine/src/model/rates/work-incentives/earner-calculator.ts'
import { rateBands } from '../engine/src/model/rates/work-incentives/rate-bands.ts'
import { lawWith } from './validation/incentive-laws.ts'
import { openUnits } from './validation/some-units.ts'

const YEAR = 2026
const model = await openModel()
const dollars = { perCompensation: false, reach: 2000 }
const secondRate = (rate: number) => lawWith(model, YEAR, { 'gov.irs.income.bracket.rates.2': rate })
const recids = Array.from({ length: 3000 }, (_, i) => 1 + 90 * i)

let population: CompiledPopulation
beforeAll(async () => {
  population = await openUnits(model, recids, YEAR)
})
afterAll(() => population?.close())

test('are weighted means, shares and quantiles of the earners of each group', async () => {
  const reform = await secondRate(0.2)
  const incentives = await workIncentives(model, population, { baseline: model.law, reform })
  const impact = (await population.impact(model.law, reform)).impact
  expect(incentives.groups.map(({ group, upperBound }) => [group, upperBound])).toEqual(
    impact.groups.map(({ group, upperBound }) => [group, upperBound]),
  )
  const calculator = await openEarners(model, population)
  const { earners } = calculator
  const [before, after] = [
    await calculator.under(model.law, dollars),
    await calculator.under(reform, dollars),
  ]
  await calculator.close()
  const net = (await population.columnsUnder(model.law, ['household_net_income'])).get(
    'household_net_income',
  )!
  const size = new Float64Array(net.length)
  for (const household of population.dataset.relations['person.household']) size[household]!++
  const bounds = incentives.groups.map(({ upperBound }) => upperBound ?? Number.POSITIVE_INFINITY)
  const groupOf = (earner: number) => {
    const unit = earners.taxUnits[earner]!
    const income = net[unit]! / Math.sqrt(size[unit]!)
    return income < 0 ? 0 : bounds.findIndex((bound, i) => i > 0 && income <= bound)
  }
  const check = (group: EarnerGroup, belongs: (earner: number) => boolean) => {
    const rows = [...earners.persons.keys()].filter(belongs)
    const weight = (some: readonly number[]) =>
      some.reduce((sum, row) => sum + population.dataset.weight.person[earners.persons[row]!]!, 0)
    const all = weight(rows)
    expect(group.records).toBe(rows.length)
    expect(group.earners).toBeCloseTo(all, 4)
    if (all === 0) return
    const { next } = group.marginalRates
    const mean = (rates: Float64Array) =>
      rows.reduce((sum, row) => sum + weight([row]) * rates[row]!, 0) / all
    expect(next.mean.baseline).toBeCloseTo(mean(before.next), 12)
    expect(next.mean.reform).toBeCloseTo(mean(after.next), 12)
    expect(group.participationRates.mean.change).toBeCloseTo(
      mean(after.participation) - mean(before.participation),
      12,
    )
    const share = (holds: (row: number) => boolean) => weight(rows.filter(holds)) / all
    expect(next.higher.share).toBeCloseTo(
      share(row => after.next[row]! > before.next[row]! + 1e-9),
      12,
    )
    expect(next.aboveHalf.baseline).toBeCloseTo(
      share(row => before.next[row]! > 0.5 + 1e-9),
      12,
    )
    expect(next.bands.reform!.reduce((sum, part) => sum + part, 0)).toBeCloseTo(1, 12)
    const band = rateBands.findIndex(({ from }) => from === 0.15)
    expect(next.bands.reform![band]).toBeCloseTo(
      share(row => after.next[row]! >= 0.15 - 1e-9 && after.next[row]! < 0.2 - 1e-9),
      12,
    )
    const { p10, median, p90 } = group.participationRates.quantiles
    for (const [point, value] of [
      [0.1, p10.baseline!],
      [0.5, median.baseline!],
      [0.9, p90.baseline!],
    ] as const) {
      expect(share(row => before.participation[row]! <= value)).toBeGreaterThanOrEqual(point - 1e-9)
      expect(share(row => before.participation[row]! < value)).toBeLessThan(point + 1e-9)
    }
  }
  check(incentives.overall, () => true)
  incentives.roles.forEach((group, role) => {
    check(group, earner => earners.roles[earner] === role)
  })
  incentives.groups.forEach((group, i) => {
    check(group, earner => groupOf(earner) === i)
  })
  expect(incentives.overall.marginalRates.next.higher.share).toBeGreaterThan(0.2)
})

test('have the standard errors of half-samples of households', async () => {
  const { overall } = await workIncentives(model, population, { baseline: model.law, reform: model.law })
  const calculator = await openEarners(model, population)
  const { earners } = calculator
  const { next } = await calculator.under(model.law, dollars)
  await calculator.close()
  const households = population.dataset.weight.household.length
  const strata = new Float64Array(137)
  const { baseline } = overall.marginalRates.next.mean
  next.forEach((rate, earner) => {
    const household = earners.taxUnits[earner]!
    const stratum = Math.floor((household * strata.length) / households)
    const residual = earners.weights[earner]! * (rate - baseline!)
    strata[stratum]! += household % 2 === 0 ? residual : -residual
  })
  const error = Math.hypot(...strata) / overall.earners
  expect(overall.marginalRates.next.mean.standardError.baseline).toBeCloseTo(error, 12)
  expect(error).toBeGreaterThan(0.001)
})

test('are equal before and after without a reform, to the bit, and no change has an error', async () => {
  const same = await secondRate(0.12)
  expect(same).not.toBe(model.law)
  const { overall, roles, groups } = await workIncentives(model, population, {
    baseline: model.law,
    reform: same,
  })
  for (const { cliffs, participationRates, marginalRates } of [overall, ...roles, ...groups]) {
    const { next, last, atKink } = marginalRates
    const rates = [next, last, participationRates]
    const changes = [
      ...rates.flatMap(r => [r.mean, r.aboveHalf, r.aboveOne]),
      atKink,
      ...Object.values(cliffs),
    ]
    for (const { baseline, reform, change, standardError } of changes) {
      expect(reform).toBe(baseline)
      expect([0, null]).toContain(change)
      expect([0, null]).toContain(standardError.change)
      expect(standardError.reform).toBe(standardError.baseline)
    }
    for (const { bands, quantiles, higher, lower } of rates) {
      expect(bands.reform).toEqual(bands.baseline)
      for (const { baseline, reform } of Object.values(quantiles)) expect(reform).toBe(baseline)
      expect([0, null]).toContain(higher.share)
      expect([0, null]).toContain(lower.share)
    }
  }
})

test('a later baseline, reach or base of rates is answered as if it were the first', async () => {
  const other = await secondRate(0.2)
  const ask = (of: CompiledPopulation, more: object) =>
    workIncentives(model, of, { baseline: other, reform: model.law, ...more })
  const requests = [{}, { reach: 100 }, { perCompensation: true }, { convention: 'tax-calculator' }]
  for (const request of requests) {
    const fresh = await openUnits(model, recids, YEAR)
    expect(await ask(population, request)).toEqual(await ask(fresh, request))
    await fresh.close()
  }
  await expect(ask(population, { convention: 'nobody' })).rejects.toMatchObject({
    code: 'E_CONVENTION_UNKNOWN',
  })
})

test('are given up when nobody waits for them any more', async () => {
  const reform = await secondRate(0.3)
  const signal = AbortSignal.abort(new Error('left'))
  await expect(
    workIncentives(model, population, { baseline: model.law, reform }, { signal }),
  ).rejects.toThrow('left')
})
