/**
 * What each node comes to where some columns have one value: another node, or a number.
 *
 * Nothing is concluded that could change a bit of a result. A product with a known 0 is therefore left alone: it is −0
 * where the other factor is negative, and NaN where that is infinite.
 */
import { caseIndex } from '../../../program/index.ts'
import type { ConstantList } from './constant-list.ts'
import type { Facts } from './facts.ts'
import { type FlatProgram, meanings, opNumber } from './flat-program.ts'

/** A node's number stands for the node itself, −1 − k for number k of the constants. */
export type Resolution = Int32Array

export const isKnown = (resolved: number): boolean => resolved < 0
export const constantOf = (resolved: number): number => -1 - resolved

export class Resolver {
  readonly #flat: FlatProgram
  readonly #constants: ConstantList
  /** What scalars come to, which is the same everywhere; each column is itself. */
  readonly #anywhere: Resolution

  /** `scalars`: of the program's own constants and of what is computed from them alone; `undefined` for all else. */
  constructor(flat: FlatProgram, constants: ConstantList, scalars: readonly (number | undefined)[]) {
    this.#flat = flat
    this.#constants = constants
    this.#anywhere = Int32Array.from({ length: flat.count }, (_, id) =>
      scalars[id] === undefined ? id : this.#known(scalars[id]),
    )
  }

  /** Of all nodes, where the facts hold. */
  resolve({ nodes, sames, values }: Facts): Resolution {
    const { count, isColumn } = this.#flat
    const resolved = this.#anywhere.slice()
    let next = 0
    for (let id = 0; id < count; id++) {
      if (!isColumn[id]) continue
      if (id !== nodes[next]) resolved[id] = this.#resolveOne(id, resolved)
      else {
        const same = sames[next]!
        resolved[id] = same < 0 ? this.#known(values[next]!) : resolved[same]!
        next++
      }
    }
    return resolved
  }

  /**
   * The operands that matter to a node that is computed: not the side that a known condition or key leaves aside.
   * Answers the position of the one that does, −1 where all do.
   */
  chosen(id: number, resolved: Resolution): number {
    const { ops, starts, args } = this.#flat
    const isSelect = ops[id] === opNumber.select
    if (!isSelect && ops[id] !== opNumber.gather) return -1
    const start = starts[id]!
    const key = resolved[args[start]!]!
    if (!isKnown(key)) return -1
    const value = this.#constants.values[constantOf(key)]!
    if (isSelect) return start + (value ? 1 : 2)
    return start + 1 + caseIndex(value, starts[id + 1]! - start - 1)
  }

  #resolveOne(id: number, resolved: Resolution): number {
    const { ops, starts, args } = this.#flat
    const [start, end] = [starts[id]!, starts[id + 1]!]
    const op = ops[id]!
    if (start === end) return id
    if (op === opNumber.project) return isKnown(resolved[args[start]!]!) ? resolved[args[start]!]! : id
    if (op === opNumber.sum_members) return this.#isZero(resolved[args[start]!]!) ? this.#known(0) : id
    const apply = meanings[op]
    if (!apply) return id
    const isChoice = op === opNumber.select || op === opNumber.gather
    const chosen = isChoice ? this.chosen(id, resolved) : -1
    if (chosen >= 0) return this.#unlessScalar(resolved[args[chosen]!]!, id)
    let knowns = 0
    for (let i = start; i < end; i++) if (isKnown(resolved[args[i]!]!)) knowns++
    if (knowns === end - start) {
      const values = Array.from(args.subarray(start, end), a => this.valueOf(resolved[a]!))
      return this.#known(apply(...values))
    }
    const isAnd = op === opNumber.and
    if ((isAnd || op === opNumber.or) && knowns) {
      const [a, b] = [resolved[args[start]!]!, resolved[args[start + 1]!]!]
      const [known, other] = isKnown(a) ? [a, b] : [b, a]
      return this.valueOf(known) === (isAnd ? 0 : 1) ? known : this.#unlessScalar(other, id)
    }
    if (isChoice) {
      const first = resolved[args[start + 1]!]!
      for (let i = start + 2; i < end; i++) if (resolved[args[i]!] !== first) return id
      return this.#unlessScalar(first, id)
    }
    return id
  }

  /** A scalar cannot be read where a column is, so that the node remains. */
  #unlessScalar(resolved: number, id: number): number {
    return isKnown(resolved) || this.#flat.isColumn[resolved] ? resolved : id
  }

  #known(value: number): number {
    return -1 - this.#constants.position(value)
  }

  /** The number that a known node is. */
  valueOf(resolved: number): number {
    return this.#constants.values[constantOf(resolved)]!
  }

  #isZero(resolved: number): boolean {
    return isKnown(resolved) && this.valueOf(resolved) === 0
  }
}
