import type { Program } from '../../program/index.ts'

/**
 * The nodes that variables need, one list per variable: what a variable reads of others comes first, its own nodes follow
 * in ascending order. A node that several variables share belongs to the first.
 */
export function orderByVariable(program: Program): readonly (readonly number[])[] {
  const isVariable = new Uint8Array(program.nodes.length)
  for (const { node } of program.variables) isVariable[node] = 1
  const placed = new Uint8Array(program.nodes.length)
  const groups: number[][] = []
  const started = new Uint8Array(program.nodes.length)
  for (const { node } of program.variables) {
    const stack = [node]
    while (stack.length) {
      const variable = stack.at(-1)!
      if (placed[variable]) {
        stack.pop()
        continue
      }
      const { own, variables } = readFrom(program, variable, isVariable, placed)
      if (started[variable] || !variables.length) {
        for (const id of own) placed[id] = 1
        groups.push(own)
        stack.pop()
      } else {
        started[variable] = 1
        stack.push(...variables.reverse())
      }
    }
  }
  return groups
}

/** What is not placed yet of the nodes under `variable`: its own, ascending, and the variables right under them. */
function readFrom(program: Program, variable: number, isVariable: Uint8Array, placed: Uint8Array) {
  const own: number[] = []
  const variables: number[] = []
  const seen = new Set([variable])
  const stack = [variable]
  while (stack.length) {
    const id = stack.pop()!
    own.push(id)
    for (const a of program.nodes[id]!.args) {
      if (seen.has(a) || placed[a]) continue
      seen.add(a)
      if (isVariable[a]) variables.push(a)
      else stack.push(a)
    }
  }
  return { own: own.sort((a, b) => a - b), variables: variables.sort((a, b) => a - b) }
}
