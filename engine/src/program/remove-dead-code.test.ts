import { expect, test } from 'vitest'
import type { Program } from './program.ts'
import { ProgramBuilder } from './program-builder.ts'
import { removeDeadCode } from './remove-dead-code.ts'
import { verifyProgram } from './verify-program.ts'

function program(): Program {
  const b = new ProgramBuilder([])
  b.source = 0
  const unused = b.apply('negate', b.input('person', 'age'))
  b.source = 1
  const wages = b.input('person', 'wages')
  const tax = b.apply('multiply', wages, b.parameter('rate'))
  b.apply('add', unused, tax)
  const about = { entity: 'person', label: '', unit: '', reference: '' }
  const source = { variable: 'tax', file: 'a.ts', reference: '' }
  return {
    ...{ entities: ['person'], relations: [], domains: [], guards: [], nodes: b.nodes },
    variables: [{ name: 'tax', node: tax, ...about }],
    sources: [
      { ...source, line: 1 },
      { ...source, line: 2 },
    ],
  }
}

test('nodes and sources that no variable needs are removed, the others keep their order', () => {
  const lean = removeDeadCode(program())
  expect(lean.nodes.map(n => [n.op, n.args])).toEqual([
    ['input', []],
    ['parameter', []],
    ['multiply', [0, 1]],
  ])
  expect(lean.variables[0]!.node).toBe(2)
  expect(lean.sources.map(s => s.line)).toEqual([2])
  expect(lean.nodes.map(n => n.source)).toEqual([0, 0, 0])
  expect(verifyProgram(lean)).toEqual([])
})

test('a program without dead code stays as it is', () => {
  const lean = removeDeadCode(program())
  expect(removeDeadCode(lean)).toEqual(lean)
})
