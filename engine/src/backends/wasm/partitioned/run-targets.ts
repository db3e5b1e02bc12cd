/** What a run computes in a partition, and where the results of variables lie after it. */
import type { KernelColumns } from './kernel-columns.ts'
import { isComputed } from './partition-columns.ts'
import type { PartitionPlan } from './plan-partition.ts'
import type { ColumnPlaces } from './schedule-writer.ts'

/** The columns that a baseline keeps and that are not known yet. */
export function columnsToRenew(
  { first }: KernelColumns,
  { kernels }: PartitionPlan,
  kept: Int32Array,
  known: Int32Array,
): number[] {
  const columns: number[] = []
  for (const k of kernels)
    for (let column = first[k]!; column < first[k + 1]!; column++)
      if (kept[column] && !known[column]) columns.push(column)
  return columns
}

/** Gives the variables' columns that are not known a place in `stored`, one each, and answers them. */
export function placeResults(
  { inputCount }: KernelColumns,
  { results }: PartitionPlan,
  variables: readonly number[],
  { known, stored }: ColumnPlaces,
  placeOf: (variable: number) => number,
): number[] {
  const targets: number[] = []
  for (const variable of variables) {
    const result = results[variable]!
    if (!isComputed(result, inputCount) || known[result.column] || stored[result.column]) continue
    stored[result.column] = placeOf(variable)
    targets.push(result.column)
  }
  return targets
}

/** By variable, the place of its column; none for those that are one number. */
export function findResults(
  { results }: PartitionPlan,
  variables: readonly number[],
  { known, stored }: ColumnPlaces,
): Map<number, number> {
  const found = new Map<number, number>()
  for (const variable of variables) {
    const result = results[variable]!
    if ('column' in result) found.set(variable, known[result.column]! || stored[result.column]!)
  }
  return found
}
