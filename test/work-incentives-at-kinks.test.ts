/** What work leaves to single people at known kinks and notches of the law. */
import { expect, test } from 'vitest'
import { type CompiledPopulation, openModel, workIncentives } from '../engine/src/model/index.ts'
import {
  type EarnerColumns,
  openEarners,
} from '../engine/src/model/rates/work-incentives/earner-calculator.ts'
import type { ParameterTree } from '../engine/src/parameters/parameter-tree.ts'
import { everybodyClaims, lawWith } from './validation/incentive-laws.ts'
import { recordsDataset } from './validation/records-dataset.ts'
import { populationOf } from './validation/some-units.ts'
import { readStressUnits } from './validation/stress-units.ts'

const YEAR = 2026
const model = await openModel()
const claiming = await lawWith(model, YEAR, everybodyClaims)

/** Single people of 40, each in a household of their own, with 100 behind each record. */
async function singles(
  incomes: readonly Readonly<Record<string, number>>[],
  draws: readonly number[] = incomes.map(() => 0),
): Promise<CompiledPopulation> {
  const [header] = readStressUnits().csv.split('\n')
  const common = { MARS: 1, XTOT: 1, age_head: 40, n21: 1, FLPDYR: 2014, data_source: 1, s006: 100, fips: 1 }
  const lines = incomes.map((income, row) => {
    const values: Record<string, number> = {
      ...common,
      RECID: row + 1,
      h_seq: row + 1,
      a_lineno: 1,
      ffpos: 1,
      ...income,
    }
    return header!
      .split(',')
      .map(name => values[name] ?? 0)
      .join(',')
  })
  const dataset = recordsDataset([header, ...lines].join('\n'), YEAR)
  const { person, tax_unit } = dataset.entities
  const heads = new Map(person.columns).set('tax_unit_role', new Float64Array(person.count))
  const columns = new Map(tax_unit.columns).set('credit_take_up_draw', Float64Array.from(draws))
  const entities = {
    ...dataset.entities,
    person: { ...person, columns: heads },
    tax_unit: { ...tax_unit, columns },
  }
  return populationOf(model, { ...dataset, entities })
}

const wages = (amount: number) => ({ e00200: amount, e00200p: amount })
const business = (amount: number) => ({ e00900: amount, e00900p: amount })

async function columnsOf(
  population: CompiledPopulation,
  law: ParameterTree,
  reach = 2000,
): Promise<EarnerColumns> {
  const calculator = await openEarners(model, population)
  try {
    return await calculator.under(law, { perCompensation: false, reach })
  } finally {
    await calculator.close()
  }
}

test('at the wage base of social security the last dollar bears its tax and the next one does not', async () => {
  const base = model.law.at(YEAR).get('gov.irs.payroll.social_security.cap') as number
  const population = await singles([wages(base), wages(base - 1000), wages(base + 1000)])
  const { next, last } = await columnsOf(population, model.law)
  expect(last[0]! - next[0]!).toBeCloseTo(0.062, 12)
  expect([last[1]! - next[1]!, last[2]! - next[2]!]).toEqual([0, 0])
  const { overall } = await workIncentives(model, population, { baseline: model.law, reform: model.law })
  expect(overall.marginalRates.atKink.baseline).toBeCloseTo(1 / 3, 12)
  await population.close()
})

const share = 1 - 0.5 * (0.124 + 0.029)
const exempt = 400
/** Net earnings of exactly $400, the last that are exempt. */
const edge = [0, 1, -1, 2, -2].map(bits => exempt / share + bits * 2 ** -44).find(x => x * share === exempt)!

test('the exemption of little self-employment is a cliff for who stands at it or within reach of it, and for no one else', async () => {
  const population = await singles([
    business(edge),
    business(edge - 5),
    business(edge - 300),
    business(edge + 5),
  ])
  const { next, drop, lossAtReach } = await columnsOf(population, claiming, 10)
  expect(drop[0]).toBeGreaterThan(30)
  expect([...drop.slice(1)]).toEqual([0, 0, 0])
  expect(Math.max(...next)).toBeLessThan(1)
  expect(lossAtReach[0]).toBeGreaterThan(30)
  expect(lossAtReach[1]).toBeGreaterThan(30)
  expect(Math.max(lossAtReach[2]!, lossAtReach[3]!)).toBeLessThan(0)
  const ask = (reach: number) =>
    workIncentives(model, population, { baseline: claiming, reform: claiming, reach })
  const { cliffs } = (await ask(10)).overall
  expect(cliffs.share.baseline).toBeCloseTo(0.5, 12)
  expect(cliffs.nextDollar.baseline).toBeCloseTo(0.25, 12)
  expect(cliffs.withinReach.baseline).toBeCloseTo(0.5, 12)
  expect(cliffs.gap.baseline).toBeCloseTo(100 * (lossAtReach[0]! + lossAtReach[1]!), 6)
  expect(cliffs.meanGap.baseline).toBeCloseTo((lossAtReach[0]! + lossAtReach[1]!) / 2, 6)
  const far = (await ask(2000)).overall.cliffs
  expect(far.withinReach.baseline).toBe(0)
  expect(far.meanGap.baseline).toBe(0)
  await population.close()
})

test('who claims a credit goes on to when they earn more, and who leaves it goes on to', async () => {
  const income = wages(14_000)
  const [claims, leaves, certain] = [0.5, 0.999, 0]
  const population = await singles([income, income, income], [claims, leaves, certain])
  const eitc = await population.columnsUnder(model.law, ['eitc', 'eitc_entitlement'])
  expect(eitc.get('eitc_entitlement')![0]).toBeGreaterThan(0)
  expect([...eitc.get('eitc')!].map(credit => credit > 0)).toEqual([true, false, true])
  const { lossAtReach, participation } = await columnsOf(population, model.law, 4000)
  const further = await singles([wages(18_000)], [claims])
  expect((await further.columnsUnder(model.law, ['eitc'])).get('eitc')![0]).toBe(0)
  expect(
    (await further.columnsUnder(model.law, ['eitc_entitlement'])).get('eitc_entitlement')![0],
  ).toBeGreaterThan(0)
  expect(lossAtReach[0]).toBe(lossAtReach[2])
  expect(participation[0]).toBe(participation[2])
  expect(lossAtReach[1]).toBeLessThan(lossAtReach[0]!)
  await Promise.all([population.close(), further.close()])
})

test('a group of nobody has no numbers, and too few households have no errors', async () => {
  const population = await singles([wages(30_000), wages(50_000)])
  const { roles, overall } = await workIncentives(model, population, {
    baseline: model.law,
    reform: model.law,
  })
  const spouses = roles[1]!
  expect([spouses.records, spouses.earners]).toEqual([0, 0])
  expect(spouses.marginalRates.next).toMatchObject({
    mean: { baseline: null, reform: null, change: null, standardError: { baseline: null } },
    bands: { baseline: null, reform: null },
    quantiles: { median: { baseline: null, reform: null, change: null } },
    higher: { share: null, standardError: null },
  })
  expect(spouses.cliffs).toMatchObject({ share: { baseline: null }, meanGap: { baseline: null } })
  expect(overall.marginalRates.next.mean.baseline).toBeGreaterThan(0.1)
  expect(overall.marginalRates.next.mean.standardError).toEqual({
    baseline: null,
    reform: null,
    change: null,
  })
  await population.close()
})

test('where nobody earns all numbers are null', async () => {
  const population = await singles([{ e00300: 9000 }])
  const { overall } = await workIncentives(model, population, { baseline: model.law, reform: claiming })
  expect(overall.records).toBe(0)
  expect(overall.participationRates.mean).toMatchObject({ baseline: null, reform: null, change: null })
  expect(overall.cliffs.gap).toMatchObject({ baseline: 0, reform: 0, change: 0 })
  await population.close()
})
