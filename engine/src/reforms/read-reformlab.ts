/**
 * Reads a reform file of our own: `docs/reform-files.md` describes it, `schema/reform.schema.json` checks it.
 *
 * A change is a value (from the file's `from`), a timeline of years, one span `{ from, to, value, indexed }` or a list of
 * spans. A value is a number, true or false, or one for each name of a breakdown. `variables` are formulas.
 */
import { UNLIMITED } from '../parameters/parameter-file.ts'
import type { ParameterShape } from '../parameters/parameter-shape.ts'
import { ChangeList } from './change-list.ts'
import {
  allowOnly,
  type DocumentNode,
  type DocumentSource,
  entryOf,
  type MapEntry,
  type MapNode,
  malformed,
  shown,
} from './document/document.ts'
import { parseDate, spanOfDates, type YearSpan } from './periods.ts'
import { readIndexation } from './read-indexation.ts'
import { readVariables } from './read-variables.ts'
import type { Reform } from './reform.ts'
import { isTable, leavesBelow, parameterAt, type ReformTarget, unknownParameter } from './reform-target.ts'

const FILE_KEYS = ['reform', 'title', 'description', 'from', 'to', 'changes', 'variables']
const SPAN_KEYS = ['from', 'to', 'value', 'indexed']
const ENTRY_KEYS = ['to', 'value', 'indexed']

/** `text` is that of the document. */
export function readReformlab(
  document: MapNode,
  source: DocumentSource,
  target: ReformTarget,
  text: string,
): Reform {
  const fail = (at: DocumentNode | MapEntry, problem: string) => malformed(source, at, problem)
  allowOnly(source, document, FILE_KEYS)
  const version = entryOf(document, 'reform')
  if (version && textOf(version.value) !== 'reformlab/1')
    throw fail(version.value, `the format ${shown(version.value)} is not known; write "reform: reformlab/1"`)
  const list = new ChangeList(target, source)
  const changes = entryOf(document, 'changes')
  const variables = entryOf(document, 'variables')
  if (!changes && !variables) throw fail(document, '"changes" is missing')
  if (changes && changes.value.kind !== 'map')
    throw fail(changes.value, '"changes" takes a parameter on each line')
  const common = { from: entryOf(document, 'from'), to: entryOf(document, 'to') }
  if (common.to && !common.from) throw fail(common.to, '"to" needs a "from"')
  if (common.from && variables)
    throw fail(common.from, 'formulas hold in every year; say from when at each change of a parameter')
  if (changes?.value.kind === 'map') for (const entry of changes.value.entries) readChange(entry)
  return {
    title: textOf(entryOf(document, 'title')?.value) ?? '',
    description: textOf(entryOf(document, 'description')?.value) ?? '',
    format: 'reformlab',
    changes: list.finish(),
    ...(variables && { variables: readVariables(variables, source, text) }),
  }

  function readChange({ key: path, value, ...at }: MapEntry): void {
    const shape = parameterAt(target.shape, path)
    if (!shape) throw unknownParameter(target, path, list.placeOf(at))
    if (shape.kind === 'group' && !isTable(shape)) list.leaf(path, at)
    if (value.kind === 'list') {
      if (value.items.length === 0) throw fail(value, `"${path}" has an empty list of changes`)
      for (const item of value.items) readSpan(path, shape, item)
    } else if (value.kind === 'map' && value.entries.some(({ key }) => key === 'from' || key === 'value'))
      readSpan(path, shape, value)
    else if (value.kind === 'map' && value.entries.some(({ key }) => isDate(key)))
      for (const entry of value.entries) readYear(path, shape, entry)
    else if (common.from) readValues(path, shape, value, spanFrom(path, common.from, common.to))
    else
      throw fail(
        value,
        `it is not said from when "${path}" changes; write ${path}: { 2026: … } or a "from" for the whole file`,
      )
  }

  function readSpan(path: string, shape: ParameterShape, node: DocumentNode): void {
    if (node.kind !== 'map')
      throw fail(node, `a change like { from: 2026, value: … } is expected, not ${shown(node)}`)
    allowOnly(source, node, SPAN_KEYS)
    const from = entryOf(node, 'from') ?? common.from
    if (!from) throw fail(node, `this change of "${path}" has no "from"`)
    const to = entryOf(node, 'to') ?? (entryOf(node, 'from') ? undefined : common.to)
    readSettings(path, shape, node, spanFrom(path, from, to))
  }

  /** One line of a timeline: `2026: value` or `2026: { value, indexed, to }`. */
  function readYear(path: string, shape: ParameterShape, entry: MapEntry): void {
    if (!isDate(entry.key)) throw fail(entry, `a year or a date is expected, not "${entry.key}"`)
    const { value } = entry
    const isEntry = value.kind === 'map' && value.entries.some(({ key }) => ENTRY_KEYS.includes(key))
    if (isEntry) {
      allowOnly(source, value, ENTRY_KEYS)
      readSettings(path, shape, value, spanFrom(path, entry, entryOf(value, 'to')))
    } else readValues(path, shape, value, spanFrom(path, entry, undefined))
  }

  function readSettings(path: string, shape: ParameterShape, node: MapNode, span: YearSpan): void {
    const value = entryOf(node, 'value')
    const indexed = entryOf(node, 'indexed')
    if (!value && !indexed) throw fail(node, `this change of "${path}" sets neither a "value" nor "indexed"`)
    if (value) readValues(path, shape, value.value, span)
    if (indexed) readSwitch(path, shape, indexed, span)
  }

  function readValues(path: string, shape: ParameterShape, node: DocumentNode, span: YearSpan): void {
    if (shape.kind === 'value')
      list.add(path, span, { value: list.readValue(path, shape, limit(node)) }, node)
    else if (node.kind !== 'map') list.leaf(path, node)
    else if (node.entries.length === 0) throw fail(node, `"${path}" is given no value`)
    else
      for (const { key, value, ...at } of node.entries) {
        const child = shape.children.get(key)
        if (!child) throw unknownParameter(target, `${path}.${key}`, list.placeOf(at))
        readValues(`${path}.${key}`, child, value, span)
      }
  }

  function readSwitch(path: string, shape: ParameterShape, entry: MapEntry, span: YearSpan): void {
    const indexed = entry.value.kind === 'map' ? readIndexation(entry.value, source) : switchOf(entry.value)
    for (const [leaf] of leavesBelow(path, shape)) {
      if (typeof indexed === 'boolean' && !target.isIndexable(leaf))
        throw fail(
          entry,
          `the law does not say how "${leaf}" is indexed; say it: indexed: { index: …, rounding: … }`,
        )
      list.add(leaf, span, { indexed }, entry)
    }
  }

  function switchOf(node: DocumentNode): boolean {
    if (node.kind === 'scalar' && typeof node.value === 'boolean') return node.value
    throw fail(node, `"indexed" takes true, false or how, not ${shown(node)}`)
  }

  /** Years between two dates; `from` may be the key of a timeline, whose date is its key. */
  function spanFrom(path: string, from: MapEntry, to: MapEntry | undefined): YearSpan {
    const begin = from.key === 'from' ? dateOf(from) : parseDate(from.key)!
    const written = `${from.key === 'from' ? shown(from.value) : from.key}${to ? ` to ${shown(to.value)}` : ''}`
    return list.years(path, spanOfDates(begin, to && dateOf(to)), written.replaceAll('"', ''), from)
  }

  function dateOf(entry: MapEntry) {
    const written = entry.value.kind === 'scalar' ? String(entry.value.value) : ''
    const date = parseDate(written)
    if (!date)
      throw fail(
        entry.value,
        `"${entry.key}" takes a year or a date like 2026-07-01, not ${shown(entry.value)}`,
      )
    return date
  }

  function textOf(node: DocumentNode | undefined): string | undefined {
    if (!node) return undefined
    if (node.kind === 'scalar' && typeof node.value === 'string') return node.value.trim()
    throw fail(node, `a text is expected, not ${shown(node)}`)
  }
}

/** `unlimited` is written as parameter files write it. */
const limit = (node: DocumentNode): DocumentNode =>
  node.kind === 'scalar' && node.value === 'unlimited' ? { ...node, value: UNLIMITED } : node

const isDate = (key: string) => /^\d{4}(-|$)/.test(key) && parseDate(key) !== undefined
