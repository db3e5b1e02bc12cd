/**
 * Reads JSON text with `//` and slash-star comments, as Tax-Calculator's reform files have them.
 *
 * Not `JSON.parse`: it tells where each value stands, refuses a key that is given twice, and lets `NaN` and `Infinity`
 * through (Python writes them), so that whoever knows what the number means can refuse it by name.
 */
import {
  type DocumentNode,
  type DocumentSource,
  type MapEntry,
  malformed,
  type Position,
} from './document.ts'

const DEEPEST = 64
const WORDS = new Map<string, number | boolean | null>([
  ['true', true],
  ['false', false],
  ['null', null],
  ['NaN', Number.NaN],
  ['Infinity', Number.POSITIVE_INFINITY],
  ['-Infinity', Number.NEGATIVE_INFINITY],
])

/** The tree of `text`. Throws `source.code` at the first character that is not JSON. */
export function readJson(text: string, source: DocumentSource): DocumentNode {
  let at = 0
  let line = 1
  let lineStart = 0

  skipBlank()
  const root = readValue(0)
  skipBlank()
  if (at < text.length) throw fail(`${quoted(text[at]!)} after the end of the document`)
  return root

  function readValue(depth: number): DocumentNode {
    if (depth > DEEPEST) throw fail(`nested more than ${DEEPEST} deep`)
    const begin = here()
    const character = text[at]
    if (character === '{') return { kind: 'map', entries: readEntries(depth), ...begin }
    if (character === '[') return { kind: 'list', items: readItems(depth), ...begin }
    if (character === '"') return { kind: 'scalar', value: readText(), ...begin }
    return { kind: 'scalar', value: readWord(), ...begin }
  }

  function readEntries(depth: number): MapEntry[] {
    const entries: MapEntry[] = []
    const seen = new Set<string>()
    readSequence('}', () => {
      const begin = here()
      if (text[at] !== '"') throw fail(`a key in double quotes is expected, not ${next()}`)
      const key = readText()
      if (seen.has(key)) throw fail(`"${key}" is given twice`, begin)
      seen.add(key)
      skipBlank()
      if (text[at] !== ':') throw fail(`":" is expected after "${key}", not ${next()}`)
      at++
      skipBlank()
      entries.push({ key, value: readValue(depth + 1), ...begin })
    })
    return entries
  }

  function readItems(depth: number): DocumentNode[] {
    const items: DocumentNode[] = []
    readSequence(']', () => items.push(readValue(depth + 1)))
    return items
  }

  function readSequence(end: string, readOne: () => void): void {
    const begin = here()
    at++
    skipBlank()
    if (text[at] === end) {
      at++
      return
    }
    for (;;) {
      readOne()
      skipBlank()
      if (text[at] === end) {
        at++
        return
      }
      if (text[at] !== ',') {
        if (at >= text.length) throw fail(`the ${text[begin.offset]} that begins here is never closed`, begin)
        throw fail(`"," or "${end}" is expected, not ${next()}`)
      }
      at++
      skipBlank()
    }
  }

  function readText(): string {
    const begin = here()
    for (let end = at + 1; end < text.length; end++) {
      const character = text[end]
      if (character === '\\') end++
      else if (character === '\n') break
      else if (character === '"') {
        const token = text.slice(at, end + 1)
        at = end + 1
        try {
          return JSON.parse(token) as string
        } catch {
          throw fail(`${token.slice(0, 40)} is not valid text`, begin)
        }
      }
    }
    throw fail('the text that begins here is never closed', begin)
  }

  function readWord(): number | boolean | null {
    const [token] = text.slice(at, at + 400).match(/^[\w.+-]+/) ?? []
    if (!token) throw fail(`a value is expected, not ${next()}`)
    const isNumber = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/.test(token)
    const value = isNumber ? Number(token) : WORDS.get(token)
    if (value === undefined) throw fail(`${quoted(token)} is not a value; text needs double quotes`)
    at += token.length
    return value
  }

  function skipBlank(): void {
    for (;;) {
      const character = text[at]
      if (character === '\n') {
        at++
        line++
        lineStart = at
      } else if (character === ' ' || character === '\t' || character === '\r') at++
      else if (text.startsWith('//', at)) {
        const end = text.indexOf('\n', at)
        at = end < 0 ? text.length : end
      } else if (text.startsWith('/*', at)) skipComment()
      else return
    }
  }

  function skipComment(): void {
    const end = text.indexOf('*/', at + 2)
    if (end < 0) throw fail('the comment that begins here is never closed')
    for (; at < end + 2; at++)
      if (text[at] === '\n') {
        line++
        lineStart = at + 1
      }
  }

  function here() {
    return { line, column: at - lineStart + 1, offset: at } satisfies Position & { offset: number }
  }

  function next(): string {
    return at >= text.length ? 'the end of the file' : quoted(text[at]!)
  }

  function fail(problem: string, position: Position = here()) {
    return malformed(source, position, problem)
  }
}

const quoted = (token: string) => (token === '"' ? "'\"'" : JSON.stringify(token))
