/** `reformlab why` as a user meets it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { ExplainedChange } from '../engine/src/model/index.ts'
import { runCommand } from './testing/run-command.ts'

const folder = mkdtempSync(join(tmpdir(), 'reformlab-why-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = (name: string, content: object) => {
  const path = join(folder, name)
  writeFileSync(path, JSON.stringify(content))
  return path
}

const single = file('single.json', { people: { Ann: { age: 38, employment_income: 52000 } } })
const pair = file('pair.json', {
  people: { Ann: { age: 38, employment_income: 52000 }, Tom: { age: 7 } },
  tax_units: { family: { head: 'Ann', dependents: ['Tom'] } },
})
const rate = { 'gov.irs.income.bracket.rates.2': { 2026: 0.1 } }
const deduction = { 'gov.irs.deductions.standard.amount': { 2026: { single: 18100, joint: 36200 } } }
const both = file('both.json', { title: 'Lower rate, larger deduction', changes: { ...rate, ...deduction } })
const ctc = 'law/us/reforms/larger-child-tax-credit.reform.yaml'

/** Cents in the columns of amounts of a line. */
const cents = (line: string) =>
  [...line.matchAll(/([+-]?)\$([\d,]+)(?:\.(\d\d))?/g)].map(([, sign, whole, part = '00']) =>
    Number(`${sign}${whole!.replaceAll(',', '')}${part}`),
  )

describe('why', () => {
  test('shows lines that add up to the change, to the cent', async () => {
    const { status, stdout } = await runCommand(['why', single, '--reform', both])
    expect(status).toBe(0)
    expect(stdout).toMatch(/Individual income tax.*\$4,060 +\$3,390 +-\$670/)
    expect(stdout).toMatch(/^ {2}Income tax rates \(2\) +12% +10% +-\$450 +26 USC §1/m)
    expect(stdout).toMatch(/^ {2}Standard deduction \(single\) +\$16,100 +\$18,100 +-\$220 +26 USC §63/m)
    expect(stdout).toMatch(/^ {5}Taxable income.*-\$2,000/m)
    expect(stdout).toContain('For other people than these: Standard deduction (joint).')
    expect(Math.max(...stdout.split('\n').map(line => line.length))).toBeLessThanOrEqual(100)
    const [total, ...lines] = stdout.split('\n').filter(line => /^ {2}\S.*[+-]\$/.test(line))
    const sum = lines.reduce((all, line) => all + cents(line).at(-1)!, 0)
    expect(sum).toBe(cents(total!).at(-1))
  })

  test('what only hands on an amount is counted', async () => {
    const { stdout } = await runCommand(['why', pair, '--reform', ctc])
    expect(stdout).toMatch(/^ {2}Child tax credit per child +\$2,200 +\$3,600 +-\$1,400/m)
    expect(stdout).toMatch(/\(\+\d alike\)/)
    expect(stdout).toContain('Makes no difference here: Child tax credit fully refundable.')
  })

  test('answers data, for any number that the law computes, upon a baseline', async () => {
    const words = ['why', single, '--of', 'household_net_income', '--json']
    const first = file('first.json', { changes: deduction })
    const second = file('second.json', { changes: rate })
    const { stdout } = await runCommand([...words, '--baseline', first, '--reform', second])
    const change = JSON.parse(stdout) as ExplainedChange
    expect(change).toMatchObject({ year: 2026, grouping: 'value', rounded: { change: 430 } })
    expect(change.lines).toMatchObject([{ path: 'gov.irs.income.bracket.rates.2', rounded: 430 }])
  })

  test('says that nothing changes, and why', async () => {
    const { stdout } = await runCommand(['why', single, '--reform', 'law/us/reforms/top-rate.reform.yaml'])
    expect(stdout).toContain('Nothing changes: what is different is for other people than these.')
    expect((await runCommand(['why', single])).stdout).toContain('no parameter of this year is different')
  })

  test.each([
    ['E_VARIABLE_NUMBER', 'it is stated, not computed', ['--of', 'age']],
    ['E_VARIABLE_UNKNOWN', 'income_tax', ['--of', 'incme_tax']],
    ['E_USAGE', 'no option --variable', ['--variable', 'eitc']],
    ['E_DATE_RANGE', '2013', ['--year', '1999']],
  ])('%s with %s', async (code, part, words) => {
    const { status, stdout, stderr } = await runCommand(['why', single, ...words])
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain(code)
    expect(stderr.replace(/\n +/g, ' ')).toContain(part)
  })
})
