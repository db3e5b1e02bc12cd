/** `reformlab incentives` as a user meets it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { WorkIncentives } from '../engine/src/model/index.ts'
import { runCommand } from './testing/run-command.ts'

const folder = mkdtempSync(join(tmpdir(), 'reformlab-'))
afterAll(() => rmSync(folder, { recursive: true }))
const reform = 'law/us/reforms/larger-child-tax-credit.reform.yaml'

test('prints what it answers as data, in lines of at most 100 characters', async () => {
  const printed = await runCommand(['incentives', '--reform', reform], { REFORMLAB_ASCII: '1' })
  const data = await runCommand(['incentives', '--reform', reform, '--json', '--workers', '1'])
  expect([printed.status, data.status]).toEqual([0, 0])
  const incentives = JSON.parse(data.stdout) as WorkIncentives
  const { marginalRates, participationRates, records } = incentives.overall
  const lines = printed.stdout.split('\n')
  expect(Math.max(...lines.map(line => line.length))).toBeLessThanOrEqual(100)
  const percent = (share: number | null) => `${(share! * 100).toFixed(2)}%`
  const row = (label: string, from: number) =>
    lines.slice(from).find(line => line.trimStart().startsWith(label))!
  const participationFrom = lines.findIndex(line => line.startsWith('Participation rates'))
  for (const [{ mean, quantiles, bands }, from] of [
    [marginalRates.next, 0],
    [participationRates, participationFrom],
  ] as const) {
    expect(row('Mean', from)).toContain(`${percent(mean.baseline)}  ${percent(mean.reform)}`)
    expect(row('Median', from)).toContain(percent(quantiles.median.reform))
    expect(row('15–20%', from)).toContain(
      `${percent(bands.baseline![4]!)}  ${percent(bands.reform![4]!)}  ####`,
    )
  }
  expect(printed.stdout).toContain('Benefits are amounts observed in the data')
  expect(printed.stdout.replaceAll(/\s+/g, ' ')).toContain(`${records.toLocaleString('en-US')} earners for`)
  expect(row('90–100%', 0)).toContain(percent(incentives.groups.at(-1)!.marginalRates.next.mean.reform))
})

test.each([
  [['--reach', '0'], 'not an amount above 0'],
  [['--reach', 'far'], 'not an amount above 0'],
  [['--per', 'hour'], 'nothing --per knows'],
  [['--convention', 'nobody'], 'nobody'],
])('refuses %j', async (options, words) => {
  const { status, stdout, stderr } = await runCommand(['incentives', ...options])
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
  expect(stderr).toContain(words)
})

test('refuses a reform of formulas in words', async () => {
  const path = join(folder, 'flat.yaml')
  writeFileSync(path, 'variables: { refundable_ctc: { formula: unit => 2000 * unit.ctc_children } }')
  const { status, stderr } = await runCommand(['incentives', '--reform', path])
  expect(status).toBe(2)
  expect(stderr).toContain('refundable_ctc')
})
