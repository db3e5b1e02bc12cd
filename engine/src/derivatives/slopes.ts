/** Nodes for slopes: arithmetic in which what is known to be 0 costs nothing. Undefined is 0. */
import type { ProgramBuilder } from '../program/index.ts'
import type { Germ } from './germ.ts'

export type Slope = number | undefined

export class Slopes {
  readonly builder: ProgramBuilder

  constructor(builder: ProgramBuilder) {
    this.builder = builder
  }

  /** A slope as a node. */
  node(slope: Slope): number {
    return slope ?? this.builder.constant(0)
  }

  negate(slope: Slope): Slope {
    if (slope === undefined) return undefined
    const { op, args } = this.builder.nodes[slope]!
    return op === 'negate' ? args[0] : this.builder.apply('negate', slope)
  }

  add(a: Slope, b: Slope): Slope {
    if (a === undefined) return b
    return b === undefined ? a : this.builder.apply('add', a, b)
  }

  subtract(a: Slope, b: Slope): Slope {
    if (b === undefined) return a
    if (a === undefined) return this.negate(b)
    return a === b ? undefined : this.builder.apply('subtract', a, b)
  }

  times(factor: number, slope: Slope): Slope {
    const constant = this.#constant(factor)
    if (slope === undefined || constant === 0) return undefined
    if (constant === 1) return slope
    if (constant === -1) return this.negate(slope)
    const other = this.#constant(slope)
    if (other === 1) return factor
    return other === -1 ? this.negate(factor) : this.builder.apply('multiply', factor, slope)
  }

  /** `a`'s limit times `b`'s slope. A limit of 0 wins over an infinite slope, unless `a` is that steep itself. */
  product(a: Germ, b: Germ): Slope {
    const product = this.times(a.limit, b.slope)
    if (product === undefined || !b.steep) return product
    const { builder } = this
    const isZero = builder.apply('equal', a.limit, builder.constant(0))
    const wins = a.steep ? builder.apply('and', isZero, this.isFinite(a.slope)) : isZero
    return this.select(wins, undefined, product)
  }

  over(slope: Slope, divisor: number): Slope {
    if (slope === undefined || this.#constant(divisor) === 1) return slope
    return this.builder.apply('divide', slope, divisor)
  }

  select(condition: number, a: Slope, b: Slope): Slope {
    if (a === b) return a
    const chosen = this.builder.apply('select', condition, this.node(a), this.node(b))
    return this.#constant(chosen) === 0 ? undefined : chosen
  }

  isZero(slope: Slope): number {
    return this.builder.apply('equal', this.node(slope), this.builder.constant(0))
  }

  isNegative(slope: Slope): number {
    return this.builder.apply('less', this.node(slope), this.builder.constant(0))
  }

  isPositive(slope: Slope): number {
    return this.builder.apply('less', this.builder.constant(0), this.node(slope))
  }

  isSame(a: Slope, b: Slope): number {
    return this.builder.apply('equal', this.node(a), this.node(b))
  }

  isFinite(slope: Slope): number {
    return this.builder.apply('is_finite', this.node(slope))
  }

  /**
   * Whether `a` is less than `b` just beside the point: by their limits, and where those are equal by their slopes.
   * Where these are equal too, the two are taken to stay equal.
   */
  isLess(a: Germ, b: Germ): number {
    return this.#compare('less', a, b)
  }

  isLessOrEqual(a: Germ, b: Germ): number {
    return this.#compare('less_or_equal', a, b)
  }

  #compare(op: 'less' | 'less_or_equal', a: Germ, b: Germ): number {
    const { builder } = this
    const byLimit = builder.apply(op, a.limit, b.limit)
    if (a.slope === b.slope) return byLimit
    const bySlope = builder.apply(op, this.node(a.slope), this.node(b.slope))
    return builder.apply('select', builder.apply('equal', a.limit, b.limit), bySlope, byLimit)
  }

  #constant(node: number): number | undefined {
    const { op, value } = this.builder.nodes[node]!
    return op === 'constant' ? value : undefined
  }
}
