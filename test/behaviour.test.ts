/** Behaviour: assumption files, and responses against a sample of `behresp`'s; `npm run prove` compares all units. */
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type CompiledModel,
  type CompiledPopulation,
  impactWithResponse,
  openModel,
  openPopulation,
  parameterValues,
} from '../engine/src/model/index.ts'
import { readAssumptions } from '../engine/src/model/response/assumptions.ts'
import { behaviouralResponse } from '../engine/src/model/response/behavioural-response.ts'
import { changedInput } from '../engine/src/model/response/impact-with-response.ts'
import { folder, lawOf } from './validation/validation-runs.ts'

const text = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')

describe('assumption files', () => {
  test('the example and that of the documentation are the same assumptions', async () => {
    const example = await readAssumptions(text('law/us/assumptions/moderate-responses.yaml'), 'example')
    const [block] = text('docs/behaviour.md').match(/(?<=```yaml\n)[\s\S]*?(?=```)/)!
    expect(await readAssumptions(block, 'docs')).toEqual(example)
    expect(example.elasticities).toEqual({ substitution: 0.25, income: 0, capitalGains: -3.45 })
  })

  test.each([
    ['elasticities: 3', 1, '"elasticities" takes'],
    ['title: x', 1, '"elasticities" takes'],
    ['- 1', 1, 'a map with'],
    ['elasticities:\n  substitution: -0.1', 2, '"substitution" is 0 or more, not -0.1'],
    ['elasticities:\n  income: 0.1', 2, '"income" is 0 or less'],
    ['elasticities:\n  capital_gains: .nan', 2, '"capital_gains" takes a number'],
    ['elasticities: { gains: -1 }', 1, '"gains" is not expected here'],
    ['assumptions: reformlab/9\nelasticities: {}', 1, 'write "assumptions: reformlab/1"'],
    ['', 1, 'the file is empty'],
  ])('%j is refused with a place', async (content, line, problem) => {
    await expect(readAssumptions(content, 'mine.yaml')).rejects.toMatchObject({
      code: 'E_ASSUMPTION_FILE',
      details: { file: 'mine.yaml', line },
      message: expect.stringContaining(problem),
    })
  })
})

describe('responses', () => {
  const sample = JSON.parse(
    gunzipSync(readFileSync(new URL('responses.json.gz', folder))).toString(),
  ) as Record<string, readonly number[]>
  const elasticities = { substitution: 0.25, income: -0.05, capitalGains: -3.45 }
  const assumptions = { title: '', elasticities }
  let model: CompiledModel
  let population: CompiledPopulation

  beforeAll(async () => {
    model = await openModel()
    population = await openPopulation(model, 'us-cps', 2018)
  })
  afterAll(() => population?.close())

  test('are those of behresp, up to its steps of one cent', async () => {
    const laws = { baseline: model.law, reform: await lawOf(model, 'rates-and-payroll') }
    const changes = await behaviouralResponse(model, population, laws, elasticities)
    const { RECID, ...theirs } = sample
    const { columns } = await population.withInputs(
      changes.map(change => changedInput(model, population, change)),
      () =>
        population.runner.run(parameterValues(laws.reform, 2018), {
          variables: Object.keys(theirs),
          whole: true,
        }),
    )
    const rowOf = new Map(Array.from(population.column('tax_unit', 'tax_unit_id')!, (id, row) => [id, row]))
    const rows = RECID!.map(id => rowOf.get(id)!)
    for (const [variable, values] of Object.entries(theirs)) {
      const ours = columns.get(variable)!
      const different = rows.filter((row, i) => Math.abs(ours[row]! - values[i]!) > 0.05)
      expect(different, variable).toEqual([])
    }
    expect(changes.map(({ input }) => input)).toEqual([
      'employment_income',
      'taxable_interest_income',
      'interest_expense',
      'long_term_capital_gains',
    ])
  })

  test('to no reform are exactly zero, and leave the population as it was', async () => {
    const reform = await lawOf(model, 'larger-credits')
    const before = await population.impact(model.law, reform)
    const none = await impactWithResponse(
      model,
      population,
      { baseline: model.law, reform: model.law },
      assumptions,
    )
    expect(none.response.feedback).toBe(0)
    for (const { change, units } of none.response.inputs) expect([change, units]).toEqual([0, 0])
    for (const { change, changed } of none.impact.programmes) expect([change, changed]).toEqual([0, false])
    const some = await impactWithResponse(model, population, { baseline: model.law, reform }, assumptions)
    expect(some.response.feedback).not.toBe(0)
    expect(some.impact.budget.total).toBeCloseTo(some.response.staticBudget + some.response.feedback, -2)
    expect(some.response.staticBudget).toBe(before.impact.budget.total)
    expect((await population.impact(model.law, reform)).impact).toEqual(before.impact)
  })
})
