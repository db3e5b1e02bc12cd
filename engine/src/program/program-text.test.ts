import fc from 'fast-check'
import { expect, test } from 'vitest'
import { randomProgram } from '../backends/testing/random-program.ts'
import { parseProgramText } from './parse-program-text.ts'
import type { Program } from './program.ts'
import { programText } from './program-text.ts'

const small = `entity person
entity unit
relation person.unit person unit
domain status single joint
source tax law/us/rules/tax.ts 12 "26 USC §1"
guard gov.rates.length 7
%0 = input wages : number person
%1 = parameter gov.rate : number
%2 = multiply %0 %1 : number person @0
%3 = sum_members person.unit %2 : number unit @0
%4 = constant joint : category status
%5 = input status : category status unit
%6 = equal %5 %4 : bool unit
%7 = constant -0 : number
%8 = select %6 %3 %7 : number unit
variable tax %8 unit "Tax of the unit" currency-USD "26 USC §1"
`

test('a program is text that people can read, and that reads back', () => {
  expect(programText(parseProgramText(small))).toBe(small)
  const program = parseProgramText(small)
  expect(Object.is(program.nodes[7]!.value, -0)).toBe(true)
  expect(program.sources).toEqual([
    { variable: 'tax', file: 'law/us/rules/tax.ts', line: 12, reference: '26 USC §1' },
  ])
})

test('blank lines and remarks are passed over', () => {
  const remarked = small
    .replace('\n%0', '\n\n; leaves first\n%0')
    .replace('%1 = parameter gov.rate : number', '$& ; a share')
  expect(parseProgramText(remarked)).toEqual(parseProgramText(small))
})

test('any program is the same after it was written as text and read', () => {
  const anyText = fc.string({ unit: 'binary' }).filter(text => text.isWellFormed())
  const programs = fc
    .tuple(fc.nat(), fc.integer({ min: 1, max: 120 }), fc.tuple(anyText, anyText, anyText))
    .map(([seed, size, [a, b, c]]): Program => {
      const program = randomProgram(seed, size)
      const nodes = program.nodes.map(n =>
        n.op === 'parameter' ? { ...n, name: `%${a}${n.name}`, source: 0 } : n,
      )
      const variables = program.variables.map(v => ({ ...v, label: b, unit: c, reference: a }))
      const sources = [{ variable: a, file: b, line: 3, reference: c }]
      return { ...program, nodes, variables, sources }
    })
  fc.assert(
    fc.property(programs, program => {
      expect(parseProgramText(programText(program))).toEqual(program)
    }),
    { numRuns: 200 },
  )
})

test.each([
  ['entity person unit', 'line 1: entity takes 1 words, not 2'],
  ['entity person\nnoun x', 'line 2: unknown word noun'],
  ['entity "person', 'line 1: a text does not end'],
  ['entity a b"c"', 'entity takes 1'],
  ['%1 = constant 1 : number', 'line 1: node %0 is expected here'],
  ['%0 = constant 1', 'line 1: a node is written'],
  ['%0 = constant one : number', 'line 1: one is not a number'],
  ['%0 = constant 1 : number person extra', 'there is too much after number'],
  ['%0 = toString 1 : number', 'node 0 (toString): unknown operation'],
  ['%0 = add %0 %0 : number', 'node 0 (add): an operand is not an earlier node'],
  ['domain d a\n%0 = constant b : category d', 'no such category'],
  ['%0 = constant maybe : bool', 'a condition is 0 or 1'],
  ['%0 = constant 1 : number @3', 'no source 3'],
  ['%0 = constant 1 : number\nvariable x 0 person a b c', 'line 2: 0 is not written %0'],
  ['%0 = constant 1 : number\nvariable x %0 person a b c', 'variable x: unknown entity person'],
  ['entity a\nentity a', 'entity a: there are two of them'],
  ['entity a\nrelation a.b a b', 'relation a.b: it does not lead'],
])('%j is refused', (text, problem) => {
  expect(() => parseProgramText(text)).toThrow(problem)
})
