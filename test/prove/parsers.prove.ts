/**
 * Proves that no text breaks a reader: 100,000 mutated files, of reforms and of households, are read or refused with a
 * code, each within a second.
 *
 * usage: node test/prove/parsers.prove.ts [PYTHON] [COUNT] [SEED]
 */
import { randomFrom } from '../../engine/src/backends/testing/random-numbers.ts'
import type { Situation } from '../../engine/src/direct/index.ts'
import { ReformlabError } from '../../engine/src/errors/index.ts'
import { calculateHousehold, openModel } from '../../engine/src/model/index.ts'
import { sampleSituations } from '../../engine/src/model/testing/sample-situations.ts'
import { applyReform } from '../../engine/src/parameters/index.ts'
import { canonicalText, plain, readDocument, readReform } from '../../engine/src/reforms/index.ts'
import { mutateText } from '../../engine/src/reforms/testing/mutate-text.ts'
import { sampleReforms } from '../../engine/src/reforms/testing/sample-reforms.ts'

const [count, seed] = [Number(process.argv[3] ?? 100_000), Number(process.argv[4] ?? 1)]
const model = await openModel()
const { law: tree, reforms: context } = model
const random = randomFrom(seed)
const outcomes = new Map<string, number>()
const broken: string[] = []
let slowest = 0

for (let i = 0; i < count; i++) {
  const isReform = i % 3 < 2
  const samples = isReform ? sampleReforms : sampleSituations
  const text = mutateText(samples[i % samples.length]!, [...sampleReforms, ...sampleSituations], random)
  const begun = performance.now()
  const outcome = `${isReform ? 'reform   ' : 'household'}  ${await (isReform ? outcomeOfReform : outcomeOfHousehold)(text)}`
  slowest = Math.max(slowest, performance.now() - begun)
  outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
  if (outcome.endsWith('BROKEN')) broken.push(text)
}

for (const [outcome, times] of [...outcomes].sort((a, b) => b[1] - a[1]))
  console.log(`${String(times).padStart(8)}  ${outcome}`)
for (const text of broken.slice(0, 5)) console.log(JSON.stringify(text))
console.log(`${count} texts, ${broken.length} broke a reader, slowest ${slowest.toFixed(0)} ms`)
process.exit(broken.length === 0 && slowest < 1000 ? 0 : 1)

/** What becomes of `text`. What is read must also be applied or refused, and read back from its canonical form. */
async function outcomeOfReform(text: string): Promise<string> {
  try {
    const reform = await readReform(text, 'mutated', context)
    if (!(await readsBack(canonicalText(reform, false)))) return 'BROKEN'
    applyReform(tree, reform.changes)
    return 'read'
  } catch (error) {
    return error instanceof ReformlabError ? error.code : 'BROKEN'
  }
}

async function outcomeOfHousehold(text: string): Promise<string> {
  try {
    const situation = plain(
      await readDocument(text, { file: 'mutated', code: 'E_SITUATION_FILE' }),
    ) as Situation
    calculateHousehold(model, { situation, year: 2026, baseline: tree, explain: true })
    return 'answered'
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
