/** Populations over the wire: impacts, and live sessions of several users, on one running service. */
import { PassThrough } from 'node:stream'
import outcomesSchema from '@reformlab/schema/outcomes.schema.json' with { type: 'json' }
import { Ajv } from 'ajv'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  openModel,
  openPopulation,
  openPopulationOfModels,
  reformedLaw,
  reformedModel,
  structuralImpact,
} from '../model/index.ts'
import type { Impact } from '../outcomes/index.ts'
import { readReform } from '../reforms/index.ts'
import { FrameReader } from './frame-reader.ts'
import type { ServiceClient } from './testing/service-client.ts'
import { startService } from './testing/test-service.ts'

const model = await openModel()
const amount = 'gov.irs.credits.ctc.amount.base'
const credit = (value: number) => `changes: { ${amount}: { 2026: ${value} } }`
const values = [2500, 3000, 3500, 4000]
const flatCredit = 'variables: { refundable_ctc: { formula: unit => 0.5 * unit.ctc_beyond_tax_liability } }'
let service: ServiceClient
const log: string[] = []
/** What a script answers, by amount of the credit. */
const expected = new Map<number, Impact>()

beforeAll(async () => {
  const population = await openPopulation(model, 'us-cps', 2026)
  for (const value of values) {
    const reform = await readReform(credit(value), 'credit', model.reforms)
    const { impact } = await population.impact(model.law, reformedLaw(model.law, [reform]))
    expected.set(value, JSON.parse(JSON.stringify(impact)))
  }
  await population.close()
  const lines = new PassThrough().on('data', line => log.push(String(line)))
  service = await startService({ model, sessionsPerUser: 3, log: lines })
}, 120_000)

/** What a script answers of the formulas, and an amount of the credit where there is one. */
async function structuralImpactOf(value?: number): Promise<Impact> {
  const formulas = await readReform(flatCredit, 'formulas', model.reforms)
  const reforms = value === undefined ? [] : [await readReform(credit(value), 'credit', model.reforms)]
  const populations = await openPopulationOfModels('us-cps', 2026)
  const impact = await structuralImpact(
    populations,
    { model, law: model.law },
    { model: await reformedModel(model, [formulas]), law: reformedLaw(model.law, reforms) },
  )
  await populations.close()
  return JSON.parse(JSON.stringify(impact))
}

describe('impact', () => {
  test('is what a script answers, for many who ask at once with several baselines', async () => {
    const answers = await Promise.all(
      [...values, ...values].map((value, i) =>
        service.ask<Impact>('POST', '/v1/impact', {
          body: { reforms: [credit(value)], baseline: i % 2 ? [credit(2200)] : [] },
        }),
      ),
    )
    for (const [i, { status, body }] of answers.entries()) {
      expect(status).toBe(200)
      if (i % 2 === 0) expect(body).toEqual(expected.get(values[i % 4]!))
      else expect(body.budget.total).toBeCloseTo(expected.get(values[i % 4]!)!.budget.total, 2)
    }
  })

  test('is given up when the client leaves, without an error in the log, and the next is answered', async () => {
    log.length = 0
    const leave = new AbortController()
    const left = service.ask('POST', '/v1/impact', { body: {}, signal: leave.signal })
    setTimeout(() => leave.abort(), 5)
    await expect(left).rejects.toThrow(/abort/i)
    const { body } = await service.ask('POST', '/v1/impact', { body: { reforms: [credit(3000)] } })
    expect(body).toEqual(expected.get(3000))
    expect(log.join('')).toContain('"status":499')
    expect(log.filter(line => !line.includes('"level":30'))).toEqual([])
  })

  test('of a reform that changes formulas is what a script answers, as reform and as baseline', async () => {
    const ask = async (body: object) => (await service.ask<Impact>('POST', '/v1/impact', { body })).body
    const impact = await structuralImpactOf(3000)
    expect(await ask({ reforms: [flatCredit, credit(3000)] })).toEqual(impact)
    expect((await ask({ baseline: [flatCredit], reforms: [flatCredit] })).budget.total).toBe(0)
    const taken = await ask({ baseline: [flatCredit], reforms: [credit(3000)] })
    expect(taken.budget.total).toBeLessThan(-1e9)
  }, 60_000)

  test('that takes too long is given up', async () => {
    const impatient = await startService({ model, limitMilliseconds: 20 })
    expect(await impatient.ask('POST', '/v1/impact', { body: {} })).toMatchObject({
      status: 503,
      body: { error: { code: 'E_REQUEST_TIME', details: { seconds: 0.02 } } },
    })
  })

  test.each([
    [422, 'E_DATASET_UNKNOWN', { dataset: 'us-puf' }],
    [422, 'E_DATASET_YEAR', { year: 2013 }],
    [422, 'E_CONVENTION_UNKNOWN', { convention: 'mine' }],
    [400, 'E_REQUEST', { year: 2026.5 }],
  ])('asked wrongly is answered %i %s: %j', async (status, code, body) => {
    expect(await service.ask('POST', '/v1/impact', { body })).toMatchObject({
      status,
      body: { error: { code } },
    })
  })
})

const openSession = async (body: object = {}) =>
  (await service.ask<{ id: string }>('POST', '/v1/sessions', { body })).body.id
const framesOf = (id: string, headers: Record<string, string> = {}) =>
  FrameReader.open(service.url('/v1/sessions/{id}/frames', { id }), headers)
const patch = (id: string, sequence: number, changes: object) =>
  service.ask('POST', '/v1/sessions/{id}/patches', { params: { id }, body: { sequence, changes } })
const close = (id: string) => service.ask('DELETE', '/v1/sessions/{id}', { params: { id } })

describe('a live session', () => {
  const valid = new Ajv({ allowUnionTypes: true }).compile(outcomesSchema)

  test('answers patches in order, the last always, while another user drags too', async () => {
    const drag = async () => {
      const id = await openSession()
      const reader = await framesOf(id)
      for (let sequence = 1; sequence <= 40; sequence++)
        expect(await patch(id, sequence, { [amount]: values[sequence % 4]! })).toMatchObject({ status: 202 })
      const last = await reader.frame(40)
      expect(last.impact).toEqual(expected.get(values[0]!))
      const sequences = reader.frames.map(({ sequence }) => sequence)
      expect(sequences).toEqual(sequences.toSorted((a, b) => a - b))
      for (const { sequence, impact } of reader.frames) {
        expect(valid(impact), JSON.stringify(valid.errors)).toBe(true)
        expect(impact).toEqual(expected.get(values[sequence % 4]!))
      }
      expect(await close(id)).toMatchObject({ status: 204 })
      await reader.ended
    }
    await Promise.all([drag(), drag()])
  })

  test('takes values by category, refuses what is wrong and then changes nothing', async () => {
    const id = await openSession()
    const reader = await framesOf(id)
    await patch(id, 1, { 'gov.irs.deductions.standard.amount': { single: 20000, joint: 40000 } })
    expect((await reader.frame(1)).impact!.budget.total).toBeLessThan(-1e9)
    const wrong: [number, string, number, object][] = [
      [422, 'E_PARAMETER_UNKNOWN', 2, { 'gov.irs.credits.ctc.amount.bse': 1 }],
      [422, 'E_PARAMETER_RANGE', 2, { 'gov.irs.income.bracket.rates': { 7: 7 } }],
      [400, 'E_REQUEST', 2, { [amount]: 'lots' }],
      [409, 'E_SESSION_SEQUENCE', 1, { [amount]: 3000 }],
    ]
    for (const [status, code, sequence, changes] of wrong)
      expect(await patch(id, sequence, changes)).toMatchObject({ status, body: { error: { code } } })
    await patch(id, 2, {})
    expect((await reader.frame(2)).impact!.budget.total).toBe(0)
    expect(reader.frames).toHaveLength(2)
    reader.leave()
    await close(id)
  })

  test('on reforms that change formulas answers patches upon them, and refuses formulas that are wrong', async () => {
    const id = await openSession({ reforms: [flatCredit] })
    const reader = await framesOf(id)
    await patch(id, 1, { [amount]: 3000 })
    expect((await reader.frame(1)).impact).toEqual(await structuralImpactOf(3000))
    await patch(id, 2, {})
    expect((await reader.frame(2)).impact).toEqual(await structuralImpactOf())
    reader.leave()
    await close(id)
    const wrong = flatCredit.replace('liability', 'liabilty')
    expect(await service.ask('POST', '/v1/sessions', { body: { reforms: [wrong] } })).toMatchObject({
      status: 422,
      body: { error: { code: 'E_LAW_NAME' } },
    })
  }, 60_000)

  test('gives a reader who comes late or back the newest frame, once', async () => {
    const id = await openSession()
    const first = await framesOf(id)
    await patch(id, 7, { [amount]: 3000 })
    await first.frame(7)
    first.leave()
    await first.ended
    expect((await (await framesOf(id)).frame(7)).impact).toEqual(expected.get(3000))
    const knowing = await framesOf(id, { 'last-event-id': '7' })
    await patch(id, 8, { [amount]: 3500 })
    await knowing.frame(8)
    expect(knowing.frames.map(({ sequence }) => sequence)).toEqual([8])
    await close(id)
    await knowing.ended
  })

  test('is one of few, and not there once it is closed', async () => {
    const ids = [await openSession(), await openSession(), await openSession()]
    expect(await service.ask('POST', '/v1/sessions', { body: {} })).toMatchObject({
      status: 429,
      body: { error: { code: 'E_SESSION_LIMIT' } },
    })
    for (const id of ids) await close(id)
    expect(await patch(ids[0]!, 1, {})).toMatchObject({
      status: 404,
      body: { error: { code: 'E_SESSION_UNKNOWN' } },
    })
    expect(await service.ask('GET', '/v1/sessions/{id}/frames', { params: { id: ids[0]! } })).toMatchObject({
      status: 404,
    })
  })
})
