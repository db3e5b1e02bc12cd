/**
 * Plans which kernels to run for some targets, given the columns that are known already, and where each value lies:
 * in a column, or in a scratch slot of the thread while a tile is computed. A full run, the data of a dataset and a
 * reform's affected part differ only in what they ask for and what they are given.
 */
import type { Program } from '../../program/index.ts'
import type { Kernel } from './kernel.ts'

export interface ScheduleRequest {
  readonly stage: Kernel['stage']
  /** Column nodes to compute. */
  readonly targets: Iterable<number>
  /** Nodes whose column is known: inputs, data, what a baseline kept and the reform does not change. */
  isKnown(node: number): boolean
  /** Nodes to be written to their column; others live in slots. */
  isStored(node: number): boolean
}

export interface Schedule {
  readonly steps: readonly ScheduleStep[]
  readonly slotCount: number
  /** Operations in the kernels. */
  readonly operations: number
}

export interface ScheduleStep {
  readonly kernel: number
  /** Where each input and then each output of the kernel lies. */
  readonly places: readonly Place[]
}

/** A column node's own column, or a numbered scratch slot. */
export type Place = { readonly column: number } | { readonly slot: number }

/** Read for operands whose value does not matter: all zeros. */
const zeros: Place = { slot: 0 }
/** Written with values that nobody reads. */
const sink: Place = { slot: 1 }
const firstSlot = 2

export function planSchedule(
  program: Program,
  kernels: readonly Kernel[],
  request: ScheduleRequest,
): Schedule {
  const { chosen, needed } = chooseKernels(program, kernels, request)
  const lastReader = new Map<number, number>()
  for (const { kernel, reads } of chosen) for (const id of reads) lastReader.set(id, kernel)

  const slots = new Map<number, number>()
  const free: number[] = []
  let slotCount = firstSlot
  let operations = 0
  const steps = chosen.map(({ kernel, reads }) => {
    const { inputs, outputs, nodes } = kernels[kernel]!
    operations += nodes.length
    const read = inputs.map(id => (reads.has(id) ? placeOf(id) : zeros))
    const written = outputs.map(id => {
      if (!needed[id] || request.isKnown(id)) return sink
      if (!request.isStored(id)) slots.set(id, free.pop() ?? slotCount++)
      return placeOf(id)
    })
    for (const id of [...inputs, ...outputs]) {
      const slot = slots.get(id)
      if (slot === undefined || (lastReader.get(id) ?? kernel) !== kernel) continue
      slots.delete(id)
      free.push(slot)
    }
    return { kernel, places: [...read, ...written] }
  })
  return { steps, slotCount, operations }

  function placeOf(id: number): Place {
    const slot = slots.get(id)
    return slot === undefined ? { column: id } : { slot }
  }
}

interface ChosenKernel {
  readonly kernel: number
  /** Those of its inputs that matter for what is needed of it. */
  readonly reads: ReadonlySet<number>
}

/** Walks back from the targets through whatever is not known. */
function chooseKernels(program: Program, kernels: readonly Kernel[], request: ScheduleRequest) {
  const needed = new Uint8Array(program.nodes.length)
  for (const id of request.targets) needed[id] = 1
  const chosen: ChosenKernel[] = []
  for (let k = kernels.length - 1; k >= 0; k--) {
    const { stage, nodes, inputs, outputs, relation } = kernels[k]!
    const roots = outputs.filter(id => needed[id] && !request.isKnown(id))
    if (stage !== request.stage || !roots.length) continue
    const computed = new Set(roots)
    if (relation) for (const id of roots) for (const a of program.nodes[id]!.args) computed.add(a)
    else
      for (let i = nodes.length - 1; i >= 0; i--)
        if (computed.has(nodes[i]!)) for (const a of program.nodes[nodes[i]!]!.args) computed.add(a)
    const reads = new Set(inputs.filter(id => computed.has(id)))
    for (const id of reads) needed[id] = 1
    chosen.push({ kernel: k, reads })
  }
  return { chosen: chosen.reverse(), needed }
}
