/**
 * Which columns a baseline keeps for the reforms to come, within a limit of bytes: those that take long to compute from
 * what is kept already. The longest way back to a kept column is then about the same everywhere.
 */
import type { PartitionedProgram } from './compile-partitioned.ts'

const halvings = 12

/** rowsOf   rows of a column in a partition; answers by partition, per column, 1 where it is kept. */
export function columnsToKeep(
  compiled: PartitionedProgram,
  rowsOf: (partition: number, column: number) => number,
  limit: number,
): readonly Uint8Array[] {
  const cost = new Float64Array(compiled.columns.nodes.length)
  let [low, high] = [0.5, 1e5]
  if (bytesAt(0) <= limit) return keptAt(0)
  for (let i = 0; i < halvings; i++) {
    const middle = Math.sqrt(low * high)
    if (bytesAt(middle) > limit) low = middle
    else high = middle
  }
  return keptAt(high)

  function keptAt(threshold: number): readonly Uint8Array[] {
    return compiled.plans.map((_, partition) => {
      const kept = new Uint8Array(cost.length)
      eachKept(partition, threshold, column => {
        kept[column] = 1
      })
      return kept
    })
  }

  function bytesAt(threshold: number): number {
    let bytes = 0
    for (const partition of compiled.plans.keys())
      eachKept(partition, threshold, column => {
        bytes += rowsOf(partition, column) * 8
      })
    return bytes
  }

  /** Visits the columns that would take more than `threshold` operations on each row to compute from those before. */
  function eachKept(partition: number, threshold: number, visit: (column: number) => void): void {
    const { kernels, columns } = compiled
    const plan = compiled.plans[partition]!
    for (let step = 0; step < plan.kernels.length; step++) {
      const k = plan.kernels[step]!
      const [first, end] = [columns.first[k]!, columns.first[k + 1]!]
      for (let column = first; column < end; column++) {
        let own = kernels[k]!.nodes.length / (end - first)
        for (let i = columns.readsAt[column]!; i < columns.readsAt[column + 1]!; i++) {
          const operand = plan.operands[plan.operandsAt[step]! + columns.reads[i]!]!
          if (operand >= 0) own += cost[operand]!
        }
        cost[column] = own > threshold ? 0 : own
        if (own > threshold) visit(column)
      }
    }
  }
}
