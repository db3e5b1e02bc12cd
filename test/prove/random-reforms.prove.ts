/**
 * Proves that random reforms mean here what they mean in Tax-Calculator: 300 of them, drawn over all of its parameters,
 * each computed in a random year for 2,000 units of `us-cps`, every variable that both compute.
 *
 * usage: node test/prove/random-reforms.prove.ts PYTHON [--write-sample] [COUNT] [SEED]
 * PYTHON has taxcalc installed. With `--write-sample` what `npm test` checks is written anew.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { type CompiledPopulation, openModel } from '../../engine/src/model/index.ts'
import { differsOnPurpose } from '../validation/explained-differences.ts'
import { type RandomReform, randomReformsFile, sumToTheCent } from '../validation/random-reforms.ts'
import { openUnits } from '../validation/some-units.ts'
import { differing, lawAfter, mappedVariables, ourColumns } from '../validation/validation-runs.ts'

interface Answer {
  readonly index: number
  readonly year: number
  readonly texts: readonly string[]
  readonly refused: readonly unknown[]
}

const UNITS = 2_000
/** Share of values that must be equal to the cent. */
const required = 0.9999

const [python = '.venv/bin/python', ...options] = process.argv.slice(2)
const [count = 300, seed = 20_260_101] = options.filter(option => /^\d+$/.test(option)).map(Number)
const out = mkdtempSync(join(tmpdir(), 'reformlab-random-reforms-'))
process.on('exit', () => rmSync(out, { recursive: true, force: true }))

const model = await openModel('us')
const variables = await mappedVariables(model)
const populations = new Map<number, CompiledPopulation>()
const script = fileURLToPath(new URL('tax_calculator_random_reforms.py', import.meta.url))
const words = [script, out, ['s006', ...variables].join(','), count, UNITS, seed].map(String)
const peer = spawn(python, words, { stdio: ['ignore', 'pipe', 'inherit'] })
const ended = new Promise<number | null>(resolve =>
  peer.on('error', () => resolve(null)).on('close', resolve),
)

let recid: number[] = []
const reforms: RandomReform[] = []
let answered = 0
let refused = 0
let values = 0
let different = 0
let failures = 0
for await (const line of createInterface({ input: peer.stdout })) {
  const answer = JSON.parse(line) as Answer | { readonly recid: number[] }
  if ('recid' in answer) recid = answer.recid
  else {
    await compare(answer)
    answered++
  }
}
for (const population of populations.values()) await population.close()
if ((await ended) !== 0 || answered !== count) {
  console.error(`Tax-Calculator did not answer; is taxcalc installed for ${python}?`)
  process.exit(1)
}
if (options.includes('--write-sample'))
  writeFileSync(randomReformsFile, gzipSync(JSON.stringify({ recid, variables, reforms }), { level: 9 }))
console.log(
  `${count} random reforms of ${UNITS} units, ${refused} more drawn and refused; ${variables.length} variables: ` +
    `${different} of ${values} values differ, ${failures} columns fall short`,
)
process.exit(failures === 0 && different <= (1 - required) * values ? 0 : 1)

async function compare(answer: Answer): Promise<void> {
  const { index, year, texts } = answer
  const bytes = readFileSync(join(out, `${index}.f64`))
  rmSync(join(out, `${index}.f64`))
  const all = new Float64Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength))
  const [weights, ...theirs] = Array.from({ length: variables.length + 1 }, (_, i) =>
    all.subarray(i * recid.length, (i + 1) * recid.length),
  )
  const population = populations.get(year) ?? (await openUnits(model, recid, year))
  populations.set(year, population)
  const law = await lawAfter(model, model.law, texts).catch((problem: Error) => problem)
  if (law instanceof Error) {
    failures++
    console.log(`${index} ${year}: only here it is refused: ${law.message}`)
    return
  }
  const ours = await ourColumns(model, population, law, variables)
  let here = 0
  for (const [i, variable] of variables.entries()) {
    if (differsOnPurpose(variable, texts)) continue
    const column = ours.get(variable)!
    const expected = theirs[i]!
    const wrong = differing(column, expected)
    const total = weights!.reduce((sum, weight, unit) => sum + weight * (column[unit]! - expected[unit]!), 0)
    here += wrong.length
    values += expected.length
    const short = wrong.length > (1 - required) * expected.length || !(Math.abs(total) <= 1e6)
    if (short) failures++
    if (wrong.length === 0 && !short) continue
    const first = wrong[0] ?? 0
    console.log(
      `  ${variable}: ${wrong.length} units differ, weighted total by $${total.toFixed(0)}; ` +
        `first RECID ${recid[first]}: ${column[first]} against ${expected[first]}`,
    )
  }
  different += here
  refused += answer.refused.length
  reforms.push({ year, texts, sums: theirs.map(sumToTheCent) })
  console.log(`${index} ${year}: ${here} values differ`)
  if (here > 0) console.log(`  ${texts.at(-1)}`)
}
