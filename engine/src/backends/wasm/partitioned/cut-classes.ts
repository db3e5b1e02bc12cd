/**
 * Cuts the columns of a program into fused kernels, class by class. Nodes are taken in their own order, in which a
 * variable's nodes follow those of the variables it was the first to ask for.
 */
import type { Program } from '../../../program/index.ts'
import type { Stage } from '../classify-nodes.ts'
import { type CutLimits, keyOf, type OpenKernel, placeOf } from '../cut-kernels.ts'
import type { Kernel } from '../kernel.ts'
import type { FlatProgram } from './flat-program.ts'
import { isKnown } from './resolve-nodes.ts'
import { type Survey, unread, various } from './survey-partitions.ts'

interface ClassKernel extends OpenKernel {
  readonly key: string
}

export function cutClasses(
  program: Program,
  stages: readonly Stage[],
  flat: FlatProgram,
  survey: Survey,
  limits: CutLimits,
): readonly Kernel[] {
  const { classes } = survey
  const closed: ClassKernel[] = []
  const open = new Map<string, ClassKernel>()
  const home = new Map<number, ClassKernel>()
  for (let id = 0; id < flat.count; id++) if (classes[id] && program.nodes[id]!.op !== 'input') place(id)
  for (const kernel of [...open.values()]) close(kernel)
  return connect()

  function place(id: number): void {
    const stage = stages[id] as Kernel['stage']
    const at = placeOf(program, id)
    const key = `${classes[id]} ${stage} ${keyOf(at)}`
    for (let i = flat.starts[id]!; i < flat.starts[id + 1]!; i++) {
      closeFor(flat.args[i]!, at.relation ? undefined : open.get(key))
      for (const node of othersOf(i)) closeFor(node, undefined)
    }
    const kernel = open.get(key) ?? { stage, ...at, nodes: new Set<number>(), key }
    open.set(key, kernel)
    kernel.nodes.add(id)
    home.set(id, kernel)
    if (kernel.nodes.size >= (at.relation ? limits.relations : limits.most)) close(kernel)
  }

  /** Nodes that an operand comes to in some partition, other than the one that the program names. */
  function othersOf(operand: number): Iterable<number> {
    const to = survey.operands[operand]!
    if (to === various) return survey.choices.get(operand)!
    return to === unread || isKnown(to) || to === flat.args[operand] ? [] : [to]
  }

  /** What a kernel reads must be computed before; only `own` may compute it itself. */
  function closeFor(node: number, own: ClassKernel | undefined): void {
    const needed = home.get(node)
    if (needed && needed !== own) close(needed)
  }

  function close(kernel: ClassKernel): void {
    if (open.get(kernel.key) !== kernel) return
    open.delete(kernel.key)
    closed.push(kernel)
  }

  function connect(): readonly Kernel[] {
    const read = new Set(survey.results)
    const parts = closed.map(({ key: _, nodes: own, ...kernel }) => {
      const inputs = new Set<number>()
      for (const id of own)
        for (let i = flat.starts[id]!; i < flat.starts[id + 1]!; i++) {
          const a = flat.args[i]!
          if (!flat.isColumn[a] || (!kernel.relation && own.has(a))) continue
          inputs.add(a)
          read.add(a)
          for (const node of othersOf(i)) read.add(node)
        }
      return { ...kernel, nodes: [...own].sort((a, b) => a - b), inputs: [...inputs] }
    })
    return parts.map(kernel => ({ ...kernel, outputs: kernel.nodes.filter(id => read.has(id)) }))
  }
}
