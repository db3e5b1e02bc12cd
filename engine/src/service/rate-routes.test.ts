/** Rates and work incentives over the wire: the same as a script gets. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type CompiledPopulation,
  openModel,
  openPopulation,
  populationRates,
  reformedLaw,
  workIncentives,
} from '../model/index.ts'
import { readReform } from '../reforms/index.ts'
import type { ServiceClient } from './testing/service-client.ts'
import { startService } from './testing/test-service.ts'

const model = await openModel()
const credit = 'changes: { gov.irs.credits.ctc.amount.base: { 2026: 3000 } }'
const rate = 'changes: { gov.irs.income.bracket.rates.2: { 2026: 0.2 } }'
const flatCredit = 'variables: { refundable_ctc: { formula: unit => 2000 * unit.ctc_children } }'
const lawAfter = async (text: string) =>
  reformedLaw(model.law, [await readReform(text, 'reform', model.reforms)])
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))
let service: ServiceClient
let population: CompiledPopulation
beforeAll(async () => {
  service = await startService({ model })
  population = await openPopulation(model, 'us-cps', 2026)
})
afterAll(() => population?.close())

describe('work incentives', () => {
  test('are what a script answers, whatever was asked before', async () => {
    const [creditLaw, rateLaw] = await Promise.all([lawAfter(credit), lawAfter(rate)])
    const ask = (body: object) => service.ask('POST', '/v1/incentives', { body })
    const answers = [
      await ask({ reforms: [credit] }),
      await ask({ baseline: [rate], per: 'compensation', reach: 500, convention: 'tax-calculator' }),
      await ask({ reforms: [rate] }),
      await ask({ reforms: [credit] }),
    ]
    const after = (reform: typeof creditLaw) =>
      workIncentives(model, population, { baseline: model.law, reform })
    const expected = [
      await after(creditLaw),
      await workIncentives(model, population, {
        ...{ baseline: rateLaw, reform: rateLaw, perCompensation: true, reach: 500 },
        convention: 'tax-calculator',
      }),
      await after(rateLaw),
      await after(creditLaw),
    ]
    expect(answers.map(({ body }) => body)).toEqual(plain(expected))
  }, 120_000)

  test('are given up when the client leaves, and the next is answered', async () => {
    const gone = service.ask('POST', '/v1/incentives', {
      body: { reforms: [rate] },
      signal: AbortSignal.timeout(5),
    })
    await expect(gone).rejects.toThrow()
    const { status } = await service.ask('POST', '/v1/incentives', { body: { reforms: [credit] } })
    expect(status).toBe(200)
  }, 60_000)

  test.each([
    [400, 'E_REQUEST', { reach: 0 }],
    [400, 'E_REQUEST', { per: 'hour' }],
    [400, 'E_REQUEST', { people: 'adults' }],
    [422, 'E_CONVENTION_UNKNOWN', { convention: 'nobody' }],
    [422, 'E_DATASET_YEAR', { year: 2099 }],
    [422, 'E_DATASET_UNKNOWN', { dataset: 'us-puf' }],
    [422, 'E_REFORM_FORMULA', { reforms: [flatCredit] }],
    [422, 'E_REFORM_FORMULA', { baseline: [flatCredit] }],
  ])('asked wrongly are answered %i %s: %j', async (status, code, body) => {
    const answer = await service.ask('POST', '/v1/incentives', { body })
    expect(answer).toMatchObject({ status, body: { error: { code } } })
  })
})

describe('marginal rates', () => {
  test('are what a script answers', async () => {
    const laws = { baseline: model.law, reform: await lawAfter(rate) }
    const asked = { income: 'employment_income', person: 'spouse', perCompensation: true } as const
    const { body } = await service.ask('POST', '/v1/rates', {
      body: { reforms: [rate], person: 'spouse', per: 'compensation' },
    })
    expect(body).toEqual(plain((await populationRates(model, population, asked, laws)).summary))
  }, 60_000)

  test.each([
    [400, 'E_REQUEST', { person: 'child' }],
    [422, 'E_RATE_INCOME', { income: 'eitc' }],
    [422, 'E_RATE_INCOME', { income: 'dividend_income', per: 'compensation' }],
    [422, 'E_VARIABLE_UNKNOWN', { income: 'wagse' }],
    [422, 'E_REFORM_FORMULA', { reforms: [flatCredit] }],
  ])('asked wrongly are answered %i %s: %j', async (status, code, body) => {
    const answer = await service.ask('POST', '/v1/rates', { body })
    expect(answer).toMatchObject({ status, body: { error: { code } } })
  })
})
