/**
 * Proves that the back-ends agree: random programs over random records, computed by the reference and by the WASM kernels
 * without threads, with one worker and with two, whole and as a reform of a baseline, equal to the bit; and the same
 * programs made to branch on a category everywhere, over rows in any order, parted by it.
 *
 * usage: node test/prove/random-programs.prove.ts [PYTHON] [PROGRAMS] [ROWS] [SEED]   PYTHON is not used
 */
import { referenceBackend } from '../../engine/src/backends/reference/reference-backend.ts'
import { branchOnState, stateLeaf, withFewValues } from '../../engine/src/backends/testing/branch-on-state.ts'
import { firstDifference } from '../../engine/src/backends/testing/differences.ts'
import { randomPopulation } from '../../engine/src/backends/testing/random-population.ts'
import { randomParameters, randomProgram } from '../../engine/src/backends/testing/random-program.ts'
import { shufflePopulation } from '../../engine/src/backends/testing/shuffle-population.ts'
import type { Program } from '../../engine/src/program/index.ts'
import { createCrew, createPartitionedRunner, createRunner } from '../../engine/src/run/index.ts'

const [programs = 10_000, rows = 1000, firstSeed = 1] = process.argv.slice(3).map(Number)
const crews = await Promise.all([0, 1, 2].map(workers => createCrew({ workers })))
const differences: string[] = []
let values = 0
let operations = 0
const began = performance.now()

for (let seed = firstSeed; seed < firstSeed + programs; seed++) {
  const program = randomProgram(seed, 10 + (seed % 90))
  const population = randomPopulation(program, seed, rows)
  const law = randomParameters(program, seed)
  const [path, value] = [...randomParameters(program, seed + programs)][seed % law.size]!
  const reform = new Map(law).set(path, value)
  const variables = program.variables.map(v => v.name)
  const before = await referenceBackend.run(program, population, law, variables)
  const after = await referenceBackend.run(program, population, reform, variables)
  operations += program.nodes.length
  for (const crew of crews) {
    const runner = await createRunner(program, population, { crew, tileRows: 96 })
    const baseline = await runner.baseline(law, { variables })
    const reformed = await runner.run(reform, { variables })
    await runner.close()
    for (const [expected, { columns }] of [
      [before, baseline],
      [after, reformed],
    ] as const) {
      const difference = firstDifference(expected, columns)
      if (difference) differences.push(`seed ${seed}, ${crew.size} threads: ${difference}`)
      for (const column of expected.values()) values += column.length
    }
  }
  await proveParted(branchOnState(program, seed) ?? program, seed)
  if (differences.length > 20) break
  if (seed % 1000 === 0) console.error(`${seed} programs, ${elapsed()} s`)
}

await Promise.all(crews.map(crew => crew.close()))
for (const difference of differences) console.log(difference)
console.log(
  `${programs} programs of ${Math.round(operations / programs)} nodes on ${rows} persons: ` +
    `${values.toLocaleString('en')} values compared, ${differences.length} results differ, ${elapsed()} s`,
)
process.exit(differences.length === 0 ? 0 : 1)

async function proveParted(program: Program, seed: number): Promise<void> {
  const population = shufflePopulation(withFewValues(randomPopulation(program, seed, rows), seed), seed)
  const law = randomParameters(program, seed)
  const reform = randomParameters(program, seed + programs)
  const variables = program.variables.map(v => v.name)
  const runner = await createPartitionedRunner(program, population, { partition: stateLeaf, workers: 0 })
  for (const parameters of [law, reform]) {
    const given = Float64Array.from(runner.session.parameters, name => parameters.get(name)!)
    const { columns } = await runner.run(given, variables, parameters === law)
    const expected = await referenceBackend.run(program, population, parameters, variables)
    const difference = firstDifference(expected, columns)
    if (difference) differences.push(`seed ${seed}, parted: ${difference}`)
    for (const column of expected.values()) values += column.length
  }
  await runner.close()
}

function elapsed(): string {
  return ((performance.now() - began) / 1000).toFixed(0)
}
