import { expect, test } from 'vitest'
import { definitionOf, type Op } from '../../program/index.ts'
import { randomProgram } from '../testing/random-program.ts'
import { compileProgram, defaultLimits, emitProgram } from './compile-program.ts'
import { importedOps } from './imported-ops.ts'

test('random programs of any size make valid modules', () => {
  for (const size of [0, 1, 10, 300, 5000])
    for (let seed = 1; seed <= 5; seed++) {
      const { bytes } = emitProgram(randomProgram(seed, size))
      expect(WebAssembly.validate(bytes), `seed ${seed}, size ${size}`).toBe(true)
    }
})

test('any limits of size make valid modules', () => {
  for (const most of [1, 2, 1000])
    for (const inlineData of [0, 50]) {
      const limits = { ...defaultLimits, enough: 1, most, relations: most, inlineData }
      expect(WebAssembly.validate(emitProgram(randomProgram(7, 200), limits).bytes)).toBe(true)
    }
})

test('a module says the same whenever it is made', () => {
  const [first, second] = [1, 2].map(() => emitProgram(randomProgram(11, 200)).bytes)
  expect(first).toEqual(second)
})

test('a damaged module is not valid', () => {
  const { bytes } = emitProgram(randomProgram(3, 50))
  bytes[bytes.length - 1] = 0
  expect(WebAssembly.validate(bytes)).toBe(false)
})

test('imported operations are elementwise and of at most two numbers', () => {
  for (const op of importedOps as readonly Op[]) {
    const { kind, operands } = definitionOf(op)
    expect(kind).toBe('elementwise')
    expect(operands.length).toBeLessThanOrEqual(2)
  }
})

test('a program of nothing compiles to nothing', () => {
  const program = { ...randomProgram(1, 10), variables: [] }
  expect(compileProgram(program).kernels).toEqual([])
})
