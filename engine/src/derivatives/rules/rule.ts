import type { Node, Op } from '../../program/index.ts'
import type { Germ } from '../germ.ts'
import type { Slope, Slopes } from '../slopes.ts'

/** What a rule says of a node whose operands move or jump: its limit, its slope, and what the smaller terms may do. */
export interface Motion {
  readonly limit: number
  readonly slope?: Slope
  /** Adds to what the operands pass on. */
  readonly curved?: boolean
  readonly steep?: boolean
}

/** Differentiates one operation. */
export type Rule = (slopes: Slopes, operands: readonly Germ[], node: Node) => Motion

export type Rules = Partial<Record<Op, Rule>>
