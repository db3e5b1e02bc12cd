/** The command line as a user meets it: real processes, their output, their exit status. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { LiveBench } from '../engine/src/cli/bench/live-bench.ts'
import type { PopulationBench } from '../engine/src/cli/bench/population-bench.ts'
import { commands } from '../engine/src/cli/commands.ts'
import type { RateSummary } from '../engine/src/model/rates/rate-summary.ts'
import outcomesSchema from '../schema/outcomes.schema.json' with { type: 'json' }
import { runCommand } from './testing/run-command.ts'

const folder = mkdtempSync(join(tmpdir(), 'reformlab-'))
const file = (name: string, content: string | object | Uint8Array) => {
  const path = join(folder, name)
  const isData = typeof content === 'string' || content instanceof Uint8Array
  writeFileSync(path, isData ? content : JSON.stringify(content))
  return path
}
afterAll(() => rmSync(folder, { recursive: true }))

const ctc = 'law/us/reforms/larger-child-tax-credit.reform.yaml'
const family = file('family.json', {
  people: { Ann: { age: 38, employment_income: 52000 }, Tom: { age: 7 } },
  tax_units: { family: { head: 'Ann', dependents: ['Tom'] } },
})

describe('help', () => {
  test('lists every command, and each has its own with examples', async () => {
    const { status, stdout } = await runCommand(['--help'])
    expect(status).toBe(0)
    expect(commands.length).toBeGreaterThanOrEqual(14)
    for (const { name, hidden } of commands) {
      if (hidden) expect(stdout).not.toContain(`  ${name} `)
      else expect(stdout).toContain(`  ${name} `)
      const help = await runCommand([name, '--help'])
      expect(help).toMatchObject({ status: 0, stderr: '' })
      expect(help.stdout).toMatch(
        new RegExp(`^reformlab ${name} [\\s\\S]*Options[\\s\\S]*Examples\\n  reformlab ${name}`),
      )
      expect(Math.max(...help.stdout.split('\n').map(line => line.length))).toBeLessThanOrEqual(100)
    }
  })

  test('--version is the package version', async () => {
    const { version } = JSON.parse(readFileSync('engine/package.json', 'utf8')) as { version: string }
    expect(await runCommand(['--version'])).toMatchObject({ status: 0, stdout: `${version}\n` })
  })
})

describe('household', () => {
  test('answers a reform beside the baseline, in well under a second', async () => {
    await runCommand(['household', family])
    const { status, stdout, milliseconds } = await runCommand(['household', family, '--reform', ctc])
    expect(status).toBe(0)
    expect(stdout).toMatch(/Individual income tax.*\$788 +-\$612 +-\$1,400/)
    expect(stdout).toContain('filing_status of family = head_of_household')
    expect(milliseconds).toBeLessThan(3000)
  })

  test('explains each line with its law, within 100 characters', async () => {
    const { status, stdout } = await runCommand(['household', family, '--reform', ctc, '--explain'])
    expect(status).toBe(0)
    expect(stdout).toMatch(/Child tax credit before.*26 USC §24/)
    expect(stdout).toMatch(/Parameter: Child tax credit per ch.* \$2,200 +\$3,600/)
    expect(Math.max(...stdout.split('\n').map(line => line.length))).toBeLessThanOrEqual(100)
  })

  test('answers JSON, YAML situations and several reforms in order', async () => {
    const yaml = file('one.yaml', 'people:\n  Ann: { age: 38, employment_income: 52000, }\n')
    const first = file('first.json', { STD: { 2026: [1, 1, 1, 1, 1] } })
    const second = file('second.json', {
      'gov.irs.deductions.standard.amount.SINGLE': { '2026-01-01': 30000 },
    })
    const words = ['household', yaml, '--variables', 'standard_deduction', '--json']
    const { stdout } = await runCommand([...words, '--baseline', first, '--reform', second])
    expect(JSON.parse(stdout)).toMatchObject({
      year: 2026,
      variables: [
        { name: 'standard_deduction', values: [{ record: 'tax_unit', baseline: 1, reform: 30000 }] },
      ],
    })
  })
})

describe('parameters and variables', () => {
  test('one parameter is shown with its years, unit, reference and indexation', async () => {
    const { stdout } = await runCommand(['parameters', 'gov.irs.credits.ctc.amount.base'])
    for (const part of ['currency-USD', '26 USC §24', 'by gov.indices.cpi_u']) expect(stdout).toContain(part)
    expect(stdout).toMatch(/2025 +\$2,200\n +2027 +\$2,2\d\d/)
  })

  test('a folder is listed for a year, also under a reform', async () => {
    const { stdout } = await runCommand([
      'parameters',
      'gov.irs.credits.ctc',
      '--year',
      '2026',
      '--reform',
      ctc,
    ])
    expect(stdout).toMatch(/amount\.base +\$3,600/)
    expect(stdout).toContain('13 parameters')
  })

  test("Tax-Calculator's names are understood", async () => {
    const { stdout } = await runCommand(['parameters', 'II_rt7', '--json'])
    expect(JSON.parse(stdout)).toMatchObject({ leaves: [{ path: 'gov.irs.income.bracket.rates.7' }] })
  })

  test('a variable is shown with its formula and what it reads', async () => {
    const { stdout } = await runCommand(['variables', 'eitc'])
    for (const part of ['26 USC §32', 'law/us/rules/', 'eitc_entitlement', 'formula(unit, law)'])
      expect(stdout).toContain(part)
    const list = await runCommand(['variables', '--entity', 'person', '--json'])
    expect(JSON.parse(list.stdout)).toContainEqual(
      expect.objectContaining({ name: 'employment_income', kind: 'input' }),
    )
  })
})

test('datasets are listed and have a card', async () => {
  expect((await runCommand(['datasets'])).stdout).toContain('us-cps')
  const { stdout } = await runCommand(['datasets', 'us-cps'])
  for (const part of ['Observed', 'Rebuilt', 'Imputed', 'Limits', '280,005 tax unit'])
    expect(stdout).toContain(part)
})

describe('impact', () => {
  let json: string
  let table: string
  beforeAll(async () => {
    json = (await runCommand(['impact', '--year', '2026', '--reform', ctc, '--json'])).stdout
    table = (await runCommand(['impact', '--year', '2026', '--reform', ctc])).stdout
  }, 120_000)

  test('is the same JSON for one thread and for two', async () => {
    const one = await runCommand(['impact', '--year', '2026', '--reform', ctc, '--json', '--workers', '1'])
    expect(one.status).toBe(0)
    expect(one.stdout).toBe(json)
    expect(JSON.parse(json)).toMatchObject({ year: 2026, dataset: { name: 'us-cps' } })
  })

  test('prints money, groups, winners, inequality, poverty and what each means', () => {
    for (const title of [
      'Budget',
      'Change in net income by income group',
      'Winners and losers',
      'Inequality',
      'Poverty',
    ])
      expect(table).toMatch(new RegExp(`^${title} \\(`, 'm'))
    const { total } = JSON.parse(json).budget as { total: number }
    expect(table).toContain((total / 1e9).toFixed(1))
    expect(table).toContain('280,005 tax unit records')
    expect(table).not.toContain('\u001b')
    expect(Math.max(...table.split('\n').map(line => line.length))).toBeLessThanOrEqual(100)
  })

  test('has ASCII bars where Unicode is not wanted', async () => {
    const { stdout } = await runCommand(['impact', '--reform', ctc], { REFORMLAB_ASCII: '1' })
    expect(stdout).toMatch(/\+\d+\.\d\d% {2}#+\n/)
    expect(stdout).not.toMatch(/[█▓▒░]/)
  })

  test('changes nothing without a reform', async () => {
    const { stdout } = await runCommand(['impact', '--json'])
    expect(JSON.parse(stdout).budget).toMatchObject({ total: 0, taxes: 0, benefits: 0 })
  })
})

describe('impact with behaviour', () => {
  const words = ['impact', '--reform', 'law/us/reforms/top-rate.reform.yaml', '--assume']
  const assume = 'law/us/assumptions/moderate-responses.yaml'

  test('shows what people change and what that is worth', async () => {
    const { status, stdout } = await runCommand([...words, assume])
    expect(status).toBe(0)
    expect(stdout).toMatch(
      /Budget balance if nobody responds +\+\d+\.\d[\s\S]*What responses add to it +-\d+\.\d/,
    )
  })

  test('is JSON of the schema', async () => {
    const { stdout } = await runCommand([...words, assume, '--json'])
    const valid = new Ajv({ strict: false }).compile(outcomesSchema)
    const impact = JSON.parse(stdout)
    expect(valid(impact), JSON.stringify(valid.errors)).toBe(true)
    expect(impact.response.inputs).toHaveLength(4)
  })
})

describe('columns', () => {
  test("are one row a tax unit in the order of RECID, in Tax-Calculator's names", async () => {
    const out = join(folder, 'columns.csv')
    const { status, stdout } = await runCommand([
      'columns',
      'MARS,iitax,e00200p',
      'eitc',
      '--names',
      'tax-calculator',
      '--year',
      '2024',
      '--out',
      out,
    ])
    expect(status).toBe(0)
    expect(stdout).toContain('280,005 tax units of 2024: RECID, MARS, iitax, e00200p, eitc')
    const lines = readFileSync(out, 'utf8').split('\r\n')
    expect(lines[0]).toBe('RECID,MARS,iitax,e00200p,eitc')
    expect(lines).toHaveLength(280_007)
    expect(lines.slice(1, -1).every((line, i) => Number(line.split(',')[0]) === i + 1)).toBe(true)
    expect(new Set(lines.slice(1, -1).map(line => line.split(',')[1]))).toEqual(new Set(['1', '2', '3', '4']))
  })

  test('a full disk, a missing folder or a refused variable leaves no file behind', async () => {
    const out = join(folder, 'none', 'x.csv')
    expect(await runCommand(['columns', 'eitc', '--out', out])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('E_FILE_WRITE'),
    })
  })
})

describe('rates', () => {
  test('are shown by income group, and written by tax unit', async () => {
    const out = join(folder, 'rates.csv')
    const { status, stdout, stderr } = await runCommand(['rates', 'long_term_capital_gains', '--out', out])
    expect(status).toBe(0)
    expect(stdout).toMatch(/^ +units +income +payroll +combined +last/m)
    expect(stdout.match(/^ {2}\d+–\d+% /gm)).toHaveLength(10)
    expect(Math.max(...stdout.split('\n').map(line => line.length))).toBeLessThanOrEqual(100)
    expect(stderr).toContain('280,005 tax units of 2026: RECID, income_tax_next')
    const [head, first] = readFileSync(out, 'utf8').split(/\r?\n/)
    expect(head).toBe(
      'RECID,' +
        ['income_tax', 'payroll_tax', 'combined_tax']
          .flatMap(tax => ['next', 'last', 'jump_up', 'jump_down'].map(side => `${tax}_${side}`))
          .join(','),
    )
    expect(first!.split(',')).toHaveLength(13)
  })

  test('of a reform of the top rate are higher at the top alone', async () => {
    const reform = 'law/us/reforms/top-rate.reform.yaml'
    const { stdout } = await runCommand(['rates', '--reform', reform, '--json'])
    const { groups, overall } = JSON.parse(stdout) as RateSummary
    expect(groups.slice(0, 9).every(({ higher, lower }) => higher === 0 && lower === 0)).toBe(true)
    const { higher, lower, baseline, reform: after } = groups[9]!
    expect(higher).toBeGreaterThan(0.03)
    expect(lower).toBe(0)
    expect(after.next.combined_tax! - baseline.next.combined_tax!).toBeCloseTo(0.026 * higher!, 3)
    expect(overall.units).toBeGreaterThan(100e6)
  })
})

describe('bench', () => {
  test('measures the start, everything and four reforms', async () => {
    const { status, stdout } = await runCommand(['bench', 'population', '--json'])
    expect(status).toBe(0)
    const bench = JSON.parse(stdout) as PopulationBench
    expect(bench).toMatchObject({ records: 280_005, variables: 109, rounds: 5 })
    expect(bench.reforms).toHaveLength(4)
    const times = [...Object.values(bench.start), ...[bench.whole, ...bench.reforms].map(m => m.milliseconds)]
    expect(times.every(time => time > 0)).toBe(true)
    expect(bench.memory).toBeGreaterThan(100)
  })

  test('drives a live session over a real server', async () => {
    const { status, stdout } = await runCommand(['bench', 'live', '--json'])
    expect(status).toBe(0)
    const bench = JSON.parse(stdout) as LiveBench
    expect(bench).toMatchObject({
      records: 280_005,
      patches: 200,
      perSecond: 30,
      stale: 0,
      lastAnswered: true,
    })
    expect(bench.frames).toBeGreaterThan(20)
    expect(bench.p50).toBeLessThanOrEqual(bench.p95)
  })

  test('says what to do where the peer does not answer', async () => {
    const peer = ['--against', 'tax-calculator', '--python', join(folder, 'no-python')]
    const { status, stderr } = await runCommand(['bench', 'population', ...peer])
    expect(status).toBe(1)
    expect(stderr).toMatch(/error E_PEER: .*no-python.*ENOENT[\s\S]*npm run bench/)
    const broken = await runCommand(['bench', 'population', ...peer.slice(0, 2), '--python', '/bin/false'])
    expect(broken.stderr).toContain('it ended with status 1')
  })
})

describe('bad input', () => {
  mkdirSync(join(folder, 'a.json'))
  const reform = (content: string | object, name = `reform${Math.random()}.json`) => [
    'parameters',
    'gov',
    '--reform',
    file(name, content),
  ]
  const situation = (content: string | object) => [
    'household',
    file(`situation${Math.random()}.json`, content),
  ]
  const people = { Ann: { age: 40 }, Bob: { age: 39 } }
  const cases: [code: string, part: string, words: string[]][] = [
    ['E_USAGE', 'no command "impct"', ['impct']],
    ['E_USAGE', 'no option --reforms', ['impact', '--reforms', 'x']],
    ['E_USAGE', '--reform needs a value', ['impact', '--reform']],
    ['E_USAGE', '--explain takes no value', ['household', 'x', '--explain=3']],
    ['E_USAGE', 'is not a year', ['impact', '--year', 'next']],
    ['E_USAGE', 'not a number of threads', ['impact', '--workers', 'many']],
    ['E_USAGE', 'one word too many', ['impact', 'now']],
    ['E_USAGE', 'needs FILE', ['household']],
    ['E_USAGE', 'not said where to write', ['columns', 'eitc']],
    ['E_USAGE', 'has no names here', ['columns', 'eitc', '--names', 'mine', '--out', 'x.csv']],
    ['E_OUTPUT_FORMAT', 'x.xlsx', ['columns', 'eitc', '--out', 'x.xlsx']],
    ['E_VARIABLE_UNKNOWN', 'eitc', ['columns', 'eitcc', '--out', 'x.csv']],
    ['E_VARIABLE_UNKNOWN', 'iitax', ['columns', 'iitaxx', '--names', 'tax-calculator', '--out', 'x.csv']],
    ['E_VARIABLE_UNKNOWN', 'income_tax', ['variables', 'incme_tax']],
    ['E_VARIABLE_UNKNOWN', 'eitc', ['household', family, '--variables', 'etic']],
    ['E_VARIABLE_ENTITY', 'head.age', ['columns', 'age', '--out', 'x.csv']],
    ['E_DATASET_UNKNOWN', 'us-cps', ['impact', '--dataset', 'us-puf']],
    ['E_DATASET_YEAR', '2014', ['impact', '--year', '2013']],
    ['E_DATE_RANGE', '2013', ['household', family, '--year', '1999']],
    ['E_CONVENTION_UNKNOWN', 'default', ['impact', '--convention', 'mine']],
    ['E_PARAMETER_UNKNOWN', 'gov.irs.credits.ctc', ['parameters', 'gov.irs.credit.ctc.amount.base']],
    ['E_FILE_READ', 'no such file', ['impact', '--reform', join(folder, 'nothing.json')]],
    ['E_FILE_READ', 'it is a folder', ['impact', '--reform', join(folder, 'a.json')]],
    [
      'E_FILE_READ',
      'UTF-8',
      reform('', 'latin.json')
        .slice(0, 3)
        .concat(file('latin.json', new Uint8Array([0x7b, 0xff]))),
    ],
    ['E_REFORM_FILE', 'line 1, column 13', reform('{"STD": {"x"')],
    ['E_REFORM_FILE', 'empty', reform('')],
    ['E_REFORM_FILE', 'given twice', reform('{"CTC_c": {"2026": 1, "2026": 2}}')],
    ['E_REFORM_FORMAT', 'docs/reform-files.md', reform({ people: {} })],
    ['E_REFORM_PATH', 'increment', reform({ 'gov.irs.credits.ctc.phase_out.increment': { 2026: 1 } })],
    ['E_PARAMETER_UNKNOWN', 'CTC_c', reform({ CTC_cc: { 2026: 1 } })],
    [
      'E_PARAMETER_UNKNOWN',
      'line 2, column 3',
      reform('changes:\n  gov.irs.credits.ctc.amount.bse: { 2026: 1 }', 'b.yaml'),
    ],
    ['E_PARAMETER_TYPE', 'a finite number', reform('{"CTC_c": {"2026": "lots"}}')],
    ['E_PARAMETER_TYPE', 'NaN', reform('{"CTC_c": {"2026": NaN}}')],
    ['E_PARAMETER_RANGE', 'gov.irs.income.bracket.rates.7', reform({ II_rt7: { 2026: 7 } }).concat('--json')],
    ['E_DATE_RANGE', '2099', reform({ CTC_c: { 2099: 1 } })],
    ['E_SITUATION_FILE', 'line 1', situation('{"people": {')],
    ['E_SITUATION', 'nobody is described', situation({ people: {} })],
    ['E_SITUATION', 'persons', situation({ persons: people })],
    ['E_SITUATION', 'employment_income', situation({ people: { Ann: { employment_incme: 1 } } })],
    ['E_SITUATION', 'NaN', situation('{"people": {"Ann": {"employment_income": NaN}}}')],
    ['E_SITUATION', 'Infinity', situation('{"people": {"Ann": {"employment_income": 1e999}}}')],
    ['E_SITUATION', '"40" is not', situation({ people: { Ann: { age: '40' } } })],
    [
      'E_SITUATION',
      'is computed by the law',
      situation({ people, tax_units: { a: { members: ['Ann', 'Bob'], eitc: 3 } } }),
    ],
    ['E_RATE_INCOME', 'the law computes it', ['rates', 'eitc']],
    ['E_USAGE', '"child" is nothing --person knows', ['rates', '--person', 'child']],
    ['E_USAGE', 'no benchmark "x"', ['bench', 'x']],
    ['E_USAGE', '"99999" is not a port', ['serve', '--port', '99999']],
    ['E_SERVICE_EXPOSED', 'REFORMLAB_TOKEN_SECRET', ['serve', '--host', '0.0.0.0']],
    ['E_USAGE', '"openfisca" cannot be compared with', ['bench', 'population', '--against', 'openfisca']],
    ['E_SITUATION', 'no person "Eve"', situation({ people, tax_units: { a: { head: 'Eve' } } })],
    [
      'E_SITUATION',
      'already in',
      situation({ people, tax_units: { a: { head: 'Ann' }, b: { head: 'Ann', spouse: 'Bob' } } }),
    ],
    ['E_SITUATION', 'is in no tax_unit', situation({ people, tax_units: { a: { head: 'Ann' } } })],
    [
      'E_SITUATION',
      'has no head',
      situation({ people, tax_units: { a: { spouse: 'Ann', dependents: ['Bob'] } } }),
    ],
    ['E_SITUATION', 'an object is expected', situation('[1, 2]')],
  ]

  test.for(cases)('%s with %s', async ([code, part, words]) => {
    const { status, stdout, stderr } = await runCommand(words)
    expect(status).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toContain(code)
    expect(stderr.replace(/\n +/g, ' ')).toContain(part)
    expect(stderr).not.toMatch(/\n {4}at |node:internal/)
  })

  test('errors are JSON where that is asked for', async () => {
    const { stderr } = await runCommand(['variables', 'incme_tax', '--json'])
    expect(JSON.parse(stderr)).toMatchObject({
      error: { code: 'E_VARIABLE_UNKNOWN', details: { name: 'incme_tax' } },
    })
  })
})

test('what nobody asked wrongly ends with status 1, says what to do and shows no stack trace', async () => {
  const { status, stderr } = await runCommand(['datasets', 'us-cps', '--fetch'], {
    ...{ REFORMLAB_CACHE: join(folder, 'cache'), REFORMLAB_TAXCALC_ARCHIVE: '', PATH: folder },
  })
  expect(status).toBe(1)
  expect(stderr).toMatch(/^error E_DATASET_FETCH: .*\n {2}\w/m)
  expect(stderr).not.toMatch(/\n {4}at /)
})
