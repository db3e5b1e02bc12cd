/** Situations with axes, as OpenFisca and PolicyEngine write them, on the command line and over HTTP. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import {
  earningsGrid,
  type HouseholdAlongAxes,
  householdAlongAxes,
  openModel,
} from '../engine/src/model/index.ts'
import { startService } from '../engine/src/service/testing/test-service.ts'
import { runCommand } from './testing/run-command.ts'

const model = await openModel()
const folder = mkdtempSync(join(tmpdir(), 'reformlab-axes-'))
afterAll(() => rmSync(folder, { recursive: true }))

const couple = {
  people: { Ann: { age: 38 }, Bob: { age: 41, employment_income: 9_000 }, Tom: { age: 7 } },
  tax_units: { home: { head: 'Ann', spouse: 'Bob', dependents: ['Tom'], eitc: null } },
}
const axes = [
  [{ name: 'employment_income', min: 0, max: 60_000, count: 61, period: '2026' }],
  [{ name: 'age', index: 2, min: 15, max: 18, count: 4 }],
]
const file = join(folder, 'couple.json')
writeFileSync(file, JSON.stringify({ ...couple, axes }))
const asked = { situation: couple, axes, year: 2026, baseline: model.law, variables: ['income_tax'] }
const asJson = (value: unknown) => JSON.parse(JSON.stringify(value))

test('reformlab household answers a list for each variable, or shows some cells', async () => {
  const words = ['household', file, '--variables', 'income_tax']
  const { stdout } = await runCommand([...words, '--json'])
  expect(JSON.parse(stdout)).toEqual(asJson(await householdAlongAxes(model, asked)))
  const shown = await runCommand([...words, '--reform', 'law/us/reforms/larger-child-tax-credit.reform.yaml'])
  expect(shown.status).toBe(0)
  expect(shown.stdout).toMatch(
    /244 cells: employment_income of Ann from 0 to 60,000 × age of Tom from 15 to 18/,
  )
  expect(shown.stdout).toMatch(/Ann: employment_income +Tom: age +income_tax +income_tax, reform/)
  expect(shown.stdout).toMatch(/21 of 244 cells/)
  expect(Math.max(...shown.stdout.split('\n').map(line => line.length))).toBeLessThanOrEqual(100)
  const refused = await runCommand([...words, '--explain'])
  expect([refused.status, refused.stderr.includes('E_AXES')]).toEqual([2, true])
})

test('the service answers the same, and refuses bad axes by their place', async () => {
  const service = await startService()
  const ask = (situation: object, more: object = {}) =>
    service.ask<HouseholdAlongAxes>('POST', '/v1/households', {
      body: { situation, variables: ['income_tax'], ...more },
    })
  const { body } = await ask({ ...couple, axes })
  expect(body).toEqual(asJson(await householdAlongAxes(model, asked)))
  expect(body.variables.map(({ name }) => name)).toEqual(['income_tax', 'eitc'])
  const credit = body.variables[1]!.values[0]!.baseline
  expect(credit).toHaveLength(body.cells)
  const reforms = ['changes: { gov.irs.credits.ctc.amount.base: { 2026: 3600 } }']
  const compared = await ask({ ...couple, axes }, { reforms })
  expect(compared.body.variables[0]!.values[0]!.reform).not.toEqual(body.variables[0]!.values[0]!.baseline)

  const [wages] = axes[0]!
  const error = async (bad: unknown) => (await ask({ ...couple, axes: bad })) as unknown
  expect(await error([[{ ...wages, name: 'eitc' }]])).toMatchObject({
    ...{ status: 422, body: { error: { code: 'E_AXES', details: { place: 'axes[0][0].name' } } } },
  })
  expect(await error([[{ ...wages, count: 50_001 }]])).toMatchObject({
    ...{ status: 422, body: { error: { code: 'E_AXES' } } },
  })
  expect(await error([[{ ...wages, count: 0 }]])).toMatchObject({
    ...{ status: 400, body: { error: { code: 'E_REQUEST' } } },
  })
})

test('the service answers a household over two incomes', async () => {
  const service = await startService()
  const first = { to: 60_000, points: 7 }
  const second = { income: 'employment_income', record: 'Bob', to: 30_000, points: 3 }
  const { tax_units } = couple
  const { eitc: _, ...home } = tax_units.home
  const situation = { ...couple, tax_units: { home } }
  const { body } = await service.ask('POST', '/v1/earnings/grid', { body: { situation, first, second } })
  expect(body).toEqual(
    asJson(await earningsGrid(model, { situation, year: 2026, baseline: model.law, first, second })),
  )
  expect(
    await service.ask('POST', '/v1/earnings/grid', {
      body: { situation, second: { ...second, record: 'Ann' } },
    }),
  ).toMatchObject({ status: 422, body: { error: { code: 'E_AXES' } } })
  const alone = await service.ask('POST', '/v1/earnings/grid', { body: { situation } })
  expect(alone).toMatchObject({ status: 400, body: { error: { code: 'E_REQUEST' } } })
}, 60_000)
