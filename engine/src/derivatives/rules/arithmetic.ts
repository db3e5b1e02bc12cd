/** Sums, products and quotients. */
import type { Germ } from '../germ.ts'
import type { Slopes } from '../slopes.ts'
import type { Motion, Rules } from './rule.ts'

export const arithmetic: Rules = {
  add: (s, [a, b]) => ({
    limit: s.builder.apply('add', a!.limit, b!.limit),
    slope: s.add(a!.slope, b!.slope),
  }),
  subtract: (s, [a, b]) => ({
    limit: s.builder.apply('subtract', a!.limit, b!.limit),
    slope: s.subtract(a!.slope, b!.slope),
  }),
  negate: (s, [a]) => ({ limit: s.builder.apply('negate', a!.limit), slope: s.negate(a!.slope) }),
  multiply: (s, [a, b]) => ({
    limit: s.builder.apply('multiply', a!.limit, b!.limit),
    slope: s.add(s.product(b!, a!), s.product(a!, b!)),
    curved: a!.slope !== undefined && b!.slope !== undefined,
  }),
  divide: (s, [a, b]) => (b!.slope === undefined ? overStill(s, a!, b!) : overMoving(s, a!, b!)),
}

function overStill(s: Slopes, a: Germ, b: Germ): Motion {
  return { limit: s.builder.apply('divide', a.limit, b.limit), slope: s.over(a.slope, b.limit) }
}

/**
 * Where the divisor comes from 0 or leaves it, the quotient has a limit of its own: the quotient of the slopes if the
 * dividend is 0 too, else an infinite one. The slope of the former is 0 where both are straight, and unknown where not.
 */
function overMoving(s: Slopes, a: Germ, b: Germ): Motion {
  const { builder } = s
  const zero = builder.constant(0)
  const quotient = builder.apply('divide', a.limit, b.limit)
  const plain = s.over(s.subtract(a.slope, s.product({ ...a, limit: quotient }, b)), b.limit)

  const isAtZero = builder.apply(
    'and',
    builder.apply('equal', b.limit, zero),
    builder.apply('not', s.isZero(b.slope)),
  )
  const isZeroByZero = builder.apply('equal', a.limit, zero)
  const pole = builder.apply(
    'multiply',
    a.limit,
    builder.apply('multiply', b.slope!, builder.constant(Infinity)),
  )
  const ofSlopes = builder.apply('divide', s.node(a.slope), b.slope!)
  const unknown = a.curved || b.curved ? builder.constant(Number.NaN) : undefined
  return {
    limit: s.select(isAtZero, s.select(isZeroByZero, ofSlopes, pole), quotient)!,
    slope: s.select(isAtZero, s.select(isZeroByZero, unknown, builder.apply('negate', pole)), plain),
    curved: true,
    steep: true,
  }
}
