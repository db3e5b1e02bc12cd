import { checkBounds } from './check-bounds.ts'
import { checkChange } from './check-change.ts'
import type { Leaf } from './leaves.ts'
import type { ParameterChange } from './parameter-change.ts'
import type { ParameterTree } from './parameter-tree.ts'
import type { ChangedTimeline, Timeline } from './timeline.ts'

/**
 * The law after a reform, as a new tree.
 *
 * changes  of one leaf they act in the order of their first year, the later over the earlier; in equal years as listed
 * throws   E_PARAMETER_UNKNOWN, E_PARAMETER_TYPE, E_PARAMETER_RANGE, E_DATE_RANGE; nothing is changed then
 *
 * A reform file of Tax-Calculator gives the same values there. One thing differs, on purpose: when one reform
 * switches indexation from a year on and a second reform sets a value before that year, the value here is indexed
 * until the switch; there the switch has lost its year.
 */
export function applyReform(tree: ParameterTree, changes: readonly ParameterChange[]): ParameterTree {
  for (const change of changes) checkChange(tree, change)
  const timelines = new Map<number, Timeline>()
  for (const change of changes.toSorted((a, b) => a.from - b.from)) {
    const position = tree.position(change.path)
    const before = timelines.get(position) ?? tree.timeline(position)
    timelines.set(position, changed(before, change, tree.leaves[position]!, tree.years.last))
  }
  const reformed = tree.withTimelines(timelines)
  for (const change of changes) checkBounds(reformed, change)
  return reformed
}

function changed(before: Timeline, change: ParameterChange, leaf: Leaf, last: number): ChangedTimeline {
  const { from, to, value, indexed, dated } = change
  const own = leaf.file.indexation
  const rule =
    indexed === undefined ? 'unchanged' : indexed === true ? own! : indexed === false ? 'none' : indexed
  const end = to !== undefined && to < last ? to : undefined
  return {
    kind: 'changed',
    before,
    from,
    to: end,
    value: value === undefined ? undefined : Number(value),
    rule,
    ...(dated && { dated }),
  }
}
