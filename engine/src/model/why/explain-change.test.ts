import { describe, expect, test } from 'vitest'
import { below, pick, type Random, randomFrom } from '../../backends/testing/random-numbers.ts'
import { randomSituation } from '../../compiler/testing/random-situation.ts'
import type { Situation } from '../../direct/index.ts'
import { applyReform } from '../../parameters/apply-reform.ts'
import type { ParameterChange } from '../../parameters/index.ts'
import { calculateHousehold } from '../calculate-household.ts'
import { openModel } from '../open-model.ts'
import { explainChange } from './explain-change.ts'
import type { ExplainedChange } from './explained-change.ts'
import { MOST_GROUPS } from './parameter-groups.ts'

const model = await openModel()
const { law } = model
const year = 2026
const ctc = 'gov.irs.credits.ctc.amount.base'
const refundable = 'gov.irs.credits.ctc.refundable.fully_refundable'
const rate = (bracket: number) => `gov.irs.income.bracket.rates.${bracket}`
const standard = (status: string) => `gov.irs.deductions.standard.amount.${status}`

const single: Situation = { people: { Ann: { age: 38, employment_income: 52000 } } }
const parent = (employment_income: number): Situation => ({
  people: { Ann: { age: 38, employment_income }, Tom: { age: 7 } },
  tax_units: { family: { head: 'Ann', dependents: ['Tom'] } },
})

function why(situation: Situation, values: Record<string, number | boolean>, variable = 'income_tax') {
  const changes = Object.entries(values).map(([path, value]) => ({ path, from: year, value }))
  return explainChange(model, {
    ...{ situation, year, variable },
    baseline: law,
    reform: applyReform(law, changes),
  })
}
const contributions = ({ lines }: ExplainedChange) =>
  Object.fromEntries(lines.map(({ path, rounded }) => [path, rounded]))

describe('worked by hand', () => {
  test('one parameter has the whole change, and the variables it works through', () => {
    const change = why(parent(52000), { [ctc]: 3600 })
    expect(change.rounded).toEqual({ baseline: 788, reform: -612, change: -1400 })
    expect(change.lines).toMatchObject([
      { path: ctc, rounded: -1400, parameters: [{ baseline: 2200, reform: 3600, unit: 'currency-USD' }] },
    ])
    const { reference, through } = change.lines[0]!
    expect(reference).toContain('26 USC §24')
    const [first] = through
    expect(first).toMatchObject({ record: 'family', baseline: 2200, reform: 3600, contribution: 1400 })
    // Of $3,600 the tax of $2,988 takes all it can; $612 is refunded.
    expect(Object.fromEntries(through.map(({ name, contribution }) => [name, contribution]))).toMatchObject({
      income_tax_non_refundable_credits: 788,
      income_tax_refundable_credits: 612,
    })
    expect(through.every(({ baseline, reform }) => baseline !== reform)).toBe(true)
  })

  // Taxable 52,000 − 16,100 = 35,900, of which 23,500 at 12%. The rate saves 470 alone and 430 after the deduction; the
  // deduction saves 240 alone and 200 after the rate.
  test('what a rate and a deduction do together is shared equally', () => {
    const change = why(single, { [rate(2)]: 0.1, [standard('single')]: 18100 })
    expect(change.rounded).toEqual({ baseline: 4060, reform: 3390, change: -670 })
    expect(contributions(change)).toEqual({ [rate(2)]: -450, [standard('single')]: -220 })
    const regular = change.lines.map(
      ({ through }) => through.find(({ name }) => name === 'regular_tax_before_credits')!.contribution,
    )
    expect(regular[0]).toBeCloseTo(-450, 9)
    expect(regular[1]).toBeCloseTo(-220, 9)
  })

  // Refundable is 15% of 10,000 − 2,500 = 1,125. A higher amount alone brings nothing; refundable in full alone 1,075;
  // both 2,475.
  test('what brings nothing alone has half of what it adds to another', () => {
    const change = why(parent(10000), { [ctc]: 3600, [refundable]: true })
    expect(change.change).toBeCloseTo(-2475, 9)
    expect(contributions(change)).toEqual({ [ctc]: -700, [refundable]: -1775 })
  })

  test('several tax units are summed, and told apart below', () => {
    const two: Situation = {
      people: { Ann: { age: 38, employment_income: 52000 }, Bob: { age: 60, employment_income: 52000 } },
      tax_units: { ann: { members: ['Ann'] }, bob: { members: ['Bob'] } },
    }
    const change = why(two, { [rate(2)]: 0.1 })
    expect(change.rounded).toMatchObject({ baseline: 8120, change: -940 })
    const steps = change.lines[0]!.through.filter(({ name }) => name === 'regular_tax_before_credits')
    expect(steps).toMatchObject([{ record: 'ann' }, { record: 'bob' }])
  })

  test('income rises by what tax falls', () => {
    const change = why(single, { [rate(2)]: 0.1, [standard('single')]: 18100 }, 'household_net_income')
    expect(contributions(change)).toEqual({ [rate(2)]: 450, [standard('single')]: 220 })
  })
})

describe('without a change', () => {
  test.each<[string, ExplainedChange['unchanged'], Record<string, number | boolean>]>([
    ['no parameter differs', 'same-law', { [ctc]: 2200 }],
    ['it is for other people', 'not-touched', { [standard('joint')]: 50000, [ctc]: 9000 }],
    ['it does not depend on it', 'not-read', { [rate(7)]: 0.5 }],
    ['it makes no difference', 'not-binding', { [refundable]: true }],
  ])('it says why: %s', (_, unchanged, values) => {
    const change = why(single, values, unchanged === 'not-read' ? 'eitc' : 'income_tax')
    expect(change).toMatchObject({ change: 0, unchanged, lines: [] })
    expect(change.withoutEffect.map(({ reason }) => reason)).toEqual(
      unchanged === 'same-law' ? [] : Object.keys(values).map(() => unchanged),
    )
  })

  test('contributions that cancel are shown', () => {
    const change = why(single, { [rate(1)]: 0.1 + 470 / 12400, [rate(2)]: 0.1 })
    expect(change).toMatchObject({ unchanged: 'offset', rounded: { change: 0 } })
    expect(contributions(change)).toEqual({ [rate(1)]: 470, [rate(2)]: -470 })
  })
})

test('more than eight values are told apart by parameter, then by folder; a schedule is never torn', () => {
  const rates = Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map(bracket => [rate(bracket), 0.2]))
  const rich: Situation = { people: { Ann: { age: 38, employment_income: 2e6 } } }
  expect(why(rich, rates)).toMatchObject({ grouping: 'value', lines: { length: 7 } })

  const thresholds = law.leaves.filter(({ path }) =>
    /^gov\.irs\.income\.bracket\.thresholds\.[1-6]\.single$/.test(path),
  )
  const higher = Object.fromEntries(
    thresholds.map(({ path }) => [path, Number(law.value(path, year)) * 1.01]),
  )
  const both = why(rich, { ...rates, ...higher })
  expect(both).toMatchObject({ grouping: 'value', lines: { length: 8 } })
  expect(both.lines.find(({ path }) => path === 'gov.irs.income.bracket.thresholds')).toMatchObject({
    label: law.files.get('gov.irs.income.bracket.thresholds')!.label,
    parameters: { length: 6 },
  })
  const three = why(rich, { ...rates, ...higher, [standard('single')]: 1 })
  expect(three.grouping).toBe('parameter')
  expect(three.lines.map(({ path }) => path).sort()).toEqual([
    'gov.irs.deductions.standard.amount',
    'gov.irs.income.bracket.rates',
    'gov.irs.income.bracket.thresholds',
  ])
})

test('only a number that the law computes is shared out', () => {
  for (const variable of ['employment_income', 'filing_status'])
    expect(() => why(single, {}, variable)).toThrow(expect.objectContaining({ code: 'E_VARIABLE_NUMBER' }))
  expect(() => why(single, {}, 'incme_tax')).toThrow(expect.objectContaining({ code: 'E_VARIABLE_UNKNOWN' }))
})

/** One to six changes of any parameters, or a hundred. */
function randomChanges(random: Random): ParameterChange[] {
  const count = random() < 0.15 ? 100 : 1 + below(random, 6)
  const paths = new Set(Array.from({ length: count }, () => pick(random, law.leaves).path))
  const changes: ParameterChange[] = []
  for (const path of paths) {
    const value = law.value(path, year)
    const other = typeof value === 'boolean' ? !value : Math.round(value * random() * 2000) / 1000
    const change = { path, from: year, value: other }
    if (isAllowed([...changes, change])) changes.push(change)
  }
  return changes
}

function isAllowed(changes: readonly ParameterChange[]): boolean {
  try {
    applyReform(law, changes)
    return true
  } catch {
    return false
  }
}

test('contributions of random reforms to random households add up, in any order of changes', () => {
  const random = randomFrom(11)
  const seen = { changed: 0, several: 0, folders: 0, idle: 0 }
  for (let round = 0; round < 60; round++) {
    const situation = randomSituation(model.catalogue, random)
    const changes = randomChanges(random)
    const variable = pick(random, [
      'income_tax',
      'household_net_income',
      'combined_tax',
      'eitc',
      'amt_income',
    ])
    const ask = (reform: readonly ParameterChange[]) =>
      explainChange(model, { situation, year, baseline: law, reform: applyReform(law, reform), variable })
    const change = ask(changes)
    const shares = change.lines.map(({ contribution }) => contribution)
    expect(Math.abs(sum(shares) - change.change)).toBeLessThan(1e-9)
    const cents = change.lines.map(({ rounded }) => Math.round(rounded * 100))
    expect(sum(cents)).toBe(Math.round(change.rounded.change * 100))
    expect(change.lines.length).toBeLessThanOrEqual(MOST_GROUPS)

    const [household] = calculateHousehold(model, {
      ...{ situation, year, baseline: law, reform: applyReform(law, changes), variables: [variable] },
    }).variables
    const sides = household!.values.map(({ baseline, reform }) => [Number(baseline), Number(reform)] as const)
    expect(change.variable.baseline).toBe(sum(sides.map(([before]) => before)))
    expect(change.variable.reform).toBe(sum(sides.map(([, after]) => after)))

    const outside = new Set(
      change.withoutEffect.filter(({ reason }) => reason !== 'not-binding').map(({ path }) => path),
    )
    const [idle, concerned] = [true, false].map(is => changes.filter(({ path }) => outside.has(path) === is))
    if (isAllowed(concerned!)) expect(ask(concerned!).change).toBe(change.change)
    if (isAllowed(idle!)) expect(ask(idle!).change).toBe(0)
    expect(ask([...changes].reverse())).toEqual(change)
    if (change.change !== 0) seen.changed++
    if (shares.length > 1) seen.several++
    if (change.grouping === 'folder') seen.folders++
    if (outside.size > 0) seen.idle++
  }
  for (const [what, times] of Object.entries(seen)) expect(times, what).toBeGreaterThan(0)
}, 60_000)

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
