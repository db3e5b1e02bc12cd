/** What a reform may change: the parameters of a law by path, found, described and suggested. */

import { ReformlabError } from '../errors/index.ts'
import { nearestNames } from '../errors/nearest-names.ts'
import type { ParameterGroup, ParameterLeaf, ParameterShape, ParameterTree } from '../parameters/index.ts'
import type { LawYears } from './periods.ts'

export interface ReformTarget {
  readonly shape: ParameterGroup
  readonly years: LawYears
  /** Whether the law says how the leaf at `path` would be indexed. */
  isIndexable(path: string): boolean
}

export function reformTarget(tree: ParameterTree): ReformTarget {
  const { shape, years } = tree
  const isIndexable = (path: string) => tree.leaves[tree.position(path)]!.file.indexation !== undefined
  return { shape, years, isIndexable }
}

/** Where in a file something stands; goes into an error's details. */
export interface Place {
  readonly file: string
  readonly line: number
  readonly column: number
}

/** The leaf or group at `path`, or undefined. */
export function parameterAt(shape: ParameterShape, path: string): ParameterShape | undefined {
  let at: ParameterShape | undefined = shape
  for (const name of path.split('.')) at = at?.kind === 'group' ? at.children.get(name) : undefined
  return at
}

/** Leaves at and below `path` with their paths, in the law's order. */
export function leavesBelow(path: string, shape: ParameterShape): [path: string, leaf: ParameterLeaf][] {
  if (shape.kind === 'value') return [[path, shape]]
  return [...shape.children].flatMap(([name, child]) => leavesBelow(path ? `${path}.${name}` : name, child))
}

/** A group that is one parameter broken down by an enum or by number, not a folder of parameters. */
export function isTable(shape: ParameterShape): shape is ParameterGroup {
  return shape.kind === 'group' && (shape.domain !== undefined || shape.numbered === true)
}

export function unknownParameter(target: ReformTarget, path: string, place?: Place): ReformlabError {
  return new ReformlabError('E_PARAMETER_UNKNOWN', {
    path,
    nearest: listed(nearestPaths(target, path)),
    ...place,
  })
}

/** Known paths closest to a misspelt or shortened one, those that share its beginning first. */
export function nearestPaths(target: ReformTarget, path: string, most = 3): string[] {
  const known = target.shape
  const names = path.split('.')
  let at: ParameterShape = known
  let depth = 0
  for (; depth < names.length && at.kind === 'group' && at.children.has(names[depth]!); depth++)
    at = at.children.get(names[depth]!)!
  const prefix = names.slice(0, depth).join('.')
  const children = at.kind === 'group' && depth > 0 ? [...at.children.keys()] : []
  const beside = nearestNames(names[depth] ?? '', children, most)
    .map(name => [prefix, name, ...names.slice(depth + 1)].join('.'))
    .filter(candidate => parameterAt(known, candidate))
  if (beside.length === most) return beside
  const all = allPaths('', known)
  const shortened = all.filter(candidate => holdsInOrder(candidate.split('.'), names))
  return [...new Set([...beside, ...shortened, ...nearestNames(path, all, most)])].slice(0, most)
}

export const listed = (names: readonly string[]) => (names.length > 0 ? names.join(', ') : 'none is close')

/** Paths of leaves and of tables. */
function allPaths(path: string, shape: ParameterShape): string[] {
  if (shape.kind === 'value') return [path]
  const below = [...shape.children].flatMap(([name, child]) =>
    allPaths(path ? `${path}.${name}` : name, child),
  )
  return isTable(shape) ? [path, ...below] : below
}

/** Whether `names` are among `path`, in order: `ctc.amount` in `gov.irs.credits.ctc.amount.base`. */
function holdsInOrder(path: readonly string[], names: readonly string[]): boolean {
  let found = 0
  for (const name of path) if (name === names[found]) found++
  return found === names.length
}
