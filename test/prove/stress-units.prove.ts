/**
 * Proves that the law computes what Tax-Calculator computes for 20,000 random tax units that stress rare inputs: every
 * input, losses, huge amounts, amounts at thresholds, every filing status, age and number of children.
 *
 * usage: node test/prove/stress-units.prove.ts PYTHON [--write-sample]
 * PYTHON has taxcalc installed. With `--write-sample` what `npm test` checks is written anew.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { openModel } from '../../engine/src/model/index.ts'
import { differsOnPurpose, unitsThatMayItemize } from '../validation/explained-differences.ts'
import { sumToTheCent } from '../validation/random-reforms.ts'
import { recordsDataset } from '../validation/records-dataset.ts'
import { populationOf } from '../validation/some-units.ts'
import { stressUnitsFile } from '../validation/stress-units.ts'
import {
  differing,
  lawOf,
  mappedVariables,
  ourColumns,
  type Run,
  reformText,
  runs,
  sampleYears,
} from '../validation/validation-runs.ts'

const UNITS = 20_000
const SAMPLE = 2_000
const SEED = 20_260_102
/** Together the units stand for 200 million. */
const WEIGHT = 10_000
/** Share of units that must be equal to the cent. */
const required = 0.9999

const [python = '.venv/bin/python', option] = process.argv.slice(2)
const out = mkdtempSync(join(tmpdir(), 'reformlab-stress-units-'))
process.on('exit', () => rmSync(out, { recursive: true, force: true }))

const model = await openModel('us')
const variables = await mappedVariables(model)
const script = fileURLToPath(new URL('tax_calculator_stress_units.py', import.meta.url))
const peer = spawn(python, [script, out, variables.join(','), `${UNITS}`, `${SEED}`], {
  stdio: ['pipe', 'pipe', 'inherit'],
})
const ended = new Promise<number | null>(resolve =>
  peer.on('error', () => resolve(null)).on('close', resolve),
)
const jobs = runs.map(name => ({ name, years: sampleYears, reform: reformText(name) }))
peer.stdin.end(JSON.stringify(jobs))

const sums: Record<string, number[]> = {}
let compared = 0
let failures = 0
for await (const line of createInterface({ input: peer.stdout })) {
  const [name, year] = line.split(' ') as [Run, string]
  failures += await compare(name, Number(year))
  compared++
}
if ((await ended) !== 0 || compared !== runs.length * sampleYears.length) {
  console.error(`Tax-Calculator did not answer; is taxcalc installed for ${python}?`)
  process.exit(1)
}
if (option === '--write-sample') {
  const csv = readFileSync(join(out, 'units.csv'), 'utf8')
    .split('\n')
    .slice(0, SAMPLE + 1)
    .join('\n')
  writeFileSync(stressUnitsFile, gzipSync(JSON.stringify({ csv, variables, sums }), { level: 9 }))
}
console.log(
  `${compared} runs of ${UNITS} units and ${variables.length} variables, ${failures} columns fall short`,
)
process.exit(failures === 0 ? 0 : 1)

/** Compares one law in one year; answers how many columns fall short. */
async function compare(name: Run, year: number): Promise<number> {
  const theirs = columnsOf(join(out, `${name}-${year}.f64`))
  const population = await populationOf(
    model,
    recordsDataset(readFileSync(join(out, 'units.csv'), 'utf8'), year),
  )
  const law = await lawOf(model, name)
  const ours = await ourColumns(model, population, law, variables)
  const mayItemize = await unitsThatMayItemize(model, population, law)
  await population.close()
  const explained = new Set<number>()
  let short = 0
  let differences = 0
  for (const [i, variable] of variables.entries()) {
    const expected = theirs[i]!
    const column = ours.get(variable)!
    if (differsOnPurpose(variable, [reformText(name) ?? ''])) continue
    const wrong: number[] = []
    let total = 0
    for (const row of differing(column, expected))
      if (mayItemize.has(row)) explained.add(row)
      else wrong.push(row)
    for (let row = 0; row < UNITS; row++)
      if (!explained.has(row)) total += WEIGHT * (column[row]! - expected[row]!)
    differences += wrong.length
    if (1 - wrong.length / UNITS < required || !(Math.abs(total) <= 1e6)) short++
    if (wrong.length === 0) continue
    const first = wrong[0]!
    console.log(
      `  ${variable}: ${wrong.length} units differ, weighted total by $${total.toFixed(0)}; ` +
        `first RECID ${first + 1}: ${column[first]} against ${expected[first]}`,
    )
  }
  if (explained.size > (1 - required) * UNITS) short++
  sums[`${name} ${year}`] = theirs.map(values => sumToTheCent(values.subarray(0, SAMPLE)))
  const choice = explained.size === 0 ? '' : `, and ${explained.size} units itemize or not at the same tax`
  console.log(`${name} ${year}: ${differences} values differ${choice}`)
  return short
}

function columnsOf(path: string): Float64Array[] {
  const bytes = readFileSync(path)
  rmSync(path)
  const all = new Float64Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength))
  return variables.map((_, i) => all.subarray(i * UNITS, (i + 1) * UNITS))
}
