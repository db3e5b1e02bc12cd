/** Operations that go in steps: flat between them, and at a step what lies on this side of it. */
import type { Germ } from '../germ.ts'
import type { Slopes } from '../slopes.ts'
import type { Motion, Rules } from './rule.ts'

export const steps: Rules = {
  floor: (s, [a]) => ({ limit: wholeBeside(s, a!, 'floor') }),
  ceiling: (s, [a]) => ({ limit: wholeBeside(s, a!, 'ceiling') }),
  truncate: (s, [a]) => ({ limit: truncateBeside(s, a!) }),
  round_half_even: (s, [a]) => ({ limit: roundBeside(s, a!) }),
  modulo: (s, [a, b]) => moduloBeside(s, a!, b!),
}

/** The whole number below (or above) the node just beside the point: one less (more) where it leaves a whole number. */
function wholeBeside(s: Slopes, a: Germ, op: 'floor' | 'ceiling'): number {
  const { builder } = s
  const whole = builder.apply(op, a.limit)
  if (a.slope === undefined) return whole
  const leaves = op === 'floor' ? s.isNegative(a.slope) : s.isPositive(a.slope)
  const next = builder.apply(op === 'floor' ? 'subtract' : 'add', whole, builder.constant(1))
  return builder.apply(
    'select',
    builder.apply('and', builder.apply('equal', whole, a.limit), leaves),
    next,
    whole,
  )
}

/** Towards 0: also what a key of `gather` counts. */
export function truncateBeside(s: Slopes, a: Germ): number {
  if (a.slope === undefined) return s.builder.apply('truncate', a.limit)
  const isPositive = s.builder.apply('less', s.builder.constant(0), a.limit)
  const below = wholeBeside(s, a, 'floor')
  const isNegative = s.builder.apply('less', a.limit, s.builder.constant(0))
  const above = wholeBeside(s, a, 'ceiling')
  const whole = s.builder.apply('truncate', a.limit)
  return s.builder.apply('select', isPositive, below, s.builder.apply('select', isNegative, above, whole))
}

function roundBeside(s: Slopes, a: Germ): number {
  const { builder } = s
  const rounded = builder.apply('round_half_even', a.limit)
  if (a.slope === undefined) return rounded
  const below = builder.apply('floor', a.limit)
  const isHalf = builder.apply('equal', builder.apply('subtract', a.limit, below), builder.constant(0.5))
  const moves = builder.apply('not', s.isZero(a.slope))
  const beside = builder.apply('select', s.isPositive(a.slope), builder.apply('ceiling', a.limit), below)
  return builder.apply('select', builder.apply('and', isHalf, moves), beside, rounded)
}

/** a − n · b with the whole number n of times that b goes into a, towards 0: where nothing remains, b may just not fit. */
function moduloBeside(s: Slopes, a: Germ, b: Germ): Motion {
  const { builder } = s
  const zero = builder.constant(0)
  const remainder = builder.apply('modulo', a.limit, b.limit)
  const times = builder.apply(
    'round_half_even',
    builder.apply('divide', builder.apply('subtract', a.limit, remainder), b.limit),
  )
  const slope = s.subtract(a.slope, s.product({ ...a, limit: times, steep: false }, b))
  const isNegative = builder.apply('less', a.limit, zero)
  const shrinks = builder.apply('select', isNegative, s.isPositive(slope), s.isNegative(slope))
  const goesIn = builder.apply(
    'and',
    builder.apply('equal', remainder, zero),
    builder.apply('not_equal', a.limit, zero),
  )
  const misses = builder.apply('and', goesIn, shrinks)
  const size = builder.apply('absolute', b.limit)
  const whole = builder.apply('select', isNegative, builder.apply('negate', size), size)
  const sign = builder.apply('divide', whole, b.limit)
  return {
    limit: builder.apply('select', misses, whole, remainder),
    slope: s.add(slope, s.select(misses, s.times(sign, b.slope), undefined)),
  }
}
