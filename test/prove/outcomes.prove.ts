/**
 * Proves that what `reformlab impact --json` answers is what its definitions say: NumPy computes every budget, group,
 * winner, measure of inequality and of poverty again from the columns of all units, by every convention.
 *
 * usage: node test/prove/outcomes.prove.ts PYTHON
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  type CompiledPopulation,
  openModel,
  openPopulation,
  readReformFile,
  reformedLaw,
} from '../../engine/src/model/index.ts'
import { variablesOf } from '../../engine/src/outcomes/index.ts'
import type { ParameterTree } from '../../engine/src/parameters/index.ts'

const [python = '.venv/bin/python'] = process.argv.slice(2)
const path = (file: string) => fileURLToPath(new URL(`../../${file}`, import.meta.url))
const cases = [
  ['law/us/reforms/larger-child-tax-credit.reform.yaml', 2026],
  ['law/us/validation/reforms/rates-and-payroll.json', 2018],
] as const
const tolerance = 1e-9

type Json = null | number | string | readonly Json[] | { readonly [name: string]: Json }

const model = await openModel()
const table = model.outcomes()
const variables = [...table.conventions.values()].flatMap(convention => variablesOf(table, convention))
let compared = 0
let worst = { difference: 0, place: 'none' }
let failures = 0
for (const [reform, year] of cases) await compareCase(reform, year)
console.log(
  `${compared} numbers compared; the largest relative difference is ${worst.difference} in ${worst.place}`,
)
console.log(`${failures} differ by more than ${tolerance}`)
process.exit(failures === 0 ? 0 : 1)

async function compareCase(reform: string, year: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'reformlab-outcomes-'))
  try {
    const population = await openPopulation(model, 'us-cps', year)
    const law = reformedLaw(model.law, [await readReformFile(model, path(reform))])
    await writeColumns(folder, population, model.law, law)
    await population.close()
    const script = path('test/prove/outcomes.py')
    const options = { encoding: 'utf8', maxBuffer: 2 ** 26 } as const
    const expected = JSON.parse(execFileSync(python, [script, folder], options)) as Record<string, Json>
    for (const [convention, numbers] of Object.entries(expected)) {
      const words = ['impact', '--reform', path(reform), '--year', String(year), '--convention', convention]
      const command = [path('engine/src/cli/main.ts'), ...words, '--json']
      const actual = JSON.parse(execFileSync(process.execPath, command, options)) as Json
      compare(numbers, actual, `${convention} ${year}`)
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function writeColumns(
  folder: string,
  population: CompiledPopulation,
  baseline: ParameterTree,
  reform: ParameterTree,
): Promise<void> {
  const write = (name: string, values: ArrayLike<number>) =>
    writeFileSync(join(folder, `${name}.f64`), new Uint8Array(Float64Array.from(values).buffer))
  const laws = { before: baseline, after: reform }
  for (const [name, law] of Object.entries(laws))
    for (const [variable, values] of await population.columnsUnder(law, [...new Set(variables)]))
      write(`${variable}.${name}`, values)
  write('person.age', population.column('person', 'age')!)
  const { weight, relations, year } = population.dataset
  for (const [entity, values] of Object.entries(weight)) write(`${entity}.weight`, values)
  for (const [name, rows] of Object.entries(relations)) write(name, rows)
  const programmes = table.programmes.map(({ variable, ...programme }) => ({ name: variable, ...programme }))
  const referenceThreshold = baseline.at(year).get('gov.census.spm.reference_threshold')
  writeFileSync(join(folder, 'question.json'), JSON.stringify({ programmes, referenceThreshold }))
}

/** Every number that is expected stands at its place; what else the answer holds is no matter. */
function compare(expected: Json, actual: Json | undefined, place: string): void {
  if (typeof expected === 'object' && expected !== null) {
    const others = (actual ?? {}) as Readonly<Record<string, Json>>
    for (const [name, value] of Object.entries(expected)) compare(value, others[name], `${place} ${name}`)
    if (Array.isArray(expected) && expected.length !== (actual as readonly Json[]).length) fail(place)
    return
  }
  compared++
  if (typeof expected !== 'number' || typeof actual !== 'number') {
    if (expected !== actual) fail(place)
    return
  }
  if (expected === actual) return
  const difference = Math.abs(actual - expected) / Math.max(Math.abs(expected), Math.abs(actual))
  if (difference > worst.difference) worst = { difference, place }
  if (!(difference <= tolerance)) fail(`${place}: ${actual}, not ${expected}`)
}

function fail(what: string): void {
  failures++
  console.log(`differs: ${what}`)
}
