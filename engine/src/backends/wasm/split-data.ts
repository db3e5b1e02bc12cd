/**
 * What of the data stage the law kernels read as kept columns, and what is so cheap that they compute it anew: reading
 * a column from main memory costs as much as several operations.
 */
import { definitionOf, type Program } from '../../program/index.ts'
import type { Stage } from './classify-nodes.ts'

export interface DataSplit {
  /** Data nodes that law kernels repeat instead of reading. */
  readonly inlined: Uint8Array
  /** Data nodes to be kept as columns, inputs not among them. */
  readonly columns: ReadonlySet<number>
}

const neverInlined = new Set(['power', 'exponential', 'logarithm', 'modulo', 'gather', 'divide'])

/** `limit`: operations up to which a data node is repeated. */
export function splitData(program: Program, stages: readonly Stage[], limit: number): DataSplit {
  const { nodes } = program
  const inlined = new Uint8Array(nodes.length)
  const cost = new Float64Array(nodes.length)
  const leaves = nodes.map(() => new Set<number>())
  nodes.forEach(({ op, args }, id) => {
    if (stages[id] !== 'data' || op === 'input') return
    const operands = args.filter(a => stages[a] === 'data')
    for (const a of operands) {
      cost[id]! += inlined[a] ? cost[a]! : 0
      for (const leaf of inlined[a] ? leaves[a]! : [a]) leaves[id]!.add(leaf)
    }
    cost[id]! += 1
    const cheap = cost[id]! <= limit && leaves[id]!.size === 1
    if (cheap && definitionOf(op).kind === 'elementwise' && !neverInlined.has(op)) inlined[id] = 1
  })

  const columns = new Set<number>()
  const read = (id: number) => {
    if (inlined[id]) for (const leaf of leaves[id]!) read(leaf)
    else if (nodes[id]!.op !== 'input') columns.add(id)
  }
  nodes.forEach(({ args }, id) => {
    if (stages[id] === 'law') for (const a of args) if (stages[a] === 'data') read(a)
  })
  for (const { node } of program.variables)
    if (stages[node] === 'data' && nodes[node]!.op !== 'input') columns.add(node)
  return { inlined, columns }
}
