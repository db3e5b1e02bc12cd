import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Op as OpCode } from '@reformlab/schema/generated/program_pb.js'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { randomProgram } from '../backends/testing/random-program.ts'
import { ReformlabError } from '../errors/index.ts'
import { ops } from './op.ts'
import type { Program } from './program.ts'
import { decodeProgram, encodeProgram } from './program-codec.ts'

const anyProgram = fc
  .record({ seed: fc.nat(), size: fc.integer({ min: 1, max: 120 }) })
  .map(({ seed, size }) => randomProgram(seed, size))

const withTexts = fc
  .tuple(anyProgram, fc.array(fc.string({ unit: 'grapheme' }), { minLength: 4, maxLength: 4 }), fc.double())
  .map(([program, [a, b, c, d], value]): Program => {
    const nodes = program.nodes.map((n, i) => (i % 3 === 0 ? { ...n, source: i % 2 } : n))
    const source = (line: number) => ({ variable: a!, file: b!, line, reference: c! })
    const variables = program.variables.map(v => ({ ...v, label: d!, unit: c!, reference: a! }))
    const guards = [{ path: 'gov.rates.length', value }]
    return { ...program, nodes, sources: [source(1), source(70_000)], variables, guards }
  })

test('a program is the same after it was written as bytes and read', () => {
  fc.assert(
    fc.property(withTexts, program => {
      expect(decodeProgram(encodeProgram(program))).toEqual(program)
    }),
    { numRuns: 200 },
  )
})

test('bytes that were changed are refused, or are another well formed program', () => {
  const bytes = fc.tuple(
    anyProgram,
    fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 4 }),
  )
  let refused = 0
  fc.assert(
    fc.property(bytes, ([program, changes]) => {
      const changed = encodeProgram(program)
      for (const [position, byte] of changes) changed[position % changed.length] = byte
      try {
        decodeProgram(changed)
      } catch (error) {
        expect(error).toBeInstanceOf(ReformlabError)
        expect((error as ReformlabError).code).toBe('E_PROGRAM_MALFORMED')
        refused++
      }
    }),
    { numRuns: 500 },
  )
  expect(refused).toBeGreaterThan(100)
})

test('bytes that end early are refused', () => {
  const bytes = encodeProgram(randomProgram(1, 50))
  const codes = Array.from({ length: bytes.length }, (_, end) => {
    try {
      decodeProgram(bytes.subarray(0, end))
      return 'read'
    } catch (error) {
      return (error as ReformlabError).code
    }
  })
  expect(codes.filter(code => code !== 'E_PROGRAM_MALFORMED' && code !== 'read')).toEqual([])
})

test('the schema has every operation of the table and no other', () => {
  const inSchema = Object.keys(OpCode).filter(name => Number.isNaN(Number(name)) && name !== 'UNSPECIFIED')
  expect(inSchema.map(name => name.toLowerCase()).toSorted()).toEqual(Object.keys(ops).toSorted())
})

test('the committed code of the schema is what the generator writes', () => {
  const root = fileURLToPath(new URL('../../..', import.meta.url))
  const out = mkdtempSync(join(tmpdir(), 'reformlab-schema-'))
  try {
    const buf = join(root, 'node_modules/.bin/buf')
    execFileSync(buf, ['generate', '--output', out], { cwd: join(root, 'schema'), env: pathWith(root) })
    const fresh = join(out, 'generated')
    const committed = readdirSync(join(root, 'schema/generated')).filter(name => name.startsWith('program_'))
    expect(readdirSync(fresh).toSorted()).toEqual(committed.toSorted())
    for (const name of readdirSync(fresh))
      expect(readFileSync(join(root, 'schema/generated', name), 'utf8')).toBe(
        readFileSync(join(fresh, name), 'utf8'),
      )
  } finally {
    rmSync(out, { recursive: true })
  }
})

function pathWith(root: string): NodeJS.ProcessEnv {
  return { ...process.env, PATH: `${join(root, 'node_modules/.bin')}:${process.env.PATH}` }
}
