/**
 * Proves that the exact rate to the right is what Tax-Calculator finds by a step of one cent: for every income it has rates
 * on, all tax units, current law and a reform of rates and payroll taxes.
 *
 * usage: node test/prove/marginal-rates.prove.ts PYTHON [--write-sample]
 * With `--write-sample` the sample that `npm test` checks is drawn anew.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { openModel, openPopulation, openRates, type RatesOfTax } from '../../engine/src/model/index.ts'
import { readPeerColumn } from '../validation/peer-columns.ts'
import { folder, lawOf, type Run, reformText } from '../validation/validation-runs.ts'

const names =
  'e00200p,e00200s,e00900p,e00300,e00400,e00600,e00650,e01400,e01700,e02000,e02400,p22250,p23250,e18500,e19200,e26270,e19800,e20100,k1bx14p'
const [python = '.venv/bin/python', option] = process.argv.slice(2)
const runs: readonly [Run, number][] = [
  ['baseline', 2026],
  ['rates-and-payroll', 2018],
]
/** A step of a cent finds a rate to about this. */
const tolerance = 1e-5
/** Share of units that must agree: for a few the law bends within the cent. */
const required = 0.9999

/** Of the baseline: units in rows, the same for every column. */
const sample: Record<string, number[]> = {}
const model = await openModel()
const { inputs } = await model.reforms.taxCalculatorNames()
let failures = 0
for (const [run, year] of runs) failures += await compareRun(run, year)
if (option === '--write-sample')
  writeFileSync(new URL('rates.json.gz', folder), gzipSync(JSON.stringify(sample), { level: 9 }))
console.log(`${runs.length * names.split(',').length} incomes compared, ${failures} below ${required * 100}%`)
process.exit(failures === 0 ? 0 : 1)

async function compareRun(run: Run, year: number): Promise<number> {
  const out = mkdtempSync(join(tmpdir(), 'reformlab-rates-'))
  const population = await openPopulation(model, 'us-cps', year)
  try {
    const law = await lawOf(model, run)
    const script = fileURLToPath(new URL('tax_calculator_rates.py', import.meta.url))
    const peer = spawn(python, [script, out, String(year), names], { stdio: ['pipe', 'pipe', 'inherit'] })
    peer.stdin.end(reformText(run) ?? '')
    let order: Uint32Array | undefined
    let failed = 0
    let answered = 0
    for await (const name of createInterface({ input: peer.stdout })) {
      if (!order) {
        order = ourOrder(readPeerColumn(out, 'RECID'))
        if (run === 'baseline') draw('RECID', readPeerColumn(out, 'RECID'))
      }
      const { name: income, role = 'head' } = inputs[name]!
      const perCompensation = income === 'employment_income'
      const calculator = await openRates(model, population, {
        ...{ income, perCompensation, person: role as 'head' | 'spouse' },
      })
      for (const rates of await calculator.rates(law)) {
        const theirs = readPeerColumn(out, `${name}-${rates.tax}`)
        if (run === 'baseline') draw(`${name} ${rates.tax}`, theirs)
        failed += compare(`${run} ${year} ${name} ${rates.tax}`, rates, theirs, order)
      }
      await calculator.close()
      answered++
    }
    if (answered !== names.split(',').length) throw new Error(`Tax-Calculator did not answer under ${python}`)
    return failed
  } finally {
    await population.close()
    rmSync(out, { recursive: true })
  }

  /** For each of our rows the package's row. */
  function ourOrder(recid: Float64Array): Uint32Array {
    const rowOf = new Map(Array.from(recid, (id, row) => [id, row]))
    return Uint32Array.from(population.column('tax_unit', 'tax_unit_id')!, id => rowOf.get(id)!)
  }
}

/** Rates to six digits; a unit without one has null. */
function draw(title: string, values: Float64Array): void {
  sample[title] = Array.from({ length: 1000 }, (_, i) => {
    const value = values[Math.floor(((i + 0.5) * values.length) / 1000)]!
    return Number(value.toFixed(6))
  })
}

function compare(title: string, rates: RatesOfTax, theirs: Float64Array, order: Uint32Array): number {
  let kinks = 0
  let jumps = 0
  let different = 0
  let example = ''
  rates.right.forEach((rate, unit) => {
    const cent = theirs[order[unit]!]!
    if (Math.abs(rate - rates.left[unit]!) > 1e-9) kinks++
    if (rates.rightJump[unit]! !== 0 && !Number.isNaN(rate)) {
      jumps++
      return
    }
    if (Math.abs(rate - cent) <= tolerance || (Number.isNaN(rate) && Number.isNaN(cent))) return
    different++
    example ||= `, e.g. row ${unit}: ${rate} against ${cent}`
  })
  const units = theirs.length
  console.log(
    `${title}: ${units} units, ${kinks} at a kink, ${jumps} at a jump; ${different} differ${example}`,
  )
  return different / units > 1 - required ? 1 : 0
}
