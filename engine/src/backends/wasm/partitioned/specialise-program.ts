/** Writes into a program what holds in all of its partitions: operands that always come to one thing are replaced by it. */
import type { Node, Program } from '../../../program/index.ts'
import type { FlatProgram } from './flat-program.ts'
import { constantOf, isKnown } from './resolve-nodes.ts'
import { type Survey, unread, various } from './survey-partitions.ts'

/** The constants it needs come before all other nodes; each node moves by their number. */
export function specialiseProgram(
  program: Program,
  flat: FlatProgram,
  { classes, operands }: Survey,
  constants: readonly number[],
): Program {
  const added: Node[] = []
  const positions = new Map<string, number>()
  const replaced: (number[] | undefined)[] = []
  for (let id = 0; id < flat.count; id++) {
    if (!classes[id]) continue
    const start = flat.starts[id]!
    replaced[id] = program.nodes[id]!.args.map((a, i) => {
      const resolved = operands[start + i]!
      if (resolved === unread || resolved === various) return a
      return isKnown(resolved) ? -1 - constantFor(a, constants[constantOf(resolved)]!) : resolved
    })
  }
  const shift = added.length
  const moved = (a: number) => (a < 0 ? -1 - a : a + shift)
  const nodes = program.nodes.map((node, id) => ({ ...node, args: (replaced[id] ?? node.args).map(moved) }))
  const variables = program.variables.map(v => ({ ...v, node: v.node + shift }))
  return { ...program, nodes: [...added, ...nodes], variables }

  function constantFor(operand: number, value: number): number {
    const { type, domain } = program.nodes[operand]!
    const key = `${Object.is(value, -0) ? '-0' : value} ${type} ${domain}`
    const known = positions.get(key)
    if (known !== undefined) return known
    positions.set(key, added.length)
    const node = { op: 'constant', args: [], type, entity: null, value, ...(domain && { domain }) } as const
    return added.push(node) - 1
  }
}
