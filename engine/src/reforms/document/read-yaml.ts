/**
 * Reads YAML 1.2 text: maps, lists and scalars. Anchors, aliases and tags are refused, for a reform is data that people
 * read, and what cannot be expanded cannot explode.
 */
import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml'
import {
  type DocumentNode,
  type DocumentSource,
  type MapEntry,
  malformed,
  type Position,
} from './document.ts'

const DEEPEST = 64

/** The tree of `text`. Throws `source.code` where it is not YAML, or YAML of a kind not read here. */
export function readYaml(text: string, source: DocumentSource): DocumentNode {
  const lines = new LineCounter()
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    schema: 'core',
    version: '1.2',
  })
  const [problem] = [...document.errors, ...document.warnings]
  if (problem) throw malformed(source, positionAt(problem.pos[0]), firstLine(problem.message))
  if (!document.contents) throw malformed(source, { line: 1, column: 1 }, 'the file is empty')
  return read(document.contents as Node, 0)

  function read(node: Node, depth: number): DocumentNode {
    const position = positionAt(node.range?.[0] ?? 0)
    if (depth > DEEPEST) throw malformed(source, position, `nested more than ${DEEPEST} deep`)
    if (isAlias(node))
      throw malformed(source, position, 'aliases (*name) are not read here; write the value out')
    if ('anchor' in node && node.anchor)
      throw malformed(source, position, 'anchors (&name) are not read here; leave it out')
    if (node.tag?.startsWith('!')) throw malformed(source, position, `the tag ${node.tag} is not read here`)
    if (isMap(node))
      return { kind: 'map', entries: node.items.map(pair => readPair(pair, depth)), ...position }
    if (isSeq(node))
      return { kind: 'list', items: node.items.map(item => read(item as Node, depth + 1)), ...position }
    if (isScalar(node)) return { kind: 'scalar', value: readScalar(node.value, position), ...position }
    throw malformed(source, position, 'a map, a list or a value is expected')
  }

  function readPair(pair: { key: unknown; value: unknown }, depth: number): MapEntry {
    const key = pair.key as Node
    const position = positionAt(key.range?.[0] ?? 0)
    if (!isScalar(key)) throw malformed(source, position, 'a key must be a name, a year or a date')
    const name = String(typeof key.value === 'string' ? key.value : (key.source ?? key.value))
    const empty: DocumentNode = { kind: 'scalar', value: null, ...position }
    return { key: name, value: pair.value ? read(pair.value as Node, depth + 1) : empty, ...position }
  }

  function readScalar(value: unknown, position: Position) {
    if (typeof value === 'bigint') return Number(value)
    if (value === null || ['string', 'number', 'boolean'].includes(typeof value))
      return value as string | number | boolean | null
    throw malformed(source, position, 'a text, a number, true, false or null is expected')
  }

  function positionAt(offset: number): Position {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(1, line), column: Math.max(1, col) }
  }
}

const firstLine = (message: string) => message.split('\n')[0]!.replace(/[.:]$/, '')
