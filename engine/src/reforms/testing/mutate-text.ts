/** Mutated texts for fuzzing parsers: repeatable from a seed, drawn from texts that are right. */

import type { Random } from '../../backends/testing/random-numbers.ts'

const TOKENS = [
  ...[
    '{',
    '}',
    '[',
    ']',
    ':',
    ',',
    '"',
    "'",
    '//',
    '/*',
    '*/',
    '#',
    '&a',
    '*a',
    '!x',
    '|',
    '>',
    '-',
    '?',
    '\n',
    '\t',
    ' ',
  ],
  ...[
    'null',
    'true',
    'NaN',
    '-Infinity',
    '1e999',
    '9e99',
    '-1',
    '0',
    '2026',
    '1999',
    '2026-02-30',
    'ETERNITY',
    '.inf',
  ],
  ...[
    '__proto__',
    'constructor',
    'toString',
    'length',
    '-indexed',
    'value',
    'from',
    'to',
    'indexed',
    'changes',
    'policy',
  ],
  ...['\u0000', '\uFEFF', '\u2028', '😀', '\\', '\\u12', 'gov', 'gov.irs', 'head', 'members', 'people'],
]

/** One to four edits of `text`: a cut, a copy, a token put in, a word, a year or a character changed, a piece of another text. */
export function mutateText(text: string, others: readonly string[], random: Random): string {
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)]!
  let result = text
  for (let edits = 1 + Math.floor(random() ** 2 * 4); edits > 0; edits--) {
    const at = Math.floor(random() * (result.length + 1))
    const length = Math.floor(random() ** 3 * 60)
    const [before, piece, after] = [
      result.slice(0, at),
      result.slice(at, at + length),
      result.slice(at + length),
    ]
    const other = pick(others)
    const from = Math.floor(random() * other.length)
    result = pick([
      () => before + after,
      () => before + piece + piece + after,
      () => before + pick(TOKENS) + piece + after,
      () => before + pick(TOKENS) + after,
      () => before + String.fromCharCode(32 + Math.floor(random() * 96)) + after.slice(1),
      () => before + after.replace(/[\w.-]+/, () => pick(TOKENS)),
      () => before + after.replace(/20\d\d/, () => String(1990 + Math.floor(random() * 60))),
      () => before + other.slice(from, from + length) + after,
    ])()
  }
  return result
}
