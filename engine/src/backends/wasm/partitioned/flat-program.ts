/** A program as columns of numbers, for passes that visit every node once for each partition. */
import { definitionOf, type Op, ops, type Program } from '../../../program/index.ts'
import { isScalar, type Stage } from '../classify-nodes.ts'

const names = Object.keys(ops) as Op[]
/** Number of each operation in `FlatProgram.ops`. */
export const opNumber = Object.fromEntries(names.map((name, i) => [name, i])) as Readonly<Record<Op, number>>
/** What an elementwise operation means, by its number. */
export const meanings = names.map(name => definitionOf(name).apply)

export interface FlatProgram {
  readonly count: number
  readonly ops: Uint8Array
  /** Operands of node `n`: `args` from `starts[n]` up to `starts[n + 1]`. */
  readonly starts: Int32Array
  readonly args: Int32Array
  /** 1 for a node that is a column of the population. */
  readonly isColumn: Uint8Array
}

export function flattenProgram({ nodes }: Program, stages: readonly Stage[]): FlatProgram {
  const starts = new Int32Array(nodes.length + 1)
  nodes.forEach(({ args }, id) => {
    starts[id + 1] = starts[id]! + args.length
  })
  const args = new Int32Array(starts[nodes.length]!)
  nodes.forEach((node, id) => {
    args.set(node.args, starts[id]!)
  })
  return {
    count: nodes.length,
    ops: Uint8Array.from(nodes, ({ op }) => opNumber[op]),
    starts,
    args,
    isColumn: Uint8Array.from(stages, stage => Number(!isScalar(stage) && stage !== 'unused')),
  }
}
