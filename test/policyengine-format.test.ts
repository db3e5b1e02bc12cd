/** `--format policyengine` and `format: policyengine` answer what the schema of that shape describes. */
import policyEngineSchema from '@reformlab/schema/policyengine-impact.schema.json' with { type: 'json' }
import { Ajv } from 'ajv'
import { beforeAll, expect, test } from 'vitest'
import { engineVersion } from '../engine/src/model/index.ts'
import { type Impact, type PolicyEngineImpact, policyEngineImpact } from '../engine/src/outcomes/index.ts'
import { startService } from '../engine/src/service/testing/test-service.ts'
import { runCommand } from './testing/run-command.ts'

const valid = new Ajv({ allowUnionTypes: true }).compile(policyEngineSchema)
const file = 'law/us/reforms/larger-child-tax-credit.reform.yaml'
const answered = async (...words: string[]) => {
  const { stdout, stderr, status } = await runCommand(['impact', '--reform', file, ...words])
  expect(status, stderr).toBe(0)
  return JSON.parse(stdout)
}

let shape: PolicyEngineImpact
beforeAll(async () => {
  shape = await answered('--format', 'policyengine')
}, 120_000)

test('it is valid, and of the impact by PolicyEngine’s convention', async () => {
  expect(valid(shape), JSON.stringify(valid.errors)).toBe(true)
  const impact: Impact = await answered('--convention', 'policyengine-5', '--json')
  expect(shape).toEqual(JSON.parse(JSON.stringify(policyEngineImpact(impact, { version: engineVersion() }))))
}, 120_000)

test('a property less, or one more, is refused', () => {
  for (const name of Object.keys(shape)) {
    const { [name as 'budget']: _, ...less } = shape
    expect(valid(less), name).toBe(false)
    expect(valid({ ...shape, [`${name}_2`]: null }), name).toBe(false)
  }
})

test('another convention is taken where it is asked for, and responses are null', async () => {
  const other: PolicyEngineImpact = await answered('--format', 'policyengine', '--convention', 'default')
  expect(valid(other), JSON.stringify(valid.errors)).toBe(true)
  expect(other.inequality.gini.baseline).not.toBe(shape.inequality.gini.baseline)
  expect(other.budget.budgetary_impact).toBe(shape.budget.budgetary_impact)
  const assumptions = 'law/us/assumptions/moderate-responses.yaml'
  const response: PolicyEngineImpact = await answered('--format', 'policyengine', '--assume', assumptions)
  expect(valid(response), JSON.stringify(valid.errors)).toBe(true)
  expect(response.labor_supply_response).toBeNull()
}, 120_000)

test('the service answers the same', async () => {
  const service = await startService()
  const reforms = ['changes: { gov.irs.credits.ctc.amount.base: { 2026: 3600 } }']
  const { body } = await service.ask<PolicyEngineImpact>('POST', '/v1/impact', {
    body: { reforms, format: 'policyengine' },
  })
  expect(valid(body), JSON.stringify(valid.errors)).toBe(true)
  expect(body.inequality.gini.baseline).toBe(shape.inequality.gini.baseline)
  const { body: ours } = await service.ask<Impact>('POST', '/v1/impact', {
    body: { reforms, convention: 'policyengine-5' },
  })
  expect(body).toEqual(JSON.parse(JSON.stringify(policyEngineImpact(ours, { version: engineVersion() }))))
  const unknown = await service.ask('POST', '/v1/impact', { body: { format: 'euromod' } })
  expect(unknown).toMatchObject({ status: 400, body: { error: { code: 'E_REQUEST' } } })
}, 120_000)

test('a format that is not known is refused', async () => {
  const { status, stderr } = await runCommand(['impact', '--format', 'euromod'])
  expect([status, stderr.includes('E_USAGE')]).toEqual([2, true])
})
