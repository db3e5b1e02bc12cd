import { ReformlabError } from '../errors/index.ts'
import type { Leaf } from './leaves.ts'
import type { ParameterChange } from './parameter-change.ts'
import { UNLIMITED } from './parameter-file.ts'
import type { ParameterTree } from './parameter-tree.ts'

/**
 * Whether a changed leaf stays within its bounds and, in a scale, between its neighbours, in all years of the change.
 *
 * throws   E_PARAMETER_RANGE
 */
export function checkBounds(tree: ParameterTree, { path, from, to }: ParameterChange): void {
  const leaf = tree.leaves[tree.position(path)]!
  const values = tree.series(path)
  const { lower, upper } = boundsOf(tree, leaf)
  const { first, last } = tree.years
  for (let i = from - first; i <= Math.min(to ?? last, last) - first; i++) {
    const [value, min, max] = [values[i]!, largest(lower, i), smallest(upper, i)]
    if (value < min || value > max)
      throw new ReformlabError('E_PARAMETER_RANGE', {
        path,
        value: shown(value),
        min: shown(min),
        max: shown(max),
        year: first + i,
      })
  }
}

type Bound = number | Float64Array

/** Every bound that holds for `leaf`: of its file, of other parameters, of the brackets beside it. */
export function boundsOf(tree: ParameterTree, leaf: Leaf): { lower: Bound[]; upper: Bound[] } {
  const { bounds, ordered, brackets } = leaf.file
  const resolve = (bound: number | string | undefined): Bound[] =>
    bound === undefined
      ? []
      : [typeof bound === 'number' ? bound : tree.series([bound, ...leaf.keys].join('.'))]
  const [bracket, ...rest] = leaf.keys
  const beside = (step: number): Bound[] => {
    const number = Number(bracket) + step
    if (!ordered || !brackets || number < 1 || number > brackets) return []
    return [tree.series([leaf.parameter, number, ...rest].join('.'))]
  }
  return { lower: [...resolve(bounds?.min), ...beside(-1)], upper: [...resolve(bounds?.max), ...beside(1)] }
}

const at = (bound: Bound, i: number) => (typeof bound === 'number' ? bound : bound[i]!)
const largest = (bounds: readonly Bound[], i: number) =>
  Math.max(-UNLIMITED, ...bounds.map(bound => at(bound, i)))
const smallest = (bounds: readonly Bound[], i: number) =>
  Math.min(UNLIMITED, ...bounds.map(bound => at(bound, i)))

function shown(value: number): string | number {
  if (value >= UNLIMITED) return 'no limit'
  return value <= -UNLIMITED ? 'no lower limit' : value
}
