import { describe, expect, test } from 'vitest'
import { type DocumentNode, plain } from './document.ts'
import { readJson } from './read-json.ts'

const source = { file: 'a.json', code: 'E_REFORM_FILE' } as const
const read = (text: string) => readJson(text, source)
const mistakeIn = (text: string) => {
  try {
    read(text)
  } catch (error) {
    return (error as { details: Record<string, unknown> }).details
  }
  return undefined
}

test.each([
  '{"a": [1, -0.5, 9e99, 1E+2, true, false, null, "x\\n\\u00e9"], "b": {"c": {}}, "d": []}',
  '[]',
  '"text"',
  ' \r\n\t12 ',
  '{"__proto__": 1, "constructor": {"2026": 2}}',
])('reads what JSON.parse reads: %s', text => {
  expect(JSON.stringify(plain(read(text)))).toBe(JSON.stringify(JSON.parse(text)))
})

test('comments are skipped, except inside a text', () => {
  const text = '// first\n{"a": 1, // one\n /* two\n lines */ "b": "http://x /* y */"} // end'
  expect({ ...(plain(read(text)) as object) }).toEqual({ a: 1, b: 'http://x /* y */' })
})

test('every value knows its line and column', () => {
  const root = read('{\n  "a": /* x\n */ [1,\n 2]}')
  expect(root).toMatchObject({ kind: 'map', line: 1, column: 1 })
  const [entry] = (root as Extract<DocumentNode, { kind: 'map' }>).entries
  expect(entry).toMatchObject({ key: 'a', line: 2, column: 3 })
  expect(entry!.value).toMatchObject({
    line: 3,
    column: 5,
    items: [
      { value: 1, line: 3, column: 6 },
      { value: 2, line: 4, column: 2 },
    ],
  })
})

test('the non-finite numbers of Python are passed on for their reader to refuse', () => {
  expect(plain(read('[NaN, Infinity, -Infinity]'))).toEqual([Number.NaN, Infinity, -Infinity])
})

describe('points at the first mistake', () => {
  test.each([
    ['{"a": 1,}', 1, 9, 'a key in double quotes is expected'],
    ['{"a": 1\n "b": 2}', 2, 2, '"," or "}" is expected'],
    ['{"a" 1}', 1, 6, '":" is expected after "a"'],
    ['{a: 1}', 1, 2, 'a key in double quotes is expected'],
    ['{"a": 1, "a": 2}', 1, 10, '"a" is given twice'],
    ['{"a": yes}', 1, 7, '"yes" is not a value'],
    ['{"a": constructor}', 1, 7, '"constructor" is not a value'],
    ['{"a": 01}', 1, 7, '"01" is not a value'],
    ['{"a": }', 1, 7, 'a value is expected'],
    ['{"a": 1', 1, 1, 'never closed'],
    ['{"a": "x\n"}', 1, 7, 'never closed'],
    ['{"a": "\\x"}', 1, 7, 'not valid text'],
    ['/* {', 1, 1, 'comment that begins here is never closed'],
    ['{} {}', 1, 4, 'after the end'],
    [`${'['.repeat(70)}${']'.repeat(70)}`, 1, 66, 'nested more than 64 deep'],
    ['', 1, 1, 'a value is expected, not the end of the file'],
  ])('%j', (text, line, column, problem) => {
    expect(mistakeIn(text)).toMatchObject({
      file: 'a.json',
      line,
      column,
      problem: expect.stringContaining(problem),
    })
  })
})
