/** Columns that cross kernels, numbered in the order in which they are computed, and what each depends on in its kernel. */
import type { Program } from '../../../program/index.ts'
import type { Kernel } from '../kernel.ts'
import type { FlatProgram } from './flat-program.ts'

export interface KernelColumns {
  /** Node of each column: the program's inputs first. */
  readonly nodes: Int32Array
  readonly inputCount: number
  /** Column of each node, −1 for those that are none. */
  readonly ofNode: Int32Array
  /** Kernel `k` writes the columns from `first[k]` up to `first[k + 1]`, one for each of its outputs. */
  readonly first: Int32Array
  /** Of column `c` the positions among its kernel's inputs that it depends on: from `readsAt[c]` up to `readsAt[c + 1]`. */
  readonly readsAt: Int32Array
  readonly reads: Int32Array
  /** Of column `c` the scalar nodes that it reads in its kernel. */
  readonly scalarsAt: Int32Array
  readonly scalars: Int32Array
}

export function kernelColumns(
  program: Program,
  flat: FlatProgram,
  kernels: readonly Kernel[],
): KernelColumns {
  const nodes: number[] = []
  program.nodes.forEach(({ op }, id) => {
    if (op === 'input' && flat.isColumn[id]) nodes.push(id)
  })
  const inputCount = nodes.length
  const first = new Int32Array(kernels.length + 1)
  const [readsAt, scalarsAt] = [[...Array(inputCount).fill(0)], [...Array(inputCount).fill(0)]]
  const [reads, scalars]: [number[], number[]] = [[], []]
  kernels.forEach((kernel, k) => {
    first[k] = nodes.length
    const position = new Map(kernel.inputs.map((id, i) => [id, i]))
    const below = new Map<number, { reads: Set<number>; scalars: Set<number> }>()
    for (const id of kernel.nodes) {
      const own = { reads: new Set<number>(), scalars: new Set<number>() }
      for (let i = flat.starts[id]!; i < flat.starts[id + 1]!; i++) {
        const a = flat.args[i]!
        const inside = kernel.relation ? undefined : below.get(a)
        if (inside) {
          for (const read of inside.reads) own.reads.add(read)
          for (const scalar of inside.scalars) own.scalars.add(scalar)
        } else if (position.has(a)) own.reads.add(position.get(a)!)
        else own.scalars.add(a)
      }
      below.set(id, own)
    }
    for (const id of kernel.outputs) {
      nodes.push(id)
      readsAt.push(reads.length)
      scalarsAt.push(scalars.length)
      reads.push(...below.get(id)!.reads)
      scalars.push(...below.get(id)!.scalars)
    }
  })
  first[kernels.length] = nodes.length
  const ofNode = new Int32Array(flat.count).fill(-1)
  nodes.forEach((id, column) => {
    ofNode[id] = column
  })
  const ints = (list: readonly number[]) => Int32Array.from(list)
  return {
    nodes: ints(nodes),
    inputCount,
    ofNode,
    first,
    readsAt: ints([...readsAt, reads.length]),
    reads: ints(reads),
    scalarsAt: ints([...scalarsAt, scalars.length]),
    scalars: ints(scalars),
  }
}
