import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readCached, writeCached } from './model-cache.ts'
import { openModel } from './open-model.ts'
import { VariableGraph } from './variable-graph.ts'

const cache = mkdtempSync(join(tmpdir(), 'reformlab-models-'))
afterAll(() => rmSync(cache, { recursive: true }))

test('a model from the cache is the model that was compiled', async () => {
  const compiled = await openModel('us', { cache })
  const cached = await openModel('us', { cache })
  expect(readdirSync(cache)).toHaveLength(1)
  expect(cached.program).toEqual(compiled.program)
  expect(cached.catalogue).toEqual(compiled.catalogue)
  expect(cached.situationRules).toEqual(compiled.situationRules)
  expect(cached.law.vector(2030)).toEqual(compiled.law.vector(2030))
  expect(cached.hash).toMatch(/^[0-9a-f]{64}$/)
})

test('a cache that is broken or cannot be written is as good as none', async () => {
  for (const name of readdirSync(cache)) writeFileSync(join(cache, name), 'broken')
  const { program } = await openModel('us', { cache })
  expect(program.nodes.length).toBeGreaterThan(1000)
  const file = join(cache, 'file')
  writeFileSync(file, '')
  expect(() => writeCached('x', 1, join(file, 'folder'))).not.toThrow()
  expect(readCached('x', join(file, 'folder'))).toBeUndefined()
})

test('only the newest models are kept', () => {
  for (let i = 0; i < 8; i++) writeCached(`test${i}`, i, cache)
  expect(readdirSync(cache).filter(name => name.startsWith('model-'))).toHaveLength(4)
})

test('the graph of variables knows what each is computed from', async () => {
  const { program } = await openModel('us', { cache })
  const graph = new VariableGraph(program)
  expect(graph.sources('household_net_income')).toEqual({ variables: ['after_tax_income'], parameters: [] })
  const { variables, parameters } = graph.sources('ctc_maximum')
  expect(variables).toContain('ctc_children')
  expect(parameters).toContain('gov.irs.credits.ctc.amount.base')
  expect(graph.sources('employment_income')).toEqual({ variables: [], parameters: [] })
  expect(graph.sources('eitc').variables).not.toContain('lump_sum_distribution_tax')
  expect(graph.sources('lump_sum_distribution_tax')).toEqual({ variables: [], parameters: [] })
})
