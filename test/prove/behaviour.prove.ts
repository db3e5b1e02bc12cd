/**
 * Proves that people respond as Tax-Calculator's `behresp` makes them respond, up to its steps of one cent; and that nobody
 * responds to a reform that changes nothing.
 *
 * usage: node test/prove/behaviour.prove.ts PYTHON [--write-sample]
 * With `--write-sample` the sample that `npm test` checks is drawn anew.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import {
  type Elasticities,
  impactWithResponse,
  openModel,
  openPopulation,
  parameterValues,
} from '../../engine/src/model/index.ts'
import { behaviouralResponse } from '../../engine/src/model/response/behavioural-response.ts'
import { changedInput } from '../../engine/src/model/response/impact-with-response.ts'
import { readPeerColumn } from '../validation/peer-columns.ts'
import { folder, lawOf, type Run, reformText } from '../validation/validation-runs.ts'

const [python = '.venv/bin/python', option] = process.argv.slice(2)
const cases: readonly [Run, number, Elasticities][] = [
  ['rates-and-payroll', 2018, { substitution: 0.25, income: -0.05, capitalGains: -3.45 }],
  ['deductions-and-exemptions', 2026, { substitution: 0.4, income: 0, capitalGains: -1 }],
  ['larger-credits', 2024, { substitution: 0, income: -0.1, capitalGains: 0 }],
]
const compared = {
  iitax: 'income_tax',
  combined: 'combined_tax',
  c00100: 'adjusted_gross_income',
  c04800: 'taxable_income',
}
/** A step of one cent finds a rate to some 1e-8, which incomes multiply. */
const tolerance = 0.05
const required = 0.999

const sampledRun: Run = 'rates-and-payroll'
const sample: Record<string, number[]> = {}

const model = await openModel()
let failures = 0
for (const [run, year, elasticities] of cases) failures += await compareCase(run, year, elasticities)
failures += await nobodyResponds()
if (option === '--write-sample')
  writeFileSync(new URL('responses.json.gz', folder), gzipSync(JSON.stringify(sample), { level: 9 }))
console.log(`${cases.length} reforms with responses compared, ${failures} columns not the same`)
process.exit(failures === 0 ? 0 : 1)

async function compareCase(run: Run, year: number, elasticities: Elasticities): Promise<number> {
  const out = mkdtempSync(join(tmpdir(), 'reformlab-responses-'))
  const population = await openPopulation(model, 'us-cps', year)
  try {
    const script = fileURLToPath(new URL('tax_calculator_responses.py', import.meta.url))
    const { substitution, income, capitalGains } = elasticities
    execFileSync(python, [script, out, ...[year, substitution, income, capitalGains].map(String)], {
      input: reformText(run)!,
    })
    const laws = { baseline: model.law, reform: await lawOf(model, run) }
    const changes = await behaviouralResponse(model, population, laws, elasticities)
    const inputs = changes.map(change => changedInput(model, population, change))
    const variables = Object.values(compared)
    const parameters = parameterValues(laws.reform, year)
    const { columns } = await population.withInputs(inputs, () =>
      population.runner.run(parameters, { variables, whole: true }),
    )
    if (run === sampledRun) draw('RECID', readPeerColumn(out, 'RECID'))
    const rowOf = new Map(Array.from(readPeerColumn(out, 'RECID'), (id, row) => [id, row]))
    const order = Array.from(population.column('tax_unit', 'tax_unit_id')!, id => rowOf.get(id)!)
    const weights = population.dataset.weight.tax_unit
    let failed = 0
    for (const [name, variable] of Object.entries(compared)) {
      const theirs = readPeerColumn(out, name)
      if (run === sampledRun) draw(variable, theirs)
      const ours = columns.get(variable)!
      const wrong = order.filter((row, unit) => !(Math.abs(ours[unit]! - theirs[row]!) <= tolerance)).length
      const total = order.reduce((sum, row, unit) => sum + weights[unit]! * (ours[unit]! - theirs[row]!), 0)
      const whole = order.reduce((sum, row, unit) => sum + weights[unit]! * theirs[row]!, 0)
      const isSame = 1 - wrong / order.length >= required && Math.abs(total) < 1e-5 * Math.abs(whole)
      console.log(
        `${run} ${year} ${name}: ${wrong} of ${order.length} units differ by more than ${tolerance}, total by $${total.toFixed(0)} of $${whole.toExponential(2)}`,
      )
      if (!isSame) failed++
    }
    return failed
  } finally {
    await population.close()
    rmSync(out, { recursive: true })
  }
}

function draw(title: string, values: Float64Array): void {
  const rows = Array.from({ length: 2000 }, (_, i) => Math.floor(((i + 0.5) * values.length) / 2000))
  sample[title] = rows.map(row => Number(values[row]!.toFixed(2)))
}

async function nobodyResponds(): Promise<number> {
  const population = await openPopulation(model, 'us-cps', 2026)
  try {
    const elasticities = { substitution: 0.7, income: -0.3, capitalGains: -5 }
    const laws = { baseline: model.law, reform: model.law }
    const { impact, response } = await impactWithResponse(model, population, laws, {
      title: '',
      elasticities,
    })
    const isZero =
      response.feedback === 0 &&
      response.inputs.every(({ change, units }) => change === 0 && units === 0) &&
      impact.programmes.every(({ change, changed }) => change === 0 && !changed)
    console.log(`without a reform: ${isZero ? 'exactly zero' : 'NOT zero'}`)
    return isZero ? 0 : 1
  } finally {
    await population.close()
  }
}
