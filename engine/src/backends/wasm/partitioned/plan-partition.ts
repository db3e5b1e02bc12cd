/** What one partition runs when everything is computed: its kernels, and what each of their operands comes to there. */
import type { Kernel } from '../kernel.ts'
import type { ConstantList } from './constant-list.ts'
import type { FlatProgram } from './flat-program.ts'
import type { KernelColumns } from './kernel-columns.ts'
import { isKnown, type Resolution, type Resolver } from './resolve-nodes.ts'
import { nodesComputed } from './survey-partitions.ts'

export interface PartitionPlan {
  /** Kernels in the order in which they run. */
  readonly kernels: Int32Array
  /** Operands of step `s`: `operands` from `operandsAt[s]` on, one for each input of its kernel. */
  readonly operandsAt: Int32Array
  /** A column, or −1 − k for number k of the constants; an operand that does not matter is number 0, which is 0. */
  readonly operands: Int32Array
  /** What the program's variables come to. */
  readonly results: readonly Result[]
  /** Operations in its kernels. */
  readonly operations: number
}

export type Result = { readonly column: number } | { readonly constant: number } | { readonly scalar: number }

export function planPartition(
  flat: FlatProgram,
  resolver: Resolver,
  resolved: Resolution,
  targets: readonly number[],
  kernels: readonly Kernel[],
  columns: KernelColumns,
  constants: ConstantList,
): PartitionPlan {
  const computed = nodesComputed(flat, resolver, resolved, targets)
  const steps: number[] = []
  const operandsAt = [0]
  const operands: number[] = []
  let operations = 0
  kernels.forEach(({ nodes, inputs }, k) => {
    if (!computed[nodes[0]!]) return
    steps.push(k)
    operations += nodes.length
    for (const id of inputs) operands.push(operandFor(resolved[id]!))
    operandsAt.push(operands.length)
  })
  return {
    kernels: Int32Array.from(steps),
    operandsAt: Int32Array.from(operandsAt),
    operands: Int32Array.from(operands),
    results: targets.map(id => resultFor(resolved[id]!)),
    operations,
  }

  function operandFor(node: number): number {
    if (isKnown(node)) return -1 - constants.position(resolver.valueOf(node))
    return computed[node] ? columns.ofNode[node]! : -1
  }

  function resultFor(node: number): Result {
    if (isKnown(node)) return { constant: resolver.valueOf(node) }
    return flat.isColumn[node] ? { column: columns.ofNode[node]! } : { scalar: node }
  }
}
