import { expect, test } from 'vitest'
import { plain } from './document.ts'
import { isJson, readDocument } from './read-document.ts'

const source = { file: 'a.yaml', code: 'E_REFORM_FILE' } as const
const read = (text: string) => readDocument(text, source)

test('maps, lists and scalars become what they are in JSON, keys become text', async () => {
  const text = 'a: 1\n2026: { x: true, y: ~ }\n2026-01-01: [a b, "c", 9e99]\nempty:\n'
  expect(JSON.parse(JSON.stringify(plain(await read(text))))).toEqual({
    2026: { x: true, y: null },
    a: 1,
    '2026-01-01': ['a b', 'c', 9e99],
    empty: null,
  })
})

test('values know their line and column', async () => {
  const root = await read('# note\na:\n  b: 12\n')
  expect(root).toMatchObject({
    entries: [
      {
        key: 'a',
        line: 2,
        column: 1,
        value: { entries: [{ key: 'b', line: 3, value: { value: 12, column: 6 } }] },
      },
    ],
  })
})

test.each([
  ['a: 1\na: 2\n', 2, 'Map keys must be unique'],
  ['a: [1, 2\n', 2, 'Flow sequence'],
  ['a: &x 1\nb: 2\n', 1, 'anchors'],
  ['a: 1\nb: *x\n', 2, 'alias'],
  ['a: !secret 1\n', 1, 'tag'],
  ['? [a, b]\n: 1\n', 1, 'a key must be a name'],
  ['a: "x\n', 2, 'Missing closing'],
  ['- 1\nb: 2\n', 2, ''],
  ['   \n', 1, 'empty'],
  ['# only a comment\n', 1, 'empty'],
])('refuses %j at its line', async (text, line, problem) => {
  await expect(read(text)).rejects.toMatchObject({
    code: 'E_REFORM_FILE',
    details: { line, problem: expect.stringMatching(new RegExp(problem, 'i')) },
  })
})

test('a document of aliases of aliases is refused before it grows', async () => {
  const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x]']
  for (let i = 1; i < 12; i++)
    lines.push(
      `a${i}: &a${i} [${Array(9)
        .fill(`*a${i - 1}`)
        .join(', ')}]`,
    )
  await expect(read(lines.join('\n'))).rejects.toMatchObject({ details: { line: 1 } })
})

test.each([
  ['{"a": 1}', true],
  [' // note\n/* and\n more */ [1]', true],
  ['a: {}', false],
  ['# {', false],
])('whether %j is JSON is seen from its first sign', (text, json) => {
  expect(isJson(text)).toBe(json)
})
