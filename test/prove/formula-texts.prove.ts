/**
 * Proves that no text of a formula breaks the compiler: 100,000 mutated formulas of reforms, a few hundred of them in the
 * law of the United States, compile to programs that verify or are refused with a place and a way out, each in seconds.
 *
 * usage: node test/prove/formula-texts.prove.ts [PYTHON] [COUNT] [SEED]
 */
import { fileURLToPath } from 'node:url'
import { randomFrom } from '../../engine/src/backends/testing/random-numbers.ts'
import { featureShape } from '../../engine/src/compiler/fixtures/feature-shape.ts'
import { featureSources } from '../../engine/src/compiler/fixtures/feature-sources.ts'
import { readLaw, readLawSources } from '../../engine/src/compiler/index.ts'
import { fuzzFormulas } from '../../engine/src/compiler/testing/fuzz-formulas.ts'
import { loadParameterTree } from '../../engine/src/parameters/index.ts'

const SECONDS = 10
const [count, seed] = [Number(process.argv[3] ?? 100_000), Number(process.argv[4] ?? 1)]
const ofStates = Math.ceil(count / 200)
const states = readLaw(readLawSources(fileURLToPath(new URL('../..', import.meta.url))))
const runs = [
  fuzzFormulas(readLaw(featureSources()), featureShape, count - ofStates, randomFrom(seed)),
  fuzzFormulas(states, loadParameterTree().shape, ofStates, randomFrom(seed + 1)),
]
for (const { outcomes, broken, slowest } of runs) {
  for (const [outcome, times] of [...outcomes].sort((a, b) => b[1] - a[1]))
    console.log(`${String(times).padStart(8)}  ${outcome}`)
  for (const text of broken.slice(0, 5)) console.log(JSON.stringify(text))
  console.log(`slowest ${slowest.milliseconds.toFixed(0)} ms: ${JSON.stringify(slowest.text.slice(0, 200))}`)
}
const broken = runs.reduce((sum, run) => sum + run.broken.length, 0)
console.log(`${count} formulas, ${broken} broke the compiler`)
const isQuick = runs.every(({ slowest }) => slowest.milliseconds < 1000 * SECONDS)
process.exit(broken === 0 && isQuick ? 0 : 1)
