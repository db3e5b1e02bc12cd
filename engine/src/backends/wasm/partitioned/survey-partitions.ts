/**
 * Looks at a program once for each partition: which nodes are computed there, and what their operands come to. Nodes that
 * are computed in the same partitions are of one class; those of different classes never share a kernel.
 *
 * What is read in a partition is settled there as a fact. For once operands have been replaced by what they come to
 * wherever a node is computed, the node means nothing where it is not, and must not be looked into there again.
 */
import { type Fact, type Facts, factsOf } from './facts.ts'
import type { FlatProgram } from './flat-program.ts'
import { isKnown, type Resolution, type Resolver } from './resolve-nodes.ts'

/** Operands that no partition reads, and those that come to different things. */
export const unread = 0x7fffffff
export const various = 0x7ffffffe

export interface Survey {
  /** Class of each node; 0 for those that no partition computes. */
  readonly classes: Int32Array
  /** What each operand comes to wherever it is read: as in a resolution, `unread` or `various`. */
  readonly operands: Int32Array
  /** Of an operand that is `various`, the nodes that it comes to. */
  readonly choices: ReadonlyMap<number, ReadonlySet<number>>
  /** All that the targets come to. */
  readonly results: ReadonlySet<number>
  /** By partition, what the columns that are read there come to, other than themselves. */
  readonly facts: readonly Facts[]
}

export function surveyPartitions(
  flat: FlatProgram,
  resolver: Resolver,
  facts: readonly Facts[],
  targets: readonly number[],
): Survey {
  const classes = new Int32Array(flat.count)
  const operands = new Int32Array(flat.args.length).fill(unread)
  const choices = new Map<number, Set<number>>()
  const results = new Set<number>()
  let classCount = 1
  const settled = facts.map(known => {
    const found = new Map<number, Fact>()
    const settle = (node: number, to: number) => {
      if (to === node || !flat.isColumn[node]) return
      found.set(node, isKnown(to) ? { value: resolver.valueOf(to) } : { same: to })
    }
    const resolved = resolver.resolve(known)
    const computed = nodesComputed(flat, resolver, resolved, targets)
    for (const target of targets) {
      results.add(resolved[target]!)
      settle(target, resolved[target]!)
    }
    const refined = new Map<number, number>()
    for (let id = 0; id < flat.count; id++) {
      if (!computed[id]) continue
      const before = classes[id]!
      const known = refined.get(before)
      if (known === undefined) refined.set(before, classCount)
      classes[id] = known ?? classCount++
      eachRead(flat, resolver, resolved, id, operand => {
        const node = flat.args[operand]!
        note(operand, resolved[node]!)
        settle(node, resolved[node]!)
      })
    }
    return factsOf(found)
  })
  return { classes, operands, choices, results, facts: settled }

  function note(operand: number, resolved: number): void {
    const before = operands[operand]!
    if (before === resolved) return
    if (before === unread) {
      operands[operand] = resolved
      return
    }
    const found = choices.get(operand) ?? new Set()
    choices.set(operand, found)
    for (const node of [before, resolved]) if (node !== various && !isKnown(node)) found.add(node)
    operands[operand] = various
  }
}

/** Marks the column nodes, inputs among them, that `targets` need in a partition. */
export function nodesComputed(
  flat: FlatProgram,
  resolver: Resolver,
  resolved: Resolution,
  targets: readonly number[],
): Uint8Array {
  const computed = new Uint8Array(flat.count)
  const mark = (node: number) => {
    if (!isKnown(node) && flat.isColumn[node]) computed[node] = 1
  }
  for (const target of targets) mark(resolved[target]!)
  for (let id = flat.count - 1; id >= 0; id--)
    if (computed[id]) eachRead(flat, resolver, resolved, id, operand => mark(resolved[flat.args[operand]!]!))
  return computed
}

/** Visits the places in `flat.args` of the operands that matter to a node; a known key or condition is one. */
function eachRead(
  { starts }: FlatProgram,
  resolver: Resolver,
  resolved: Resolution,
  id: number,
  visit: (operand: number) => void,
): void {
  const chosen = resolver.chosen(id, resolved)
  if (chosen >= 0) {
    visit(starts[id]!)
    visit(chosen)
  } else for (let i = starts[id]!; i < starts[id + 1]!; i++) visit(i)
}
