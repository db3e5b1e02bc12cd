/**
 * Reads a reform file of Tax-Calculator: `{"EITC_c": {"2026": [632, 4213, 6960, 7830]}, "CTC_c-indexed": {"2026": true}}`,
 * vectors in the order of the filing statuses or of the numbers of children, or lists of ParamTools records
 * `{"year": 2026, "MARS": "mjoint", "value": 30000}`. A compound file keeps these under `policy`.
 */

import { ReformlabError } from '../errors/index.ts'
import { nearestNames } from '../errors/nearest-names.ts'
import { ChangeList } from './change-list.ts'
import {
  type DocumentNode,
  type DocumentSource,
  entryOf,
  type ListNode,
  type MapEntry,
  type MapNode,
  malformed,
  type Position,
  shown,
} from './document/document.ts'
import type { YearSpan } from './periods.ts'
import type { Reform } from './reform.ts'
import { leavesBelow, listed, parameterAt, type ReformTarget } from './reform-target.ts'
import { type MappedParameter, mappedPath, type TaxCalculatorNames } from './tax-calculator-names.ts'

/** Parts of a compound file that hold parameters of the law. */
export const PARAMETER_PARTS = ['policy', 'consumption']
const SWITCH = /-indexed$/

export function readTaxCalculator(
  document: MapNode,
  source: DocumentSource,
  target: ReformTarget,
  names: TaxCalculatorNames,
): Reform {
  const list = new ChangeList(target, source)
  const fail = (at: Position, problem: string) => malformed(source, at, problem)
  for (const part of partsOf(document)) for (const entry of part.entries) readParameter(entry)
  return { title: '', description: '', format: 'tax-calculator', changes: list.finish() }

  function partsOf(root: MapNode): MapNode[] {
    if (!entryOf(root, 'policy')) return [root]
    return root.entries.flatMap(({ key, value, ...at }) => {
      if (value.kind !== 'map') throw fail(value, `"${key}" takes parameters with their years`)
      if (value.entries.length > 0 && !PARAMETER_PARTS.includes(key))
        throw fail(at, `"${key}" holds assumptions, which are no part of a reform; leave it out or empty`)
      return PARAMETER_PARTS.includes(key) ? [value] : []
    })
  }

  function readParameter({ key, value, ...at }: MapEntry): void {
    const name = key.replace(SWITCH, '')
    const mapped = Object.hasOwn(names.parameters, name) ? names.parameters[name]! : unknown(key, at)
    const isSwitch = SWITCH.test(key)
    if (value.kind === 'map')
      for (const entry of value.entries) {
        const span = yearOf(key, entry.key, entry)
        if (isSwitch) setSwitch(mapped, span, entry.value)
        else setValues(key, mapped, span, entry.value)
      }
    else if (value.kind === 'list') readRecords(key, mapped, isSwitch, value)
    else if (isSwitch) setSwitch(mapped, always(), value)
    else for (const path of leavesOf(mapped, {}, at)) setLeaf(path, mapped, always(), value, true)
  }

  function readRecords(key: string, mapped: MappedParameter, isSwitch: boolean, records: ListNode): void {
    if (records.items.length === 0) throw fail(records, `"${key}" has no records`)
    for (const record of records.items) {
      if (record.kind !== 'map')
        throw fail(record, `a record like {"year": 2026, "value": …} is expected, not ${shown(record)}`)
      const value = entryOf(record, 'value')
      if (!value) throw fail(record, `this record of "${key}" has no "value"`)
      const year = entryOf(record, 'year')
      const span = year ? yearOf(key, shown(year.value).replaceAll('"', ''), year) : always()
      const labels = Object.fromEntries(
        record.entries.filter(entry => entry !== value && entry !== year).map(entry => [entry.key, entry]),
      )
      if (isSwitch) setSwitch(mapped, span, value.value)
      else
        for (const path of leavesOf(mapped, labels, record)) setLeaf(path, mapped, span, value.value, !year)
    }
  }

  function setValues(key: string, mapped: MappedParameter, span: YearSpan, node: DocumentNode): void {
    const paths = leavesOf(mapped, {}, node)
    const needed = `${paths.length} values, one for each ${worded(mapped.by ?? '')}`
    if (mapped.by && node.kind !== 'list') throw fail(node, `"${key}" takes a vector of ${needed}`)
    if (!mapped.by && node.kind === 'list') throw fail(node, `"${key}" takes one value, not a vector`)
    const values = node.kind === 'list' ? node.items : [node]
    if (values.length !== paths.length)
      throw fail(node, `"${key}" has ${values.length} values, but takes a vector of ${needed}`)
    for (const [i, path] of paths.entries()) setLeaf(path, mapped, span, values[i]!, false)
  }

  /** `flat`: a value without a year stands for every year, and so is not indexed. */
  function setLeaf(
    path: string,
    mapped: MappedParameter,
    span: YearSpan,
    node: DocumentNode,
    flat: boolean,
  ): void {
    const leaf = list.leaf(path, node)
    const written = leaf.type === 'bool' ? asCondition(node) : node
    const value = list.readValue(path, leaf, written)
    const ours = typeof value === 'number' && mapped.factor !== undefined ? value * mapped.factor : value
    list.add(path, span, { value: ours, ...(flat && target.isIndexable(path) && { indexed: false }) }, node)
  }

  function setSwitch(mapped: MappedParameter, span: YearSpan, node: DocumentNode): void {
    const { kind } = node
    const indexed = kind === 'scalar' ? asCondition(node).value : undefined
    if (typeof indexed !== 'boolean')
      throw fail(node, `a "-indexed" switch takes true or false, not ${shown(node)}`)
    for (const path of leavesOf(mapped, {}, node)) list.add(path, span, { indexed }, node)
  }

  /** Paths of the leaves a name stands for, in the order of a vector; `labels` pick some of them. */
  function leavesOf(mapped: MappedParameter, labels: Record<string, MapEntry>, at: Position): string[] {
    const path = mappedPath(mapped)
    const shape = parameterAt(target.shape, path)
    if (!shape) throw fail(at, `the law has no parameter "${path}"`)
    for (const label of Object.values(labels))
      if (enumOf(label.key) !== mapped.by || !mapped.by)
        throw fail(label, `"${label.key}" is not expected here`)
    if (!mapped.by) return leavesBelow(path, shape).map(([leaf]) => leaf)
    const codes = names.enums[mapped.by]!
    const [label] = Object.values(labels)
    if (!label) return codes.map(code => `${path}.${code.value}`)
    const wanted = label.value.kind === 'scalar' ? label.value.value : undefined
    const code = codes.find(c => c.label === wanted)
    if (!code)
      throw fail(
        label.value,
        `"${label.key}" takes ${codes.map(c => `"${c.label}"`).join(', ')}, not ${shown(label.value)}`,
      )
    return [`${path}.${code.value}`]
  }

  /** The enum that a label such as `MARS` runs over. */
  function enumOf(label: string): string | undefined {
    return Object.hasOwn(names.inputs, label) ? names.inputs[label]!.enum : undefined
  }

  function yearOf(key: string, written: string, at: Position): YearSpan {
    if (!/^\d{4}$/.test(written)) throw fail(at, `"${key}" takes years like "2026", not "${written}"`)
    return list.years(key, { from: Number(written) }, written, at)
  }

  function always(): YearSpan {
    return { from: target.years.first }
  }

  function unknown(key: string, at: Position): never {
    const known = Object.keys(names.parameters).flatMap(name => [name, `${name}-indexed`])
    throw new ReformlabError('E_PARAMETER_UNKNOWN', {
      ...{ path: key, nearest: listed(nearestNames(key, known)) },
      ...list.placeOf(at),
    })
  }
}

/** Python writes a condition as 0 and 1 too. */
function asCondition(node: DocumentNode) {
  const value = node.kind === 'scalar' ? node.value : null
  return { ...node, kind: 'scalar', value: value === 1 ? true : value === 0 ? false : value } as const
}

const worded = (name: string) => name.replaceAll('_', ' ')
