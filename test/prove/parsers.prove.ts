/**
 * Proves that no text breaks a reader: 100,000 mutated reform files are read or refused with a code, each within a second.
 *
 * usage: node test/prove/parsers.prove.ts [PYTHON] [COUNT] [SEED]
 */
import { randomFrom } from '../../engine/src/backends/testing/random-numbers.ts'
import { ReformlabError } from '../../engine/src/errors/index.ts'
import { applyReform, loadParameterTree } from '../../engine/src/parameters/index.ts'
import { canonicalText, readReform, reformContext } from '../../engine/src/reforms/index.ts'
import { mutateText } from '../../engine/src/reforms/testing/mutate-text.ts'
import { sampleReforms } from '../../engine/src/reforms/testing/sample-reforms.ts'

const [count, seed] = [Number(process.argv[3] ?? 100_000), Number(process.argv[4] ?? 1)]
const tree = loadParameterTree()
const context = reformContext(tree)
const random = randomFrom(seed)
const outcomes = new Map<string, number>()
const broken: string[] = []
let slowest = 0

for (let i = 0; i < count; i++) {
  const text = mutateText(sampleReforms[i % sampleReforms.length]!, sampleReforms, random)
  const begun = performance.now()
  const outcome = await outcomeOf(text)
  slowest = Math.max(slowest, performance.now() - begun)
  outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
  if (outcome === 'BROKEN') broken.push(text)
}

for (const [outcome, times] of [...outcomes].sort((a, b) => b[1] - a[1]))
  console.log(`${String(times).padStart(8)}  ${outcome}`)
for (const text of broken.slice(0, 5)) console.log(JSON.stringify(text))
console.log(`${count} texts, ${broken.length} broke a reader, slowest ${slowest.toFixed(0)} ms`)
process.exit(broken.length === 0 && slowest < 1000 ? 0 : 1)

/** What becomes of `text`. What is read must also be applied or refused, and read back from its canonical form. */
async function outcomeOf(text: string): Promise<string> {
  try {
    const reform = await readReform(text, 'mutated', context)
    if (!(await readsBack(canonicalText(reform, false)))) return 'BROKEN'
    applyReform(tree, reform.changes)
    return 'read'
  } catch (error) {
    return error instanceof ReformlabError ? error.code : 'BROKEN'
  }
}

async function readsBack(canonical: string): Promise<boolean> {
  try {
    return canonicalText(await readReform(canonical, 'canonical', context), false) === canonical
  } catch {
    return false
  }
}
