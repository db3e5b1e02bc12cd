import type { ParameterTree } from '../../parameters/parameter-tree.ts'
import type { Timeline } from '../../parameters/timeline.ts'

export interface ChangedValue {
  /** Of a leaf. */
  readonly path: string
  readonly year: number
  readonly before: number | boolean
  readonly after: number | boolean
}

/** Every leaf and year in which `after` has another value than `before`, in the law's order. */
export function changedValues(before: ParameterTree, after: ParameterTree): readonly ChangedValue[] {
  const { first } = before.years
  return before.leaves.flatMap(({ path, type }, position) => {
    if (isUntouched(before.timeline(position), after.timeline(position))) return []
    const [old, now] = [before.series(path), after.series(path)]
    const shown = (value: number) => (type === 'bool' ? value !== 0 : value)
    return [...old].flatMap((value, i) =>
      value === now[i] ? [] : [{ path, year: first + i, before: shown(value), after: shown(now[i]!) }],
    )
  })
}

/** What is indexed may change by another parameter. */
const isUntouched = (before: Timeline, after: Timeline) =>
  before === after && before.kind === 'stated' && before.rule === undefined
