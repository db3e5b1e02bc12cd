/** From when until when a change holds and how it grows then: read in the engine's canonical text, edited in the file's. */
import { type Document, isMap, isScalar, type Pair, parseDocument, type YAMLMap } from 'yaml'
import {
  changesOf,
  flowMap,
  isRecord,
  keyOf,
  ownTimeline,
  sortByYear,
  valueAt,
  write,
} from './reform-text.ts'

/** How values grow where none is stated; `true` as the law would, `false` not. */
export type Growth =
  | boolean
  | { readonly index: string; readonly rounding?: Readonly<Record<string, unknown>> }

export interface Terms {
  readonly from: number
  /** The last year; for good without it. */
  readonly to?: number
  /** As the law says without it. */
  readonly indexed?: Growth
}

/** What is to be other; undefined takes an end or a growth away. */
export interface TermsChange {
  readonly from?: number
  readonly to?: number | undefined
  readonly indexed?: Growth | undefined
}

export function changedTerms(own: Terms, change: TermsChange): Terms {
  const { from, to, indexed } = { ...own, ...change }
  return { from, ...(to !== undefined && { to }), ...(indexed !== undefined && { indexed }) }
}

/** Terms of a change, and the years between which they may be moved without meeting another change. */
export interface PlacedTerms extends Terms {
  readonly earliest: number
  readonly latest: number
}

const FIRST = 0
const LAST = 9999

/** Those of the leaf's change that is in force in `year`, else of its next one, else of its last. */
export function termsOf(canonical: unknown, leaf: string, year: number): PlacedTerms | undefined {
  const { changes } = canonical as { readonly changes: Readonly<Record<string, Record<string, unknown>>> }
  const all = Object.entries(changes[leaf] ?? {})
    .map(([from, said]) => ({ from: Number(from), ...settingsOf(said) }))
    .sort((a, b) => a.from - b.from)
  const index =
    [
      all.findLastIndex(({ from, to = LAST }) => from <= year && year <= to),
      all.findIndex(({ from }) => from > year),
      all.length - 1,
    ].find(at => at >= 0) ?? -1
  const found = all[index]
  if (!found) return undefined
  const before = all[index - 1]
  return {
    ...found,
    earliest: before ? (before.to ?? before.from) + 1 : FIRST,
    latest: (all[index + 1]?.from ?? LAST + 1) - 1,
  }
}

function settingsOf(said: unknown): Pick<Terms, 'to' | 'indexed'> {
  if (typeof said !== 'object' || said === null) return {}
  const { to, indexed } = said as Partial<Terms>
  return { ...(to !== undefined && { to }), ...(indexed !== undefined && { indexed }) }
}

/** `text` with the leaf's change of the year `at` under other terms; where it has none then, one without a value. The text is plain. */
export function withTerms(text: string, leaf: string, at: number, { from, to, indexed }: Terms): string {
  const document = parseDocument(text)
  const changes = changesOf(document)
  const timeline = ownTimeline(document, changes, leaf)
  const said = valueAt(timeline, at)
  const value = isRecord(said) ? said.get('value', true) : timeline.get(keyOf(timeline, at), true)
  timeline.delete(keyOf(timeline, at))
  const record = flowMap(document)
  if (value !== undefined) record.set('value', value)
  if (indexed !== undefined) record.set('indexed', indexedNode(document.createNode(indexed)))
  if (to !== undefined) record.set('to', to)
  const isBare = value !== undefined && record.items.length === 1
  if (record.items.length > 0) timeline.set(from, isBare ? value : record)
  sortByYear(timeline)
  if (to !== undefined) endBefore(document, timeline, from)
  if (timeline.items.length === 0) changes.delete(leaf)
  return write(document)
}

/** A change with an end must not lie in one without: those before it end where the next begins. */
function endBefore(document: Document, timeline: YAMLMap, year: number): void {
  const starts = timeline.items.map(({ key }) => Number(isScalar(key) ? key.value : key))
  for (const [index, start] of starts.entries()) {
    if (start >= year) return
    const pair = timeline.items[index]!
    const record = isRecord(pair.value) ? pair.value : flowMap(document)
    if (!isRecord(pair.value)) record.set('value', pair.value)
    if (!record.has('to')) record.set('to', starts[index + 1]! - 1)
    pair.value = record
  }
}

function indexedNode(node: unknown): unknown {
  if (isMap(node)) inFlow(node)
  return node
}

function inFlow(map: YAMLMap): void {
  map.flow = true
  for (const { value } of map.items as Pair[]) if (isMap(value)) inFlow(value)
}
