/**
 * Proves that the sixty reforms of Tax-Calculator's own test change revenue here as they do there: the numbers its test
 * expects, and what it computes to $1 million, each in four years.
 *
 * usage: node test/prove/package-reforms.prove.ts PYTHON [--write-sample]
 * PYTHON has taxcalc installed. With `--write-sample` what `npm test` checks is written anew.
 */
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { openModel } from '../../engine/src/model/index.ts'
import {
  ourBillions,
  type PackageReforms,
  packageReformsFile,
  shortfalls,
} from '../validation/package-reforms.ts'

const [python = '.venv/bin/python', option] = process.argv.slice(2)
const script = fileURLToPath(new URL('tax_calculator_reforms.py', import.meta.url))
const text = execFileSync(python, [script], { encoding: 'utf8', maxBuffer: 2 ** 26 })
const theirs = JSON.parse(text) as PackageReforms
console.log(`Tax-Calculator computed ${theirs.reforms.length} reforms of ${theirs.recid.length} units`)

const ours = await ourBillions(await openModel('us'), theirs)
let failed = 0
let largest = 0
for (const [i, reform] of theirs.reforms.entries()) {
  const wrong = shortfalls(reform, ours[i]!)
  const printed = ours[i]!.map(billions => billions.toFixed(1)).join(', ')
  const cause = wrong.length === 0 ? '' : `  DIFFERS: ${wrong.join('; ')}`
  console.log(`${reform.number} ${reform.title}: ${printed}${cause}`)
  if (wrong.length > 0) failed++
  for (const [year, billions] of reform.billions.entries())
    largest = Math.max(largest, Math.abs(ours[i]![year]! - billions))
}
if (option === '--write-sample') writeFileSync(packageReformsFile, gzipSync(text, { level: 9 }))
console.log(
  `${theirs.reforms.length} reforms in four years each, ${failed} differ; largest difference $${(largest * 1e9).toFixed(2)}`,
)
process.exit(failed === 0 && theirs.reforms.length === 60 ? 0 : 1)
