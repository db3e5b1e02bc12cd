/**
 * A germ: how a node behaves just beside the point, on one side of it. With h ≥ 0 the distance from the point,
 *
 *   node(h) = limit + slope · h + smaller terms      for small h > 0
 *
 * Value and limit differ where the node jumps at the very point. Slopes are dynamic (nodes of the program); what is
 * known while differentiating is whether a slope is 0, and whether the smaller terms and the slope can matter.
 */

export interface Germ {
  /** The node at the point itself, in the new program. */
  readonly value: number
  readonly limit: number
  /** Undefined where it is known to be 0; conditions and categories have none. */
  readonly slope: number | undefined
  /** The smaller terms may not be 0. */
  readonly curved: boolean
  /** The slope may be infinite although value and limit are finite. */
  readonly steep: boolean
}

export const still = (node: number): Germ => ({
  value: node,
  limit: node,
  slope: undefined,
  curved: false,
  steep: false,
})

/** Whether the node neither moves nor jumps. */
export const isStill = ({ value, limit, slope }: Germ): boolean => value === limit && slope === undefined
