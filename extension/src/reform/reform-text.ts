/**
 * The text of a reform file, read and edited where it stands: comments, order and everything else in it stay.
 *
 * Edits understand timelines by year, of a leaf or of the parameter that holds it. Other forms the file may have are first
 * put into that one by the engine, whose canonical text has no other.
 */
import { Document, isMap, isScalar, type Pair, parseDocument, type YAMLMap } from 'yaml'
import type { LeafValue } from '../engine/api-types.ts'

/** The engine's number for no limit. */
export const UNLIMITED = 9e99

/** A parameter's leaf in the law of a year. */
export interface Place {
  readonly leaf: string
  readonly year: number
}

/** Empty where there is none, or where the text cannot be read. */
export function titleOf(text: string): string {
  const title = parseDocument(text).get('title')
  return typeof title === 'string' ? title : ''
}

export function withTitle(text: string, title: string): string {
  const document = parseDocument(text)
  document.set('title', title)
  return write(document)
}

/** False of an empty reform, which the engine refuses to read as one. */
export function hasChanges(text: string): boolean {
  const document = parseDocument(text)
  if (document.errors.length > 0 || !isMap(document.contents)) return document.contents !== null
  if (!document.has('changes')) return document.contents.items.length > 0 && !document.has('reform')
  const changes = document.get('changes')
  return document.has('variables') || !isMap(changes) || changes.items.length > 0
}

/** The first year from which the file changes something; undefined where it does not say. */
export function firstYearOf(text: string): number | undefined {
  const document = parseDocument(text)
  const years = [
    ...text.matchAll(/^\s*["']?(\d{4})["']?\s*:|\{\s*["']?(\d{4})["']?\s*:|\bfrom:\s*(\d{4})\b/gm),
  ]
  const found = years.map(match => Number(match[1] ?? match[2] ?? match[3]))
  return document.errors.length > 0 || found.length === 0 ? undefined : Math.min(...found)
}

/** Whether `withValue` and `without` understand every form in the text. */
export function isPlain(text: string): boolean {
  const document = parseDocument(text)
  if (document.errors.length > 0 || !isMap(document.contents) || document.has('from')) return false
  const changes = document.get('changes')
  if (changes === undefined || changes === null) return document.has('reform')
  return isMap(changes) && changes.items.every(({ value }) => isMap(value) && value.items.every(isPlainYear))
}

/** `text` with the leaf's value from the year on. The text is plain. */
export function withValue(text: string, { leaf, year }: Place, value: LeafValue): string {
  const document = parseDocument(text)
  const changes = changesOf(document)
  const written = value === UNLIMITED ? 'unlimited' : value
  const held = holdersOf(changes, leaf).find(({ timeline, keys }) => holds(timeline, keys))
  const timeline = held?.timeline ?? newTimeline(document, changes, leaf)
  const keys = held?.keys ?? []
  if (keys.length === 0) setYear(document, timeline, year, written)
  else {
    const atYear = valueAt(timeline, year)
    if (!isMap(atYear)) timeline.set(keyOf(timeline, year), flowMap(document))
    setIn(valueAt(timeline, year) as YAMLMap, keys, written)
  }
  sortByYear(timeline)
  return write(document)
}

/** `text` without anything about the leaves, in any year. The text is plain. */
export function without(text: string, leaves: readonly string[]): string {
  const document = parseDocument(text)
  const changes = changesOf(document)
  for (const leaf of leaves) for (const holder of holdersOf(changes, leaf)) forget(changes, holder)
  if (changes.items.length === 0) changes.flow = true
  return write(document)
}

/** The engine's canonical form of a reform as a file that people read. */
export function textOfCanonical(canonical: unknown): string {
  const document = new Document(canonical)
  for (const { value } of changesOf(document).items)
    if (isMap(value)) {
      value.flow = true
      for (const { key } of value.items) if (isScalar(key)) key.value = Number(key.value)
    }
  return write(document)
}

interface Holder {
  readonly path: string
  readonly timeline: YAMLMap
  /** What leads from a year's value to the leaf. */
  readonly keys: readonly string[]
}

/** Takes out what a holder says of the leaf, and the holder where nothing else is left. */
function forget(changes: YAMLMap, { path, timeline, keys }: Holder): void {
  if (keys.length === 0) changes.delete(path)
  else for (const { value } of timeline.items) if (isMap(value)) deleteIn(value, keys)
  timeline.items = timeline.items.filter(({ value }) => !isMap(value) || value.items.length > 0)
  if (timeline.items.length === 0) changes.delete(path)
}

/** Entries of the leaf itself and of what holds it. */
function holdersOf(changes: YAMLMap, leaf: string): Holder[] {
  const parts = leaf.split('.')
  return parts
    .map((_, index) => ({
      path: parts.slice(0, parts.length - index).join('.'),
      keys: parts.slice(parts.length - index),
    }))
    .flatMap(({ path, keys }) => {
      const timeline = changes.get(path)
      return isMap(timeline) ? [{ path, timeline, keys }] : []
    })
}

/** Whether a timeline says something of the leaf below it, in some year. */
const holds = (timeline: YAMLMap, keys: readonly string[]) =>
  keys.length === 0 || timeline.items.some(({ value }) => isMap(value) && value.hasIn(keyPath(value, keys)))

/** A year with a value for each name and terms for all of them is not: edits give a leaf terms of its own. */
const isPlainYear = (pair: Pair) =>
  /^\d{4}$/.test(nameOf(pair)) && !(isMap(pair.value) && isMap(pair.value.get('value')))

/** A value that says more than itself: until when it holds, how it grows. */
export const isRecord = (value: unknown): value is YAMLMap =>
  isMap(value) && (value.has('value') || value.has('indexed') || value.has('to'))

/** From `year` on; a value that ends later than that ends as it did, and one that is indexed stays so. */
function setYear(document: Document, timeline: YAMLMap, year: number, value: unknown): void {
  const current = valueAt(timeline, year)
  if (isRecord(current)) return void current.set('value', value)
  const before = timeline.items
    .filter(pair => Number(nameOf(pair)) < year && isRecord(pair.value))
    .map(({ value: record }) => record as YAMLMap)
    .find(record => Number(record.get('to')) >= year)
  if (current !== undefined || !before) return void timeline.set(keyOf(timeline, year), value)
  const record = flowMap(document)
  record.set('value', value)
  record.set('to', before.get('to'))
  before.set('to', year - 1)
  timeline.set(year, record)
}

export function changesOf(document: Document): YAMLMap {
  const changes = document.get('changes')
  if (isMap(changes)) {
    changes.flow = false
    return changes
  }
  const created = document.createNode({}) as YAMLMap
  document.set('changes', created)
  return created
}

/** The leaf's timeline; what was said of it in that of a parameter that holds it is moved there. */
export function ownTimeline(document: Document, changes: YAMLMap, leaf: string): YAMLMap {
  const holder = holdersOf(changes, leaf).find(({ timeline, keys }) => holds(timeline, keys))
  if (holder?.keys.length === 0) return holder.timeline
  const own = newTimeline(document, changes, leaf)
  for (const { key, value } of holder?.timeline.items ?? [])
    if (isMap(value) && value.hasIn(keyPath(value, holder!.keys)))
      own.set(isScalar(key) ? key.value : key, value.getIn(keyPath(value, holder!.keys), true))
  if (holder) forget(changes, holder)
  return own
}

export function sortByYear(timeline: YAMLMap): void {
  timeline.items.sort((a, b) => Number(nameOf(a)) - Number(nameOf(b)))
}

function newTimeline(document: Document, changes: YAMLMap, leaf: string): YAMLMap {
  const timeline = flowMap(document)
  changes.set(leaf, timeline)
  return timeline
}

export function flowMap(document: Document): YAMLMap {
  const map = document.createNode({}) as YAMLMap
  map.flow = true
  return map
}

function setIn(map: YAMLMap, keys: readonly (string | number)[], value: unknown): void {
  map.setIn(keyPath(map, keys), value)
}

function deleteIn(map: YAMLMap, keys: readonly string[]): void {
  map.deleteIn(keyPath(map, keys))
}

/** Keys as the file writes them: `1` may be a number there and a text here. */
function keyPath(map: YAMLMap, keys: readonly (string | number)[]): unknown[] {
  let below: unknown = map
  return keys.map(key => {
    if (!isMap(below)) return key
    const written = keyOf(below, key)
    below = below.get(written)
    return written
  })
}

export function keyOf(map: YAMLMap, key: string | number): unknown {
  const pair = map.items.find(item => nameOf(item) === String(key))
  return pair ? (isScalar(pair.key) ? pair.key.value : pair.key) : key
}

const nameOf = ({ key }: Pair) => String(isScalar(key) ? key.value : key)
export const valueAt = (timeline: YAMLMap, year: number) => timeline.get(keyOf(timeline, year))
export const write = (document: Document) =>
  document.toString({ lineWidth: 110, flowCollectionPadding: true })
