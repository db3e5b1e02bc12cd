/**
 * Proves that the WASM kernels compute the law as the reference does: every variable for every record of `us-cps`, under
 * current law and under reforms, whole and as a reform of a baseline, equal to the bit.
 *
 * usage: node test/prove/law-kernels.prove.ts [PYTHON] [YEAR]…   PYTHON is not used
 */
import type { Columns, Population } from '../../engine/src/backends/backend.ts'
import { referenceBackend } from '../../engine/src/backends/reference/reference-backend.ts'
import { firstDifference } from '../../engine/src/backends/testing/differences.ts'
import { openDataset } from '../../engine/src/datasets/index.ts'
import { openModel, parameterValues } from '../../engine/src/model/index.ts'
import { createRunner } from '../../engine/src/run/index.ts'
import { lawOf, runs } from '../validation/validation-runs.ts'

const HOUSEHOLDS_AT_ONCE = 5000
const years = process.argv.length > 3 ? process.argv.slice(3).map(Number) : [2018, 2026]
const model = await openModel()
const { program } = model
const variables = program.variables.map(v => v.name)
let differences = 0
let values = 0

for (const year of years) {
  const dataset = await openDataset('us-cps', year)
  const laws = await Promise.all(runs.map(async run => parameterValues(await lawOf(model, run), year)))
  const runner = await createRunner(program, dataset, { workers: 2 })
  await runner.baseline(laws[0]!)
  for (const [i, law] of laws.entries())
    for (const whole of [false, true]) {
      const began = performance.now()
      const { columns, statistics } = await runner.run(law, { variables, whole })
      const different = await compare(dataset, law, columns)
      differences += different.length
      console.log(
        `${year} ${runs[i]}${whole ? ', whole' : ''}: ${(statistics.share * 100).toFixed(0)}% computed, ` +
          `${different.length ? different.slice(0, 5).join('; ') : 'equal'}, ` +
          `${((performance.now() - began) / 1000).toFixed(0)} s`,
      )
    }
  await runner.close()
}
console.log(`${values.toLocaleString('en')} values compared, ${differences} slices differ`)
process.exit(differences === 0 ? 0 : 1)

/** Compares slices of whole households, for the reference keeps every intermediate column. */
async function compare(
  population: Population,
  law: ReadonlyMap<string, number>,
  columns: Columns,
): Promise<string[]> {
  const found: string[] = []
  const households = population.entities.household!.count
  for (let from = 0; from < households; from += HOUSEHOLDS_AT_ONCE) {
    const to = Math.min(from + HOUSEHOLDS_AT_ONCE, households)
    const { slice, ranges } = sliceOf(population, from, to)
    const expected = await referenceBackend.run(program, slice, law, variables)
    const actual = new Map(
      program.variables.map(({ name, entity }) => [name, columns.get(name)!.subarray(...ranges[entity]!)]),
    )
    const difference = firstDifference(expected, actual)
    if (difference) found.push(`households ${from}–${to}: ${difference}`)
    for (const column of expected.values()) values += column.length
  }
  return found
}

type Range = readonly [from: number, to: number]

function sliceOf(
  { entities, relations }: Population,
  from: number,
  to: number,
): { slice: Population; ranges: Readonly<Record<string, Range>> } {
  const within = (relation: string): Range => {
    const groups = relations[relation]!
    const first = groups.findIndex(group => group >= from)
    const end = groups.findIndex(group => group >= to)
    return [first, end < 0 ? groups.length : end]
  }
  const ranges: Record<string, Range> = {
    household: [from, to],
    tax_unit: within('tax_unit.household'),
    person: within('person.household'),
  }
  return {
    ranges,
    slice: {
      entities: Object.fromEntries(
        Object.entries(entities).map(([entity, { columns }]) => {
          const [start, end] = ranges[entity]!
          const part = [...columns].map(([name, column]) => [name, column.subarray(start, end)] as const)
          return [entity, { count: end - start, columns: new Map(part) }]
        }),
      ),
      relations: Object.fromEntries(
        program.relations.map(({ name, from: many, to: one }) => [
          name,
          relations[name]!.slice(...ranges[many]!).map(row => row - ranges[one]![0]),
        ]),
      ),
    },
  }
}
