import type { Node, Program, Source } from './program.ts'
import { freezeProgram } from './program-builder.ts'

/** The same program without the nodes that no variable needs, and without the sources that no node names. */
export function removeDeadCode(program: Program): Program {
  const needed = new Uint8Array(program.nodes.length)
  for (const { node } of program.variables) needed[node] = 1
  for (let i = program.nodes.length - 1; i >= 0; i--)
    if (needed[i]) for (const a of program.nodes[i]!.args) needed[a] = 1

  const position: number[] = []
  const sourcePosition = new Map<number, number>()
  const nodes: Node[] = []
  const sources: Source[] = []
  program.nodes.forEach((node, i) => {
    if (!needed[i]) return
    position[i] = nodes.length
    const args = node.args.map(a => position[a]!)
    nodes.push(Object.freeze({ ...node, args, ...sourceOf(node) }))
  })
  const variables = program.variables.map(v => ({ ...v, node: position[v.node]! }))
  return freezeProgram({ ...program, nodes, variables, sources })

  function sourceOf({ source }: Node): { source?: number } {
    if (source === undefined) return {}
    const known = sourcePosition.get(source)
    if (known !== undefined) return { source: known }
    sourcePosition.set(source, sources.length)
    return { source: sources.push(program.sources[source]!) - 1 }
  }
}
