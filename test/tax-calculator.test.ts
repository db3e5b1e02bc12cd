/** The law against Tax-Calculator 6.8.0 on a committed sample of its results; `npm run prove` compares every unit. */
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type CompiledModel,
  type CompiledPopulation,
  openModel,
  openPopulation,
} from '../engine/src/model/index.ts'
import {
  differing,
  folder,
  lawOf,
  ourColumns,
  runs,
  sampleVariables,
  sampleYears,
} from './validation/validation-runs.ts'

const sample = readSample()
const recid = sample.get('RECID')!
let model: CompiledModel

beforeAll(async () => {
  model = await openModel('us')
})

test('the sample holds 5,000 tax units with every law, year and variable', () => {
  expect(recid.length).toBe(5000)
  expect(new Set(recid).size).toBe(5000)
  expect(sample.size).toBe(1 + runs.length * sampleYears.length * sampleVariables.length)
})

describe.each(sampleYears)('in %i', year => {
  let population: CompiledPopulation

  beforeAll(async () => {
    population = await openPopulation(model, 'us-cps', year)
  })

  afterAll(() => population?.close())

  test.each(runs)('the law under %s computes the same to the cent', async run => {
    const ours = await ourColumns(model, population, await lawOf(model, run), sampleVariables)
    const rowOf = new Map(Array.from(ours.get('RECID')!, (id, row) => [id, row]))
    const rows = Array.from(recid, id => rowOf.get(id)!)
    for (const variable of sampleVariables) {
      const theirs = sample.get(`${run} ${year} ${variable}`)!
      // The sample is rounded to a tenth of a cent.
      const column = rows.map(row => Number(ours.get(variable)![row]!.toFixed(3)))
      const different = differing(column, theirs).map(i => [recid[i], column[i], theirs[i]])
      expect(different, `${variable}: [RECID, ours, theirs]`).toEqual([])
    }
  })
})

function readSample(): Map<string, Float64Array> {
  const [titles = '', ...lines] = gunzipSync(readFileSync(new URL('sample.csv.gz', folder)))
    .toString()
    .trimEnd()
    .split('\n')
  const rows = lines.map(line => line.split(',').map(Number))
  return new Map(
    titles.split(',').map((title, column) => [title, Float64Array.from(rows, row => row[column]!)]),
  )
}
