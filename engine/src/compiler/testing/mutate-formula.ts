import { below, pick, type Random } from '../../backends/testing/random-numbers.ts'

/** Words that lead out of a law, or into the depths of a machine, if anything does. */
const WORDS = [
  ...[
    'constructor',
    '__proto__',
    'prototype',
    'toString',
    'globalThis',
    'process',
    'require',
    'import',
    'eval',
  ],
  ...[
    'Function',
    'arguments',
    'this',
    'new',
    'async',
    'await',
    'yield',
    'class',
    'super',
    'delete',
    'typeof',
  ],
  ...[
    'unit.surtax',
    'unit.income',
    'unit.members',
    'm.wages',
    'law.gov',
    'law',
    'unit',
    'Math.max',
    'Number',
  ],
  ...[
    '1e999',
    '0',
    '-1',
    '0xff',
    '1n',
    'NaN',
    '/x/g',
    '`a`',
    '"text"',
    "'joint'",
    '\\u0061',
    '\0',
    '\u2028',
    '😀',
  ],
  ...[
    '(',
    ')',
    '{',
    '}',
    '[',
    ']',
    '=>',
    '...',
    '?.',
    '??',
    '<',
    '>',
    '!',
    '@',
    '#x',
    ';',
    ',',
    ':',
    '\n',
    '//',
    '/*',
  ],
  ...[
    'for (let i = 1; i <= 200; i++)',
    'while (true)',
    'return',
    'if (unit.interest > 0)',
    'let',
    'const',
    'x',
  ],
]

/** What can stand in place of a word of its kind. */
const KINDS = [/^[A-Za-z_]/, /^\d/, /^[-+*/%<>=!&|]+$/, /^'/]

export function wordsOf(formula: string): string[] {
  return formula.match(/[A-Za-z_]\w*|\d[\d_.]*|'[^']*'|=>|[=!<>]=+|&&|\|\||\s+|./g)!
}

/** `words` as a text, with some of them put in place of others of their kind, taken out, repeated or brought in from `others`. */
export function mutateFormula(words: readonly string[], others: readonly string[], random: Random): string {
  const text = [...words]
  const edits = 1 + Math.floor(4 * random() ** 4)
  for (let i = 0; i < edits; i++) {
    const at = below(random, text.length + 1)
    const length = below(random, 12)
    const alike = () => {
      const kind = KINDS.find(k => k.test(text[at] ?? ''))
      const candidates = [...others, ...words].filter(word => kind?.test(word) && word !== '=>')
      if (candidates.length > 0 && text[at] !== '=>') text[at] = pick(random, candidates)
    }
    const ways = [
      ...[alike, alike, alike, alike, alike, alike],
      () => text.splice(at, 1),
      () => text.splice(at, length),
      () => text.splice(at, 0, ...text.slice(at, at + length)),
      () => text.splice(at, 0, pick(random, WORDS)),
      () => text.splice(at, 1, pick(random, WORDS)),
      () => text.splice(at, length, ...others.slice(below(random, others.length)).slice(0, length)),
      () => text.splice(at, 0, ...Array(below(random, 400)).fill(pick(random, WORDS))),
    ]
    pick(random, ways)()
  }
  return text.join('')
}
