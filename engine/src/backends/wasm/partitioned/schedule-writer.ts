/**
 * Chooses the kernels that a partition runs, given the columns it knows already, and writes them as a schedule: where
 * each operand and result lies, in a column or in a scratch slot of the thread.
 *
 * Between two reforms this is most of the work that threads do not share: it works on arrays that are made once.
 */
import { columnEntry, slotEntry } from '../binding.ts'
import type { Kernel } from '../kernel.ts'
import type { KernelColumns } from './kernel-columns.ts'
import type { PartitionPlan } from './plan-partition.ts'

/** By column, where it lies in a partition as a binding entry; 0 for those without a place. */
export interface ColumnPlaces {
  /** Columns whose values are known; those of inputs that the population lacks are 0, and are read as zeros. */
  readonly known: Int32Array
  /** Columns to be written where they stay. */
  readonly stored: Int32Array
}

export interface WrittenSchedule {
  /** Positions in the plan's kernels, ascending; overwritten by the next schedule. */
  readonly steps: Int32Array
  /** Slots it takes besides those of the constants. */
  readonly slots: number
}

export interface ScheduleFrame {
  /** How many constants lie in the first slots; the one after them is for what nobody reads. */
  readonly constantCount: number
  readonly slotBytes: number
  /** Address of a relation. */
  relation(name: string): number
}

/** Words that the schedule of a partition takes at most. */
export const mostWords = ({ kernels, operands }: PartitionPlan, columns: KernelColumns): number =>
  kernels.reduce((sum, k) => sum + 3 + columns.first[k + 1]! - columns.first[k]!, operands.length)

export class ScheduleWriter {
  readonly #columns: KernelColumns
  readonly #frame: ScheduleFrame
  /** Binding entry of the relation of each kernel; 0 for none. */
  readonly #relations: Int32Array
  readonly #needed: Uint8Array
  /** Step that reads each needed column last. */
  readonly #lastReader: Int32Array
  readonly #slotOf: Int32Array
  readonly #steps: Int32Array
  readonly #free: Int32Array

  constructor(kernels: readonly Kernel[], columns: KernelColumns, frame: ScheduleFrame) {
    const count = columns.nodes.length
    this.#columns = columns
    this.#frame = frame
    this.#relations = Int32Array.from(kernels, ({ relation }) =>
      relation ? columnEntry(frame.relation(relation.name)) : 0,
    )
    this.#needed = new Uint8Array(count)
    this.#lastReader = new Int32Array(count)
    this.#slotOf = new Int32Array(count)
    this.#steps = new Int32Array(kernels.length)
    this.#free = new Int32Array(count)
  }

  /** Computes `targets`, columns that are not known. `words`: where the schedule lies, from `address` on. */
  write(
    plan: PartitionPlan,
    targets: readonly number[],
    { known, stored }: ColumnPlaces,
    words: Int32Array,
    address: number,
  ): WrittenSchedule {
    const steps = this.#choose(plan, targets, known)
    const [needed, lastReader, slotOf, free] = [this.#needed, this.#lastReader, this.#slotOf, this.#free]
    const { first } = this.#columns
    const { constantCount, slotBytes } = this.#frame
    const sink = constantCount * slotBytes
    const firstSlot = sink + slotBytes
    let [slots, freed] = [0, 0]
    slotOf.fill(-1)
    let at = 0
    let binding = steps.length * 2
    for (const step of steps) {
      const k = plan.kernels[step]!
      words[at++] = k
      words[at++] = address + binding * 4
      const [start, end] = [plan.operandsAt[step]!, plan.operandsAt[step + 1]!]
      for (let i = start; i < end; i++) {
        const operand = plan.operands[i]!
        if (operand < 0) words[binding++] = slotEntry((-1 - operand) * slotBytes)
        else if (slotOf[operand]! >= 0) words[binding++] = slotEntry(firstSlot + slotOf[operand]! * slotBytes)
        else words[binding++] = known[operand]! || (needed[operand] ? stored[operand]! : 0) || slotEntry(0)
      }
      for (let column = first[k]!; column < first[k + 1]!; column++) {
        if (!needed[column]) words[binding++] = slotEntry(sink)
        else if (stored[column]) words[binding++] = stored[column]!
        else {
          const slot = freed ? free[--freed]! : slots++
          slotOf[column] = slot
          words[binding++] = slotEntry(firstSlot + slot * slotBytes)
        }
      }
      if (this.#relations[k]) words[binding++] = this.#relations[k]!
      for (let i = start; i < end; i++) {
        const operand = plan.operands[i]!
        if (operand < 0 || slotOf[operand]! < 0 || lastReader[operand] !== step) continue
        free[freed++] = slotOf[operand]!
        slotOf[operand] = -1
      }
    }
    return { steps, slots }
  }

  /** Walks back from the targets through whatever is not known. */
  #choose(plan: PartitionPlan, targets: readonly number[], known: Int32Array): Int32Array {
    const { first, readsAt, reads, inputCount } = this.#columns
    const needed = this.#needed.fill(0)
    for (const column of targets) {
      needed[column] = 1
      this.#lastReader[column] = -1
    }
    let begin = this.#steps.length
    for (let step = plan.kernels.length - 1; step >= 0; step--) {
      const k = plan.kernels[step]!
      let runs = false
      for (let column = first[k]!; column < first[k + 1]!; column++) {
        if (!needed[column]) continue
        runs = true
        for (let i = readsAt[column]!; i < readsAt[column + 1]!; i++) {
          const operand = plan.operands[plan.operandsAt[step]! + reads[i]!]!
          if (operand < inputCount || needed[operand] || known[operand]) continue
          needed[operand] = 1
          this.#lastReader[operand] = step
        }
      }
      if (runs) this.#steps[--begin] = step
    }
    return this.#steps.subarray(begin)
  }
}
