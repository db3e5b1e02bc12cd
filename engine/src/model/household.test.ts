import { describe, expect, test } from 'vitest'
import { randomFrom } from '../backends/testing/random-numbers.ts'
import { randomSituation } from '../compiler/testing/random-situation.ts'
import { lawObject, loadLaw, runDirectly, type Situation } from '../direct/index.ts'
import { ReformlabError } from '../errors/index.ts'
import { plain } from '../reforms/document/document.ts'
import { readDocument } from '../reforms/document/read-document.ts'
import { readReform } from '../reforms/read-reform.ts'
import { mutateText } from '../reforms/testing/mutate-text.ts'
import { calculateHousehold } from './calculate-household.ts'
import { openModel } from './open-model.ts'
import { reformedLaw } from './reformed-law.ts'
import { sampleSituations } from './testing/sample-situations.ts'

const model = await openModel()
const baseline = model.law
const reform = reformedLaw(model.law, [
  await readReform('from: 2026\nchanges: { gov.irs.credits.ctc.amount.base: 3600 }', 'reform', model.reforms),
])
const family: Situation = {
  people: {
    Ann: { age: 38, employment_income: 152000 },
    Bob: { age: 41 },
    Tom: { age: 7 },
    Lea: { age: 17 },
  },
  tax_units: { family: { head: 'Ann', spouse: 'Bob', dependents: ['Tom', 'Lea'] } },
}
const ask = (situation: Situation, ...variables: string[]) =>
  calculateHousehold(model, { situation, year: 2026, baseline, reform, variables })
const valuesOf = (situation: Situation, name: string) => ask(situation, name).variables[0]!.values

test('what was not stated is taken from the people and reported', () => {
  const { assumptions } = ask(family)
  expect(Object.fromEntries(assumptions.map(({ variable, value }) => [variable, value]))).toEqual({
    filing_status: 'joint',
    exemptions_count: 4,
    dependents_under_6: 0,
    dependents_under_13: 1,
    dependents_65_and_over: 0,
    ctc_qualifying_children: 1,
    cdcc_qualifying_individuals: 1,
    eitc_qualifying_children: 'two',
    people_under_18: 2,
    people_18_to_20: 0,
    people_21_and_over: 2,
  })
})

test('what was stated stands, whatever the people say', () => {
  const stated = {
    family: { ...family.tax_units!.family, ctc_qualifying_children: 2, filing_status: 'separate' },
  }
  const { assumptions, variables } = ask(
    { ...family, tax_units: stated },
    'filing_status',
    'ctc_qualifying_children',
  )
  expect(variables.map(({ values }) => values[0]!.baseline)).toEqual(['separate', 2])
  expect(assumptions.map(({ variable }) => variable)).not.toContain('filing_status')
})

test('adults of no stated age are taken to be 40', () => {
  const { assumptions } = ask({ people: { Ann: {} } }, 'age')
  expect(assumptions).toContainEqual({
    place: 'people.Ann.age',
    entity: 'person',
    record: 'Ann',
    variable: 'age',
    value: 40,
  })
})

test('a reform is answered beside the baseline, person by person or unit by unit', () => {
  expect(valuesOf(family, 'non_refundable_ctc')).toEqual([{ record: 'family', baseline: 2200, reform: 3600 }])
  expect(valuesOf(family, 'employment_income').map(({ record }) => record)).toEqual([
    'Ann',
    'Bob',
    'Tom',
    'Lea',
  ])
})

test('null in the situation asks for a variable; with nothing asked the main ones are answered', () => {
  const asking = { ...family, tax_units: { family: { ...family.tax_units!.family, eitc: null } } }
  expect(ask(asking).variables.map(({ name }) => name)).toEqual(['eitc'])
  expect(ask(family).variables.map(({ name }) => name)).toEqual(model.situationRules.mainVariables)
})

test('an unknown variable is refused with the nearest names', () => {
  expect(() => ask(family, 'incme_tax')).toThrow(
    expect.objectContaining({ code: 'E_VARIABLE_UNKNOWN', remedy: expect.stringContaining('income_tax') }),
  )
})

test('the answers equal running the law as it is written, on 60 random situations', async () => {
  const law = lawObject(baseline.at(2026))
  const loaded = await loadLaw()
  const names = [...model.catalogue.variables.values()]
    .filter(({ kind }) => kind === 'variable')
    .map(({ name }) => name)
  const random = randomFrom(7)
  for (let i = 0; i < 60; i++) {
    const described = randomSituation(model.catalogue, random)
    const result = calculateHousehold(model, { situation: described, year: 2026, baseline, variables: names })
    const filled = structuredClone(described) as Record<string, Record<string, Record<string, unknown>>>
    for (const { place, value } of result.assumptions) {
      const [plural, record, variable] = place.split('.')
      filled[plural!]![record!]![variable!] = value
    }
    const direct = runDirectly(loaded, law, filled)
    for (const { name, entity, values } of result.variables) {
      const records = direct[model.catalogue.entities.get(entity)!.plural]!
      for (const { record, baseline } of values)
        expect(baseline, `${name} of ${record}`).toBe(plainZero(records[record]![name]))
    }
  }
})

describe('the lines of a calculation', () => {
  const { lines = [] } = calculateHousehold(model, {
    ...{ situation: family, year: 2026, baseline, reform, explain: true },
    variables: ['income_tax'],
  })

  test('begin with what was asked and descend to what was stated', () => {
    expect(lines[0]).toMatchObject({ depth: 0, name: 'income_tax', kind: 'variable' })
    expect(lines).toContainEqual(
      expect.objectContaining({ name: 'employment_income', record: 'Ann', kind: 'input' }),
    )
    lines.forEach((line, i) => {
      expect(line.depth, line.name).toBeLessThanOrEqual((lines[i - 1]?.depth ?? -1) + 1)
    })
  })

  test('are not zero both before and after, save what was asked', () => {
    const telling = lines
      .slice(1)
      .filter(({ baseline, reform }) => typeof baseline === 'string' || baseline || reform)
    expect(telling).toHaveLength(lines.length - 1)
    expect(lines.some(({ zeroLines }) => zeroLines > 0)).toBe(true)
  })

  test('show what the reform changes of the law, and no other parameter', () => {
    const parameters = lines.filter(({ kind }) => kind === 'parameter')
    expect(new Set(parameters.map(({ name }) => name))).toEqual(new Set(['gov.irs.credits.ctc.amount.base']))
    expect(parameters[0]).toMatchObject({
      baseline: 2200,
      reform: 3600,
      reference: expect.stringContaining('§24'),
    })
  })

  test('open each record of a variable once', () => {
    const opened = lines.filter(({ shownAbove, kind }) => !shownAbove && kind === 'variable')
    const keys = opened.map(({ name, record }) => `${name} ${record}`)
    expect(new Set(keys).size).toBe(keys.length)
  })

  test('cite the law', () => {
    expect(lines.filter(({ reference }) => reference === '')).toEqual([])
  })
})

test('3,000 mutated situations are answered or refused with a code', async () => {
  const random = randomFrom(3)
  const seen = new Map<string, number>()
  for (let i = 0; i < 3000; i++) {
    const text = mutateText(sampleSituations[i % sampleSituations.length]!, sampleSituations, random)
    let outcome = 'answered'
    try {
      const situation = plain(
        await readDocument(text, { file: 'mutated', code: 'E_SITUATION_FILE' }),
      ) as Situation
      calculateHousehold(model, { situation, year: 2026, baseline, variables: [] })
    } catch (error) {
      if (!(error instanceof ReformlabError))
        throw new Error(`${JSON.stringify(text)} broke the reader`, { cause: error })
      outcome = error.code
    }
    seen.set(outcome, (seen.get(outcome) ?? 0) + 1)
  }
  expect(seen.get('answered')).toBeGreaterThan(100)
  expect(seen.get('E_SITUATION')).toBeGreaterThan(100)
  expect(seen.get('E_SITUATION_FILE')).toBeGreaterThan(100)
})

const plainZero = (value: unknown) => (value === 0 ? 0 : value)
