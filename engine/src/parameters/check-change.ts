import { ReformlabError } from '../errors/index.ts'
import type { ParameterChange } from './parameter-change.ts'
import { expectedValue, type IndexationRule } from './parameter-file.ts'
import type { ParameterTree } from './parameter-tree.ts'

/**
 * Whether a change can be made at all: a known leaf, years of the law, a value of its type.
 *
 * throws   E_PARAMETER_UNKNOWN, E_PARAMETER_TYPE, E_DATE_RANGE
 */
export function checkChange(tree: ParameterTree, change: ParameterChange): void {
  const { path, from, to, value, indexed } = change
  checkIsLeaf(tree, path)
  const { file } = tree.leaves[tree.position(path)]!
  const wrong = (expected: string, got: string) =>
    new ReformlabError('E_PARAMETER_TYPE', { path, expected, value: got })

  const { first, last } = tree.years
  const outside = (value: string | number) => new ReformlabError('E_DATE_RANGE', { path, value, first, last })
  if (!Number.isInteger(from) || from < first || from > last) throw outside(from)
  if (to !== undefined && (!Number.isInteger(to) || to < from)) throw outside(`${from} to ${to}`)

  if (value === undefined && indexed === undefined)
    throw wrong(expectedValue(file.unit), 'neither a value nor indexation')
  if (value !== undefined && !fits(value, file.unit))
    throw wrong(expectedValue(file.unit), JSON.stringify(value))
  if (typeof indexed === 'boolean' && !file.indexation) throw wrong('no indexation', `indexed: ${indexed}`)
  if (typeof indexed === 'object') checkRule(tree, indexed, wrong)
}

function checkIsLeaf(tree: ParameterTree, path: string): void {
  if (tree.has(path)) return
  const below = tree.leaves.filter(leaf => leaf.parameter === path).map(leaf => leaf.keys.join('.'))
  if (below.length < 2) return
  const expected = `a value for each of ${below.join(', ')}`
  throw new ReformlabError('E_PARAMETER_TYPE', { path, expected, value: 'a single one' })
}

function fits(value: number | boolean, unit: string): boolean {
  if (unit === 'bool') return typeof value === 'boolean'
  if (typeof value !== 'number' || !Number.isFinite(value)) return false
  return (unit !== 'count' && unit !== 'years') || Number.isInteger(value)
}

function checkRule(
  tree: ParameterTree,
  { index, rounding }: IndexationRule,
  wrong: (expected: string, got: string) => Error,
): void {
  const indices = new Set([...tree.files.values()].flatMap(({ indexation }) => indexation?.index ?? []))
  if (!indices.has(index)) throw wrong(`one of the indices ${[...indices].join(', ')}`, index)
  if (!(rounding.step > 0 && rounding.step < Number.POSITIVE_INFINITY))
    throw wrong('a positive rounding step', String(rounding.step))
}
