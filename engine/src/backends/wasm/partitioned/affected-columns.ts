/** Which columns of a partition differ because scalars do. */
import type { PartitionedProgram } from './compile-partitioned.ts'
import type { PartitionPlan } from './plan-partition.ts'

/** Marks the columns that read a scalar in their own kernel whose value differs. */
export function changedScalars(
  { columns }: PartitionedProgram,
  before: Float64Array,
  after: Float64Array,
): Uint8Array {
  const changed = new Uint8Array(columns.nodes.length)
  for (let column = columns.inputCount; column < changed.length; column++)
    for (let i = columns.scalarsAt[column]!; i < columns.scalarsAt[column + 1]!; i++) {
      const scalar = columns.scalars[i]!
      if (!Object.is(before[scalar], after[scalar])) changed[column] = 1
    }
  return changed
}

/**
 * Writes into `known` where the columns lie that a partition need not compute: those among `kept` that do not differ.
 * Entries of columns that it never computes are left as they are. Without `changed`, everything differs.
 */
export function findKnown(
  { columns }: PartitionedProgram,
  plan: PartitionPlan,
  changed: Uint8Array | undefined,
  kept: Int32Array,
  affected: Uint8Array,
  known: Int32Array,
): void {
  const { first, readsAt, reads } = columns
  for (let step = 0; step < plan.kernels.length; step++) {
    const k = plan.kernels[step]!
    const operandsAt = plan.operandsAt[step]!
    for (let column = first[k]!; column < first[k + 1]!; column++) {
      let differs = changed ? changed[column]! : 1
      for (let i = readsAt[column]!; i < readsAt[column + 1]! && !differs; i++) {
        const operand = plan.operands[operandsAt + reads[i]!]!
        if (operand >= 0) differs = affected[operand]!
      }
      affected[column] = differs
      known[column] = differs ? 0 : kept[column]!
    }
  }
}
