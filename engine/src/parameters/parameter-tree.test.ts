import { describe, expect, test } from 'vitest'
import type { ReformlabError } from '../errors/index.ts'
import { type ParameterFile, ParameterTree, parseParameterFiles } from './index.ts'

const text = (lines: string) =>
  `label: A label\ndescription: A description.\nreference: 26 USC §1\n${lines}\n`
const rate = text('unit: /1\nvalues: { 2013: 0.5, 2015: 0.25 }')

const treeOf = (files: Record<string, string>) =>
  ParameterTree.of(parseParameterFiles(new Map(Object.entries(files))))

function problemOf(files: Record<string, string>): string {
  try {
    treeOf(files)
    return 'accepted'
  } catch (error) {
    const { code, details } = error as ReformlabError
    return `${code} ${details.path}: ${details.problem}`
  }
}

describe('a parameter tree', () => {
  test('carries a value on until the next is stated', () => {
    const tree = treeOf({ 'gov.rate': rate, 'gov.other': text('unit: /1\nvalues: { 2013: 0, 2017: 1 }') })
    expect(tree.years).toEqual({ first: 2013, last: 2017 })
    expect([...tree.series('gov.rate')]).toEqual([0.5, 0.5, 0.25, 0.25, 0.25])
  })

  test('enumerates brackets and categories as leaves, in the order of the files', () => {
    const tree = treeOf({
      'gov.rate': rate,
      'gov.scale': text(
        'unit: currency-USD\nbrackets: 2\nbreakdown: size\nvalues: { 2013: { 1: { small: 1, large: 2 }, 2: { small: 3, large: 4 } } }',
      ).replace('size', 'filing_status'),
    })
    expect(tree.leaves.map(({ path }) => path)).toEqual([
      'gov.rate',
      'gov.scale.1.small',
      'gov.scale.1.large',
      'gov.scale.2.small',
      'gov.scale.2.large',
    ])
    expect(tree.at(2014).get('gov.scale.2.small')).toBe(3)
    expect([...tree.vector(2015)]).toEqual([0.25, 1, 2, 3, 4])
  })

  test('has a shape that says what is a table, of which enum, and what is numbered', () => {
    const table = text('unit: bool\nbreakdown: filing_status\nvalues: { 2013: { a: true, b: false } }')
    const { shape } = treeOf({
      'gov.scale': text('unit: /1\nbrackets: 1\nvalues: { 2013: { 1: 0 } }'),
      'gov.table': table,
    })
    const about = { label: 'A label', reference: '26 USC §1' }
    const gov = new Map<string, unknown>([
      [
        'scale',
        {
          kind: 'group',
          numbered: true,
          children: new Map([['1', { kind: 'value', type: 'number' }]]),
          unit: '/1',
          ...about,
        },
      ],
      [
        'table',
        {
          kind: 'group',
          domain: 'filing_status',
          children: new Map(['a', 'b'].map(key => [key, { kind: 'value', type: 'bool' }])),
          unit: 'bool',
          ...about,
        },
      ],
    ])
    expect(shape).toEqual({ kind: 'group', children: new Map([['gov', { kind: 'group', children: gov }]]) })
  })

  test('gives conditions as conditions and holds them as 0 and 1', () => {
    const tree = treeOf({ 'gov.switch': text('unit: bool\nvalues: { 2013: false, 2015: true }') })
    expect([tree.value('gov.switch', 2014), tree.value('gov.switch', 2015)]).toEqual([false, true])
    expect([...tree.series('gov.switch')]).toEqual([0, 0, 1])
  })

  test('holds no limit as a finite number that growth does not move', () => {
    const index = text('unit: /1\nvalues: { 2013: 0.1, 2014: 0.1, 2015: 0.1 }')
    const indexation =
      'indexation: { index: gov.indices.prices, active: true, rounding: { step: 0.01, direction: nearest, carried: true } }'
    const tree = treeOf({
      'gov.cap': text(`unit: currency-USD\n${indexation}\nvalues: { 2013: unlimited }`),
      'gov.indices.prices': index,
    })
    expect(new Set(tree.series('gov.cap'))).toEqual(new Set([9e99]))
  })

  test('adds the offset of an index to its growth', () => {
    const index = text('unit: /1\noffset: gov.indices.added\nvalues: { 2013: 0.1, 2014: 0.1, 2015: 0.1 }')
    const indexation =
      'indexation: { index: gov.indices.prices, active: true, rounding: { step: 0.01, direction: nearest, carried: true } }'
    const tree = treeOf({
      'gov.amount': text(`unit: currency-USD\n${indexation}\nvalues: { 2013: 1000 }`),
      'gov.indices.prices': index,
      'gov.indices.added': text('unit: /1\nvalues: { 2013: 0, 2014: 0.1 }'),
    })
    expect([...tree.series('gov.amount')]).toEqual([1000, 1100, 1320])
  })

  test.each([
    ['no label', 'unit: /1\nvalues: { 2013: 1 }', 'the file must have required property'],
    ['a field nobody knows', text('unit: /1\nbound: { min: 0 }\nvalues: { 2013: 1 }'), '"bound"'],
    [
      'a unit nobody knows',
      text('unit: euro\nvalues: { 2013: 1 }'),
      'unit must be equal to one of the allowed values',
    ],
    ['YAML that is broken', 'label: [', 'Flow sequence'],
    ['a text for a number', text('unit: /1\nvalues: { 2013: much }'), 'values.2013'],
    ['a number for a condition', text('unit: bool\nvalues: { 2013: 1 }'), 'not true or false'],
    ['half a year of age', text('unit: years\nvalues: { 2013: 1.5 }'), 'not a whole number'],
    ['a bracket too few', text('unit: /1\nbrackets: 3\nvalues: { 2013: { 1: 0, 2: 1 } }'), 'keys 1, 2, 3'],
    [
      'a category that comes and goes',
      text('unit: /1\nbreakdown: filing_status\nvalues: { 2013: { a: 0, b: 1 }, 2014: { a: 0 } }'),
      'keys a, b',
    ],
    ['a table nobody announced', text('unit: /1\nvalues: { 2013: { a: 0 } }'), 'not a finite number'],
    [
      'an index that is not there',
      text(
        'unit: /1\nindexation: { index: gov.indices.gold, active: true, rounding: { step: 1, direction: up, carried: true } }\nvalues: { 2013: 1 }',
      ),
      'gov.indices.gold, which does not exist',
    ],
    [
      'a bound that is not there',
      text('unit: /1\nbounds: { max: gov.limit }\nvalues: { 2013: 1 }'),
      'gov.limit, which does not exist',
    ],
    ['no value for the first year', text('unit: /1\nvalues: { 2014: 1 }'), "required property '2013'"],
  ])('refuses a file with %s', (_, file, problem) => {
    const got = problemOf({ 'gov.rate': rate, 'gov.x': file })
    expect(got).toContain('E_PARAMETER_FILE gov.x')
    expect(got).toContain(problem)
  })

  test('refuses a parameter below another', () => {
    expect(problemOf({ 'gov.rate': rate, 'gov.rate.first': rate })).toContain(
      'gov.rate is a parameter and cannot hold others',
    )
  })

  test('refuses an enum with other values in another file', () => {
    const table = (keys: string) => text(`unit: /1\nbreakdown: filing_status\nvalues: { 2013: { ${keys} } }`)
    expect(problemOf({ 'gov.a': table('x: 1, y: 2'), 'gov.b': table('y: 1, x: 2') })).toContain(
      'gov.b: its filing_status',
    )
  })

  test.each([2012, 2016, 2013.5, Number.NaN])('has no law for %d', year => {
    const tree = treeOf({ 'gov.rate': rate })
    expect(() => tree.vector(year)).toThrow(expect.objectContaining({ code: 'E_DATE_RANGE' }))
    expect(() => tree.value('gov.rate', year)).toThrow(expect.objectContaining({ code: 'E_DATE_RANGE' }))
  })

  test('is made of plain data that survives being kept as JSON', () => {
    const files = parseParameterFiles(new Map([['gov.rate', rate]]))
    const kept = new Map<string, ParameterFile>(JSON.parse(JSON.stringify([...files])))
    expect(ParameterTree.of(kept).series('gov.rate')).toEqual(ParameterTree.of(files).series('gov.rate'))
  })
})
