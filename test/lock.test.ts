/** `reformlab lock` and `reformlab rerun` as a user meets them. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Lock } from '../engine/src/model/index.ts'
import lockSchema from '../schema/lock.schema.json' with { type: 'json' }
import outcomesSchema from '../schema/outcomes.schema.json' with { type: 'json' }
import { runCommand } from './testing/run-command.ts'

const folder = mkdtempSync(join(tmpdir(), 'reformlab-lock-'))
afterAll(() => rmSync(folder, { recursive: true }))
const path = (name: string) => join(folder, name)
const write = (name: string, content: string | object) => {
  writeFileSync(path(name), typeof content === 'string' ? content : JSON.stringify(content))
  return path(name)
}
const read = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Lock

const topRate = (value: number) =>
  `title: A top rate\nchanges: { gov.irs.income.bracket.rates.7: { 2026: ${value} } }`
const reform = write('top.yaml', topRate(0.396))
const first = write('first.json', { II_em: { 2026: 3000 } })
const impactLock = path('impact.lock.json')
const columnsLock = path('columns.lock.json')
const valid = new Ajv({ allowUnionTypes: true }).compile(lockSchema)

beforeAll(async () => {
  const words = ['--baseline', first, '--reform', reform, '--workers', '2', '--out', impactLock]
  expect(await runCommand(['lock', 'impact', ...words])).toMatchObject({
    status: 0,
    stdout: expect.stringContaining(`impact of us-cps 2026 is locked in ${impactLock}`),
  })
  const columns = ['iitax,MARS', 'e00200p', '--names', 'tax-calculator', '--year', '2024']
  expect(await runCommand(['lock', 'columns', ...columns, '--out', columnsLock])).toMatchObject({ status: 0 })
}, 60_000)

describe('lock', () => {
  test('writes the same bytes for one thread and for two', async () => {
    const other = path('other.lock.json')
    const words = ['--baseline', first, '--reform', reform, '--workers', '1', '--out', other]
    await runCommand(['lock', 'impact', ...words])
    expect(readFileSync(other, 'utf8')).toBe(readFileSync(impactLock, 'utf8'))
  })

  test('holds the question, the content of its files and the answer', async () => {
    const { stdout } = await runCommand(['impact', '--baseline', first, '--reform', reform, '--json'])
    const lock = read(impactLock)
    expect(lock.result).toEqual(JSON.parse(stdout))
    expect(new Ajv({ allowUnionTypes: true }).compile(outcomesSchema)(lock.result)).toBe(true)
    expect(lock).toMatchObject({
      ...{ command: 'impact', options: { convention: 'default' } },
      dataset: { name: 'us-cps', year: 2026 },
      engine: { version: JSON.parse(readFileSync('engine/package.json', 'utf8')).version },
      reforms: [
        { file: reform, text: expect.stringContaining('"gov.irs.income.bracket.rates.7":{"2026":0.396}') },
      ],
      baseline: [{ file: first }],
    })
    expect(read(columnsLock)).toMatchObject({
      result: {
        rows: 280_005,
        columns: ['RECID', 'iitax', 'MARS', 'e00200p'].map(title => ({ title })),
      },
    })
  })
})

describe('rerun', () => {
  test.each([
    ['impact', '1', impactLock],
    ['impact', '2', impactLock],
    ['columns', '1', columnsLock],
    ['columns', '2', columnsLock],
  ])('of %s is the same, in one line: threads %s', async (command, workers, file) => {
    const { status, stdout } = await runCommand(['rerun', file, '--workers', workers])
    expect(status).toBe(0)
    expect(stdout).toMatch(
      new RegExp(`: ${command} of us-cps \\d+ is the same to the last bit; result \\w+\n$`),
    )
  })

  test('needs no other file, and says where one has changed since', async () => {
    const mine = write('mine.yaml', topRate(0.4))
    const lock = path('mine.lock.json')
    await runCommand(['lock', 'impact', '--reform', mine, '--out', lock])
    write('mine.yaml', `# only a comment\n${topRate(0.4)}`)
    expect(await runCommand(['rerun', lock])).toMatchObject({ status: 0, stderr: '' })
    write('mine.yaml', topRate(0.41))
    expect(await runCommand(['rerun', lock])).toMatchObject({
      status: 0,
      stderr: expect.stringContaining('mine.yaml is another reform by now'),
    })
    rmSync(mine)
    expect(await runCommand(['rerun', lock])).toMatchObject({ status: 0, stderr: '' })
  })

  test('of people who respond is the same', async () => {
    const lock = path('response.lock.json')
    const assume = 'law/us/assumptions/moderate-responses.yaml'
    await runCommand(['lock', 'impact', '--reform', reform, '--assume', assume, '--out', lock])
    expect(read(lock).assumptions).toMatchObject({ file: assume, text: expect.stringContaining('0.25') })
    expect(valid(read(lock)), JSON.stringify(valid.errors)).toBe(true)
    expect(await runCommand(['rerun', lock])).toMatchObject({ status: 0 })
  })

  /** What a lock says after `change`. */
  async function rerunOf(file: string, change: (text: string) => string) {
    const text = readFileSync(file, 'utf8')
    const changed = change(text)
    expect(changed).not.toBe(text)
    return runCommand(['rerun', write('changed.lock.json', changed)])
  }

  test('finds an edited number of the answer', async () => {
    const { status, stdout, stderr } = await rerunOf(impactLock, text =>
      text.replace(/"total": \d/, digit => `${digit}1`),
    )
    expect(status).toBe(1)
    expect(stdout).toContain('The answer in the lockfile was edited')
    expect(stdout.match(/^ {2}budget\.total +\d+\.?\d* +\d+\.?\d*$/gm)).toHaveLength(1)
    expect(stderr).toMatch(/^error E_LOCK_DIFFERS: .*changed\.lock\.json/)
  })

  test('finds a changed reform, and up to twenty numbers that it changes', async () => {
    const { status, stdout } = await rerunOf(impactLock, text => text.replace('0.396', '0.397'))
    expect(status).toBe(1)
    expect(stdout).toMatch(/^ {2}reforms\.0\.hash +\w{12} +\w{12}$/m)
    expect(stdout).toMatch(/^ {2}budget\.taxes +\d/m)
    const answer = stdout.slice(stdout.indexOf('The answer')).split('\n')
    expect(answer.filter(line => / \S+ +-?[\d.e-]+ +-?[\d.e-]+$/.test(line))).toHaveLength(20)
    expect(stdout).toMatch(/and \d+ more; all are in --json/)
    expect(Math.max(...stdout.split('\n').map(line => line.length))).toBeLessThanOrEqual(100)
  })

  test('finds another law, other data and another version behind the same answer', async () => {
    const { law, dataset } = read(impactLock)
    const other = (hash: string) => hash.replace(/^./, digit => (digit === '0' ? '1' : '0'))
    const { status, stdout } = await rerunOf(impactLock, text =>
      text
        .replace(law.hash, other(law.hash))
        .replace(
          `"hash": "${dataset.hash}"\n  },\n  "engine"`,
          `"hash": "${other(dataset.hash)}"\n  },\n  "engine"`,
        )
        .replace('"version": "', '"version": "9'),
    )
    expect(status).toBe(1)
    for (const pin of ['law.hash', 'dataset.hash', 'engine.version'])
      expect(stdout).toMatch(new RegExp(`^ {2}${pin} +\\S+ +\\S+$`, 'm'))
    expect(stdout).toContain('The answer is the same to the last bit.')
  })

  test('finds a changed column', async () => {
    const { status, stdout } = await rerunOf(columnsLock, text => text.replace(/"sum": 4/, '"sum": 5'))
    expect(status).toBe(1)
    expect(stdout).toMatch(/^ {2}columns\.MARS\.sum +5\d+ +4\d+$/m)
  })

  test('answers data', async () => {
    const { stdout } = await runCommand(['rerun', impactLock, '--json'])
    expect(JSON.parse(stdout)).toEqual({ same: true, pins: [], results: [], isEdited: false })
  })
})

test.each<[code: string, part: string, words: () => string[]]>([
  ['E_USAGE', '"household" cannot be locked', () => ['lock', 'household', 'x.json', '--out', 'x']],
  ['E_USAGE', 'not said where to write', () => ['lock', 'impact']],
  ['E_USAGE', 'not said which columns', () => ['lock', 'columns', '--out', 'x']],
  ['E_USAGE', 'one word too many', () => ['lock', 'impact', 'eitc', '--out', 'x']],
  [
    'E_USAGE',
    '`reformlab impact` has no option --names',
    () => ['lock', 'impact', '--names', 'tax-calculator', '--out', 'x'],
  ],
  ['E_USAGE', 'has no option --assume', () => ['lock', 'columns', 'eitc', '--assume', 'x', '--out', 'x']],
  ['E_FILE_WRITE', 'folder does not exist', () => ['lock', 'columns', 'eitc', '--out', path('none/x')]],
  ['E_VARIABLE_UNKNOWN', 'eitc', () => ['lock', 'columns', 'eitcc', '--out', path('x')]],
  ['E_FILE_READ', 'no such file', () => ['rerun', path('none.lock.json')]],
  ['E_LOCK_FILE', 'no JSON', () => ['rerun', write('bad.json', '{')]],
  ['E_LOCK_FILE', "must have required property 'format'", () => ['rerun', write('bad.json', {})]],
  [
    'E_LOCK_FILE',
    'dataset.year must be integer',
    () => [
      'rerun',
      write('bad.json', { ...read(impactLock), dataset: { ...read(impactLock).dataset, year: 'x' } }),
    ],
  ],
])('%s with %s', async (code, part, words) => {
  const { status, stdout, stderr } = await runCommand(words())
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
  expect(stderr).toContain(code)
  expect(stderr.replace(/\n +/g, ' ')).toContain(part)
})

describe('schema/lock.schema.json', () => {
  const properties = Object.keys(lockSchema.properties)

  test('takes locks of impacts and of columns', () => {
    for (const file of [impactLock, columnsLock])
      expect(valid(read(file)), JSON.stringify(valid.errors)).toBe(true)
  })

  test.each(properties)('lacks nothing, and holds nothing more: %s', property => {
    const { [property]: own, ...others } = read(impactLock) as unknown as Record<string, unknown>
    expect(own).toBeDefined()
    expect(valid(others)).toBe(false)
    expect(valid({ ...others, [`${property}2`]: own })).toBe(false)
  })

  test('does not take the options of one command for the other', () => {
    const [impact, columns] = [read(impactLock), read(columnsLock)]
    expect(valid({ ...impact, options: columns.options })).toBe(false)
    expect(valid({ ...columns, options: impact.options })).toBe(false)
    expect(valid({ ...columns, assumptions: impact.reforms[0] })).toBe(false)
    expect(valid({ ...impact, assumptions: impact.reforms[0] })).toBe(true)
  })

  test('takes hashes alone for hashes', () => {
    const lock = read(impactLock)
    for (const hash of ['', lock.resultHash.slice(1), lock.resultHash.toUpperCase(), `${lock.resultHash}0`])
      expect(valid({ ...lock, resultHash: hash }), hash).toBe(false)
  })

  test('says of every property what it is', () => {
    for (const property of Object.values(lockSchema.properties))
      expect(property.description).toMatch(/^.{5,}\.$/)
  })
})
