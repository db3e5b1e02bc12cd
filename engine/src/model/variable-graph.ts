/** What each variable of a program is computed from: other variables, inputs and parameters, in the order of the formula. */
import type { Program } from '../program/index.ts'

export interface VariableSources {
  /** Variables and inputs. */
  readonly variables: readonly string[]
  /** Paths of parameter leaves. */
  readonly parameters: readonly string[]
}

/** Sources of one variable. What another variable also computes counts as that variable. */
export class VariableGraph {
  readonly #program: Program
  readonly #nameOf = new Map<number, string>()
  readonly #nodeOf: ReadonlyMap<string, number>

  constructor(program: Program) {
    this.#program = program
    this.#nodeOf = new Map(program.variables.map(({ name, node }) => [name, node]))
    for (const { name, node } of program.variables) if (!this.#nameOf.has(node)) this.#nameOf.set(node, name)
    // A variable that is always the same number is not what others mean by that number.
    program.nodes.forEach(({ op }, node) => {
      if (op === 'constant') this.#nameOf.delete(node)
    })
  }

  sources(variable: string): VariableSources {
    const root = this.#nodeOf.get(variable)
    const variables = new Set<string>()
    const parameters = new Set<string>()
    if (root === undefined) return { variables: [], parameters: [] }
    const seen = new Set([root])
    const stack = [root]
    while (stack.length > 0) {
      const index = stack.pop()!
      const node = this.#program.nodes[index]!
      const name = this.#nameOf.get(index)
      if (node.op === 'input') variables.add(node.name!)
      else if (node.op === 'parameter') parameters.add(node.name!)
      else if (index !== root && name !== undefined) variables.add(name)
      else {
        const unseen = node.args.filter(arg => !seen.has(arg))
        for (const arg of unseen) seen.add(arg)
        stack.push(...unseen.reverse())
      }
    }
    const alias = this.#nameOf.get(root)
    if (alias !== undefined && alias !== variable) return { variables: [alias], parameters: [] }
    return { variables: [...variables], parameters: [...parameters] }
  }
}
