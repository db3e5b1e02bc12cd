import { expect, test } from 'vitest'
import { below, pick, type Random, randomFrom } from '../backends/testing/random-numbers.ts'
import { verifyProgram } from '../program/index.ts'
import { compileLaw } from './compile-law.ts'
import { featureShape } from './fixtures/feature-shape.ts'
import { featureFolder, featureSources } from './fixtures/feature-sources.ts'
import { LawError } from './law-problem.ts'

const path = `${featureFolder}/feature-law.ts`
const sources = featureSources()
const words = sources.get(path)!.match(/[A-Za-z_]\w*|\d[\d_.]*|'[^']*'|=>|[=!<>]=+|&&|\|\||\s+|./g)!

/** The text with a few words taken out, doubled, swapped or put in place of others. */
function mutate(random: Random): string {
  const text = [...words]
  for (let i = 0; i <= below(random, 3); i++) {
    const [at, other] = [below(random, text.length), below(random, text.length)]
    const kind = below(random, 4)
    if (kind === 0) text.splice(at, 1)
    else if (kind === 1) text.splice(at, 0, text[at]!)
    else if (kind === 2) text[at] = pick(random, words)
    else [text[at], text[other]] = [text[other]!, text[at]!]
  }
  return text.join('')
}

test('a text made by accident compiles to a well formed program or is refused with a place and a way out', () => {
  const random = randomFrom(63)
  const seen = { compiled: 0, refused: 0 }
  for (let i = 0; i < 300; i++) {
    const text = mutate(random)
    try {
      const { program } = compileLaw(new Map([...sources, [path, text]]), featureShape)
      expect(verifyProgram(program)).toEqual([])
      seen.compiled++
    } catch (error) {
      if (!(error instanceof LawError)) throw new Error(`not refused in words: ${text}`, { cause: error })
      const complete = error.problems.every(p => p.line > 0 && p.column > 0 && p.problem && p.remedy)
      expect(complete).toBe(true)
      seen.refused++
    }
  }
  expect(seen.compiled).toBeGreaterThan(20)
  expect(seen.refused).toBeGreaterThan(100)
})
