/**
 * Proves that `us-cps` holds the records Tax-Calculator holds: every input column, every tax unit, every year, to the bit.
 *
 * usage: node test/prove/population.ts [PYTHON]   PYTHON has taxcalc installed; by default the one in .venv
 */
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { sha256 } from '../../engine/src/datasets/sha256.ts'
import { agePopulation } from '../../engine/src/datasets/us-cps/age-population.ts'
import { readColumnMapping } from '../../engine/src/datasets/us-cps/column-mapping.ts'
import { readGrowthRules } from '../../engine/src/datasets/us-cps/growth-rules.ts'
import { firstYear, lastYear } from '../../engine/src/datasets/us-cps/source.ts'
import { sourceColumn } from '../../engine/src/datasets/us-cps/source-column.ts'
import { openPopulation, usCpsCard } from '../../engine/src/datasets/us-cps/us-cps.ts'

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))
const [python = path('../../.venv/bin/python')] = process.argv.slice(2)

/** Tax-Calculator overwrites the survey's year with the year of the calculation; we keep it. */
const differsOnPurpose = ['FLPDYR']

const mapping = readColumnMapping()
const rules = readGrowthRules(mapping)
const targets = mapping.targets.filter(({ source }) => !differsOnPurpose.includes(source))
const population = await openPopulation()

function compare(year: number, theirs: Record<string, string>): string[] {
  const dataset = agePopulation(population, year, rules, usCpsCard)
  return targets
    .filter(target => {
      const { buffer, byteOffset, byteLength } = sourceColumn(dataset, target)
      return sha256(new Uint8Array(buffer, byteOffset, byteLength)) !== theirs[target.source]
    })
    .map(({ source }) => source)
}

const names = targets.map(({ source }) => source).join(',')
const script = [path('tax_calculator_records.py'), String(firstYear), String(lastYear), names]
const reference = spawn(python, script, { stdio: ['ignore', 'pipe', 'inherit'] })
const ended = new Promise<boolean>(resolve => {
  reference.on('error', () => resolve(false)).on('close', status => resolve(status === 0))
})
let years = 0
let different = 0
for await (const line of createInterface({ input: reference.stdout })) {
  const { year, columns } = JSON.parse(line) as { year: number; columns: Record<string, string> }
  const wrong = compare(year, columns)
  console.log(
    `${year}  ${targets.length - wrong.length} of ${targets.length} columns equal${wrong.map(name => `  ${name}`).join('')}`,
  )
  years++
  different += wrong.length
}
if (!(await ended) || years !== lastYear - firstYear + 1) {
  console.error(`Tax-Calculator did not answer for every year; is taxcalc installed for ${python}?`)
  process.exit(1)
}
console.log(`${population.entities.tax_unit.count} tax units, ${years} years: ${different} columns differ`)
process.exit(different === 0 ? 0 : 1)
