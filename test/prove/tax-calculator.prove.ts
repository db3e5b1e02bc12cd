/**
 * Proves that the law computes what Tax-Calculator computes for every tax unit of `us-cps`: current law in every year,
 * and the reforms of `law/us/validation/reforms` in four years.
 *
 * usage: node test/prove/tax-calculator.prove.ts PYTHON [--write-sample]
 * PYTHON has taxcalc installed. With `--write-sample` the sample that `npm test` checks is drawn anew.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { openModel, openPopulation } from '../../engine/src/model/index.ts'
import { readPeerColumn } from '../validation/peer-columns.ts'
import {
  differing,
  folder,
  lawOf,
  ourColumns,
  type Run,
  reformText,
  runs,
  sampleVariables,
  sampleYears,
} from '../validation/validation-runs.ts'

const SAMPLE = 5_000
const variables = [
  ...sampleVariables,
  ...['combined', 'c04470', 'c04800', 'c05800', 'c09600', 'niit', 'c11070', 'refund', 'othertaxes'],
  ...['expanded_income', 'aftertax_income'],
]
const everyYear = Array.from({ length: 2036 - 2014 + 1 }, (_, i) => 2014 + i)
/** Share of units that must be equal to the cent. */
const required = 0.9999

const [python = '.venv/bin/python', option] = process.argv.slice(2)
const out = mkdtempSync(join(tmpdir(), 'reformlab-validation-'))
process.on('exit', () => rmSync(out, { recursive: true, force: true }))

const model = await openModel('us')
const jobs = runs.map(name => ({
  name,
  years: name === 'baseline' ? everyYear : sampleYears,
  reform: reformText(name),
}))
const script = fileURLToPath(new URL('tax_calculator_columns.py', import.meta.url))
const peer = spawn(python, [script, out, ['RECID', ...variables].join(',')], {
  stdio: ['pipe', 'pipe', 'inherit'],
})
const ended = new Promise<number | null>(resolve =>
  peer.on('error', () => resolve(null)).on('close', resolve),
)
peer.stdin.end(JSON.stringify(jobs))

const sample: Map<string, number[]> = new Map()
let compared = 0
let failures = 0
for await (const line of createInterface({ input: peer.stdout })) {
  const [name, year] = line.split(' ') as [Run, string]
  failures += await compare(name, Number(year))
  compared++
}
if ((await ended) !== 0 || compared !== jobs.reduce((sum, { years }) => sum + years.length, 0)) {
  console.error(`Tax-Calculator did not answer; is taxcalc installed for ${python}?`)
  process.exit(1)
}
if (option === '--write-sample') writeSample()
console.log(
  `${compared} runs of ${variables.length} variables compared, ${failures} columns below ${required * 100}%`,
)
process.exit(failures === 0 ? 0 : 1)

/** Compares one law in one year; answers how many columns fall short. */
async function compare(name: Run, year: number): Promise<number> {
  const population = await openPopulation(model, 'us-cps', year)
  try {
    const ours = await ourColumns(model, population, await lawOf(model, name), variables)
    const weights = await ourColumns(model, population, model.law, ['s006'])
    const order = inOrderOfRecid(readPeerColumn(out, `${name}-${year}-RECID`))
    let short = 0
    let differences = 0
    for (const variable of variables) {
      const answer = readPeerColumn(out, `${name}-${year}-${variable}`)
      const expected = Float64Array.from(order, row => answer[row]!)
      const column = ours.get(variable)!
      const wrong = differing(column, expected)
      const total = weightedDifference(column, expected, weights.get('s006')!)
      differences += wrong.length
      if (wrong.length > 0 || Math.abs(total) > 1e6) {
        const first = wrong[0] ?? 0
        console.log(
          `  ${name} ${year} ${variable}: ${wrong.length} units differ, weighted total by $${total.toFixed(0)}; ` +
            `first RECID ${ours.get('RECID')![first]}: ${column[first]} against ${expected[first]}`,
        )
      }
      if (1 - wrong.length / expected.length < required || Math.abs(total) > 1e6) short++
      if (isSampled(year)) draw(`${name} ${year} ${variable}`, expected, ours.get('RECID')!)
      rmSync(join(out, `${name}-${year}-${variable}.f64`))
    }
    console.log(
      `${name} ${year}: ${order.length} units, ${variables.length} variables, ${differences} values differ`,
    )
    return short
  } finally {
    await population.close()
  }
}

function inOrderOfRecid(recid: Float64Array): Uint32Array {
  return Uint32Array.from(recid.keys()).sort((a, b) => recid[a]! - recid[b]!)
}

function weightedDifference(
  ours: ArrayLike<number>,
  expected: ArrayLike<number>,
  weights: ArrayLike<number>,
): number {
  let sum = 0
  for (let i = 0; i < expected.length; i++) sum += weights[i]! * (ours[i]! - expected[i]!)
  return sum
}

function isSampled(year: number): boolean {
  return (sampleYears as readonly number[]).includes(year)
}

/** Keeps an evenly spread sample, the same units in every column. */
function draw(title: string, expected: Float64Array, recid: ArrayLike<number>): void {
  if (!sampleVariables.some(name => title.endsWith(` ${name}`))) return
  const rows = Array.from({ length: SAMPLE }, (_, i) => Math.floor(((i + 0.5) * expected.length) / SAMPLE))
  sample.set(
    'RECID',
    rows.map(row => recid[row]!),
  )
  sample.set(
    title,
    rows.map(row => Number(expected[row]!.toFixed(3))),
  )
}

function writeSample(): void {
  const columns = [...sample.values()]
  const lines = columns[0]!.map((_, row) => columns.map(column => column[row]).join(','))
  const text = `${[[...sample.keys()].join(','), ...lines].join('\n')}\n`
  writeFileSync(new URL('sample.csv.gz', folder), gzipSync(text, { level: 9 }))
}
