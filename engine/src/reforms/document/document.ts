/**
 * A structured text file as a tree that knows where each of its values stands, so that a reader can point at a mistake.
 *
 * What JSON and YAML have in common, and no more: maps with text keys, lists, and scalars.
 */
import { ReformlabError } from '../../errors/index.ts'

/** Lines and columns count from 1. */
export interface Position {
  readonly line: number
  readonly column: number
}

export interface ScalarNode extends Position {
  readonly kind: 'scalar'
  readonly value: string | number | boolean | null
}

export interface ListNode extends Position {
  readonly kind: 'list'
  readonly items: readonly DocumentNode[]
}

export interface MapNode extends Position {
  readonly kind: 'map'
  readonly entries: readonly MapEntry[]
}

/** The position is that of the key. */
export interface MapEntry extends Position {
  readonly key: string
  readonly value: DocumentNode
}

export type DocumentNode = ScalarNode | ListNode | MapNode

/** What a file is called in messages, and the code its mistakes are reported under. */
export interface DocumentSource {
  readonly file: string
  readonly code: 'E_REFORM_FILE' | 'E_SITUATION_FILE' | 'E_ASSUMPTION_FILE'
}

export function malformed(source: DocumentSource, at: Position, problem: string): ReformlabError {
  return new ReformlabError(source.code, {
    file: source.file,
    line: at.line,
    column: at.column,
    problem,
  })
}

/** Refuses a key of `map` that is none of `keys`. */
export function allowOnly(source: DocumentSource, map: MapNode, keys: readonly string[]): void {
  const extra = map.entries.find(({ key }) => !keys.includes(key))
  if (extra)
    throw malformed(source, extra, `"${extra.key}" is not expected here; expected: ${keys.join(', ')}`)
}

/** The entry of `map` called `key`. */
export function entryOf(map: MapNode, key: string): MapEntry | undefined {
  return map.entries.find(entry => entry.key === key)
}

/** `node` as a plain value: for messages and for reading without positions. */
export function plain(node: DocumentNode): unknown {
  if (node.kind === 'scalar') return node.value
  if (node.kind === 'list') return node.items.map(plain)
  const result: Record<string, unknown> = Object.create(null)
  for (const { key, value } of node.entries) result[key] = plain(value)
  return result
}

/** `node` in a few characters, for messages. */
export function shown(node: DocumentNode): string {
  if (node.kind === 'scalar' && typeof node.value === 'number') return String(node.value)
  const text = JSON.stringify(plain(node))
  return text.length > 40 ? `${text.slice(0, 37)}…` : text
}
