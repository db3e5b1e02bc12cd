/** The leaves of parameter files, and the references from file to file that must hold. */
import type { Years } from './indexation.ts'
import { malformed } from './malformed-file.ts'
import { type ParameterFile, type StatedValue, UNLIMITED } from './parameter-file.ts'
import type { StatedTimeline } from './timeline.ts'

export interface Leaf {
  /** Dotted, keys included. */
  readonly path: string
  /** Path of its file. */
  readonly parameter: string
  /** What follows the file's path: bracket and category, if any. */
  readonly keys: readonly string[]
  readonly type: 'number' | 'bool'
  readonly file: ParameterFile
  readonly timeline: StatedTimeline
}

/** All leaves in the order of the files. Throws E_PARAMETER_FILE for a broken reference between files. */
export function leavesOf(files: ReadonlyMap<string, ParameterFile>): Leaf[] {
  checkReferences(files)
  return [...files].flatMap(([parameter, file]) => keysOf(file).map(keys => leafOf(parameter, file, keys)))
}

/** From the first to the last year any leaf states: indices are stated up to the last year the law covers. */
export function yearsOf(leaves: readonly Leaf[], years = yearsStated(leaves)): Years {
  const late = leaves.find(({ timeline }) => !timeline.values.has(years.first))
  if (late) throw malformed(late.parameter, `no value is stated for ${years.first}`)
  return years
}

function yearsStated(leaves: readonly Leaf[]): Years {
  const stated = leaves.flatMap(({ timeline }) => [...timeline.values.keys()])
  return { first: Math.min(...stated), last: Math.max(...stated) }
}

function leafOf(parameter: string, file: ParameterFile, keys: readonly string[]): Leaf {
  const path = [parameter, ...keys].join('.')
  const values = new Map(
    Object.entries(file.values).map(([year, value]) => [Number(year), held(at(value, keys))]),
  )
  const rule = file.indexation?.active ? file.indexation : undefined
  const type = file.unit === 'bool' ? 'bool' : 'number'
  return { path, parameter, keys, type, file, timeline: { kind: 'stated', values, rule } }
}

function keysOf({ values }: ParameterFile): string[][] {
  const below = (value: StatedValue): string[][] =>
    typeof value === 'object'
      ? Object.entries(value).flatMap(([key, v]) => below(v).map(keys => [key, ...keys]))
      : [[]]
  return below(Object.values(values)[0]!)
}

function at(value: StatedValue, keys: readonly string[]): StatedValue {
  return keys.reduce((v, key) => (v as Record<string, StatedValue>)[key]!, value)
}

function held(value: StatedValue): number {
  return value === 'unlimited' ? UNLIMITED : Number(value)
}

function checkReferences(files: ReadonlyMap<string, ParameterFile>): void {
  const categories = new Map<string, string>()
  for (const [path, file] of files) {
    const { breakdown, bounds, indexation, offset } = file
    for (const other of [bounds?.min, bounds?.max, indexation?.index, offset])
      if (typeof other === 'string' && !files.has(other))
        throw malformed(path, `it refers to ${other}, which does not exist`)
    if (indexation && files.get(indexation.index)!.indexation)
      throw malformed(path, 'its index is itself indexed')
    if (!breakdown) continue
    const own = new Set(keysOf(file).map(keys => keys.at(-1)))
    const names = [...own].join(', ')
    if (names !== (categories.get(breakdown) ?? names))
      throw malformed(
        path,
        `its ${breakdown} has the values ${names}, elsewhere ${categories.get(breakdown)}`,
      )
    categories.set(breakdown, names)
  }
  for (const path of files.keys())
    for (let dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', dot + 1))
      if (files.has(path.slice(0, dot)))
        throw malformed(path, `${path.slice(0, dot)} is a parameter and cannot hold others`)
}
