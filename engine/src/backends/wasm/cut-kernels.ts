/**
 * Cuts a program into small fused kernels, in an order in which they can run.
 *
 * Nodes are taken variable by variable, those a variable depends on first, so that values die young and a kernel seldom
 * spans two rules. Each entity has one open kernel, each relation one per direction; whatever another kernel needs of
 * one closes it. An elementwise kernel also closes at the end of a variable once it is worth a loop, or in the midst of
 * one when it grows too long to live in registers.
 */
import { definitionOf, type Program } from '../../program/index.ts'
import { isScalar, type Stage } from './classify-nodes.ts'
import type { Kernel, RelationStep } from './kernel.ts'
import { orderByVariable } from './order-by-variable.ts'
import type { DataSplit } from './split-data.ts'

export interface CutLimits {
  /** Operations after which a kernel closes at the end of a variable. */
  readonly enough: number
  /** Operations after which a kernel closes anywhere. */
  readonly most: number
  /** Relation operations sharing one loop. */
  readonly relations: number
}

export interface OpenKernel extends Pick<Kernel, 'stage' | 'entity' | 'relation'> {
  readonly nodes: Set<number>
}

export function cutKernels(
  program: Program,
  stages: readonly Stage[],
  split: DataSplit,
  limits: CutLimits,
): readonly Kernel[] {
  const groups = orderByVariable(program)
  const wanted = dataNodesOf(program, split)
  const isLaw = (id: number) => stages[id] === 'law'
  return connect(program, stages, split, [
    ...cutStage('data', id => wanted.has(id)),
    ...cutStage('law', isLaw),
  ])

  function cutStage(stage: Kernel['stage'], belongs: (id: number) => boolean): OpenKernel[] {
    const closed: OpenKernel[] = []
    const open = new Map<string, OpenKernel>()
    const home = new Map<number, OpenKernel>()

    for (const group of groups) {
      for (const id of group) if (belongs(id)) place(id)
      for (const kernel of [...open.values()])
        if (!kernel.relation && kernel.nodes.size >= limits.enough) close(kernel)
    }
    for (const kernel of [...open.values()]) close(kernel)
    return closed

    function place(id: number): void {
      const at = placeOf(program, id)
      const key = keyOf(at)
      for (const a of program.nodes[id]!.args) {
        const needed = home.get(a)
        if (needed && open.has(keyOf(needed)) && (at.relation || needed !== open.get(key))) close(needed)
      }
      const kernel = open.get(key) ?? { stage, ...at, nodes: new Set<number>() }
      open.set(key, kernel)
      kernel.nodes.add(id)
      home.set(id, kernel)
      if (kernel.nodes.size >= (at.relation ? limits.relations : limits.most)) close(kernel)
    }

    function close(kernel: OpenKernel): void {
      const key = keyOf(kernel)
      if (open.get(key) !== kernel) return
      open.delete(key)
      closed.push(kernel)
    }
  }
}

export function placeOf(program: Program, id: number): { entity: string; relation: RelationStep | null } {
  const { op, name, entity } = program.nodes[id]!
  if (definitionOf(op).kind !== 'relation') return { entity: entity!, relation: null }
  const { from } = program.relations.find(r => r.name === name)!
  return { entity: from, relation: { name: name!, direction: op === 'project' ? 'down' : 'up' } }
}

export const keyOf = ({ entity, relation }: Pick<OpenKernel, 'entity' | 'relation'>) =>
  relation ? `${relation.name} ${relation.direction}` : `:${entity}`

/** The data columns to be kept and all that they are computed from. */
function dataNodesOf(program: Program, { columns }: DataSplit): ReadonlySet<number> {
  const wanted = new Set<number>()
  const stack = [...columns]
  while (stack.length) {
    const id = stack.pop()!
    const { op, entity, args } = program.nodes[id]!
    if (wanted.has(id) || op === 'input' || entity === null) continue
    wanted.add(id)
    stack.push(...args)
  }
  return wanted
}

/** Adds to each kernel the data it repeats, and finds what it reads and what of it is read. */
function connect(
  program: Program,
  stages: readonly Stage[],
  { inlined, columns }: DataSplit,
  kernels: readonly OpenKernel[],
): readonly Kernel[] {
  const read = new Set([...columns, ...program.variables.map(v => v.node)])
  const parts = kernels.map(({ stage, nodes, ...place }) => {
    const repeated = new Set<number>()
    const repeat = (id: number) => {
      if (!inlined[id] || repeated.has(id) || stage === 'data' || place.relation) return
      repeated.add(id)
      program.nodes[id]!.args.forEach(repeat)
    }
    for (const id of nodes) program.nodes[id]!.args.forEach(repeat)
    const all = [...nodes, ...repeated].sort((a, b) => a - b)
    const inputs = new Set<number>()
    for (const id of all)
      for (const a of program.nodes[id]!.args)
        if (!isScalar(stages[a]) && (place.relation || (!nodes.has(a) && !repeated.has(a)))) inputs.add(a)
    for (const a of inputs) read.add(a)
    return { stage, ...place, nodes: all, inputs: [...inputs], own: nodes }
  })
  return parts.map(({ own, ...kernel }) => ({ ...kernel, outputs: [...own].filter(id => read.has(id)) }))
}
