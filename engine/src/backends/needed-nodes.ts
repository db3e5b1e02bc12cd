import type { Program } from '../program/index.ts'

/** Marks `targets` and everything they depend on. */
export function neededNodes(program: Program, targets: readonly number[]): Uint8Array {
  const needed = new Uint8Array(program.nodes.length)
  for (const t of targets) needed[t] = 1
  for (let i = program.nodes.length - 1; i >= 0; i--)
    if (needed[i]) for (const a of program.nodes[i]!.args) needed[a] = 1
  return needed
}
