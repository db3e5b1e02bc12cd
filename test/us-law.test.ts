/** The law of the United States as a whole: its modules, its types, its program against running it. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { randomFrom } from '../engine/src/backends/testing/random-numbers.ts'
import { compileLaw, readLawSources } from '../engine/src/compiler/index.ts'
import { compareWithDirect, randomLeaves } from '../engine/src/compiler/testing/oracle.ts'
import { randomSituation } from '../engine/src/compiler/testing/random-situation.ts'
import { loadLaw } from '../engine/src/direct/index.ts'
import { loadParameterTree } from '../engine/src/parameters/index.ts'
import { verifyProgram } from '../engine/src/program/index.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const sources = readLawSources(root)
const tree = loadParameterTree()
const { program } = compileLaw(sources, tree.shape)
const loaded = await loadLaw()

test('law/us/index.ts lists every module that defines something', () => {
  const listed = [...readFileSync(`${root}law/us/index.ts`, 'utf8').matchAll(/from '\.\/(.*)'/g)].map(
    m => `law/us/${m[1]}`,
  )
  const defining = [...sources]
    .filter(
      ([path, text]) => path.startsWith('law/us/') && /= (variable|input|entity|enumeration)[(<]/.test(text),
    )
    .map(([path]) => path)
  expect(listed.toSorted()).toEqual(defining.toSorted())
})

test('the program is well formed and has every variable of the law', () => {
  expect(verifyProgram(program)).toEqual([])
  const computed = [...loaded.variables].filter(([, v]) => v.kind === 'variable').map(([name]) => name)
  expect(program.variables.map(v => v.name).toSorted()).toEqual(computed.toSorted())
})

test('every parameter is read by the law, but for indices, which others are indexed by', () => {
  const read = new Set(program.nodes.flatMap(node => (node.op === 'parameter' ? [node.name!] : [])))
  const unread = tree.leaves.map(leaf => leaf.path).filter(path => !read.has(path))
  expect(unread.filter(path => !path.startsWith('gov.indices.'))).toEqual([])
})

test('the program answers what running the law answers, in every year', () => {
  const random = randomFrom(2013)
  for (let year = tree.years.first; year <= tree.years.last; year++)
    for (let i = 0; i < 4; i++) {
      const situation = randomSituation(loaded, random)
      const differences = compareWithDirect(program, loaded, tree.at(year), situation)
      expect(differences, `${year}: ${JSON.stringify(situation)}`).toEqual([])
    }
})

test('the program answers what running the law answers, whatever the parameters', () => {
  const random = randomFrom(7)
  for (let i = 0; i < 100; i++) {
    const situation = randomSituation(loaded, random)
    const leaves = randomLeaves(tree.shape, random)
    const differences = compareWithDirect(program, loaded, leaves, situation)
    expect(differences, JSON.stringify({ situation, leaves: [...leaves] })).toEqual([])
  }
})
