import { describe, expect, test } from 'vitest'
import { placeAt } from '../compiler/variable-change.ts'
import { loadParameterTree } from '../parameters/index.ts'
import { canonicalText, reformHash } from './canonical-reform.ts'
import { readReform } from './read-reform.ts'
import { reformContext } from './reform-context.ts'

const context = reformContext(loadParameterTree())
const read = (text: string) => readReform(text, 'reform.yaml', context)

/** The place in `text` where `wanted` stands. */
function placeOf(text: string, wanted: string) {
  const before = text.slice(0, text.indexOf(wanted)).split('\n')
  return { line: before.length, column: before.at(-1)!.length + 1 }
}

describe('every word of a formula is known by its place in the file', () => {
  test.each([
    ['a plain scalar', 'variables: { eitc: { formula: unit => unit.alpha + unit.beta } }'],
    [
      'a literal block',
      'variables:\n  eitc:\n    formula: |\n      unit =>\n        unit.alpha +\n\n          unit.beta\n',
    ],
    [
      'a literal block, stripped',
      'variables:\n  eitc:\n    formula: |- # why\n     unit => unit.alpha +\n       unit.beta',
    ],
    ['a folded block', 'variables:\n  eitc:\n    formula: >\n      unit => unit.alpha +\n      unit.beta\n'],
    ['lines of a plain scalar', 'variables:\n  eitc:\n    formula: unit => unit.alpha +\n      unit.beta\n'],
    ['single quotes', "variables: { eitc: { formula: 'unit => ''a'' === unit.alpha || unit.beta' } }"],
    ['double quotes', 'variables: { eitc: { formula: "unit => \\n \\"a\\" === unit.alpha || unit.beta" } }'],
    ['JSON', '{"variables": {\n"eitc": {"formula": "unit =>\\n  \\u0020\\tunit.alpha \\n + unit.beta"}}}'],
    [
      'lines that end as on Windows',
      'variables:\r\n  eitc:\r\n    formula: |\r\n      unit => unit.alpha +\r\n        unit.beta\r\n',
    ],
  ])('%s', async (_, text) => {
    const [change] = (await read(text)).variables!
    expect(change).toMatchObject({
      name: 'eitc',
      file: 'reform.yaml',
      ...placeOf(text, text.includes('"eitc"') ? '"eitc"' : 'eitc'),
    })
    const { formula, places } = change!
    for (const word of ['unit =>', 'alpha', 'beta'])
      expect(placeAt(places, formula.indexOf(word)), word).toEqual(placeOf(text, word))
  })
})

test.each([
  ['variables:\n  eitc:\n    formula: 3', 3, 14, 'takes a text'],
  ['variables:\n  eitc:\n    formula: ""', 3, 14, 'takes a text'],
  ['variables:\n  eitc: u => 0', 2, 9, 'takes a formula'],
  ['variables:\n  eitc: { label: x }', 2, 9, 'has no formula'],
  ['variables:\n  eitc: { formula: u => 0, type: bool }', 2, 28, 'said of a new variable'],
  ['variables:\n  x: { formula: u => 0, entity: person, label: X }', 2, 6, 'has no reference'],
  ['variables:\n  x: { formula: u => 0, until: 2026 }', 2, 25, '"until" is not expected'],
  ['variables:\n  __proto__: { formula: u => 0 }', 2, 3, 'no name of a variable'],
  ['variables:\n  head.age: { formula: u => 0 }', 2, 3, 'no name of a variable'],
  ['{"variables": {\n "x": {}, "x": {}}}', 2, 11, 'given twice'],
  ['variables: 3', 1, 12, 'the name of a variable on each line'],
  ['from: 2026\nvariables: {}', 1, 1, 'hold in every year'],
  ['reform: reformlab/1', 1, 1, '"changes" is missing'],
])('%s is refused', async (text, line, column, problem) => {
  await expect(read(text)).rejects.toMatchObject({
    code: 'E_REFORM_FILE',
    details: { line, column, problem: expect.stringContaining(problem) },
  })
})

test('reforms are the same when their formulas are, however they are written', async () => {
  const about = 'entity: tax_unit, label: X, reference: y'
  const yaml = await read(
    `title: T\nvariables:\n  b: { ${about}, formula: u => 1 }\n  a:\n    formula: |\n\n      u =>\n        1\n`,
  )
  const json = await read(
    '{"variables": {"a": {"formula": "u =>\\n  1"}, "b": {"formula": "u => 1 ", "reference": "y", "label": "X", "entity": "tax_unit"}}}',
  )
  expect(reformHash(json)).toBe(reformHash(yaml))
  expect(canonicalText(json)).toBe(
    '{"reform":"reformlab/1","changes":{},"variables":{"a":{"formula":"u =>\\n  1"},"b":{"entity":"tax_unit","label":"X","reference":"y","formula":"u => 1"}}}',
  )
  const again = await read(canonicalText(yaml))
  expect(canonicalText(again)).toBe(canonicalText(yaml))
  const other = await read(`variables:\n  b: { ${about}, formula: u => 2 }\n  a: { formula: "u =>\\n  1" }`)
  expect(reformHash(other)).not.toBe(reformHash(yaml))
  expect(reformHash(await read('changes: {}'))).toBe(reformHash(await read('changes: {}\nvariables: {}')))
})
