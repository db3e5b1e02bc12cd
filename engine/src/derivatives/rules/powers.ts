/** Powers, exponentials, logarithms and roots. */
import type { Germ } from '../germ.ts'
import type { Slope, Slopes } from '../slopes.ts'
import type { Rules } from './rule.ts'

export const powers: Rules = {
  power: (s, [a, b]) => ({
    limit: s.builder.apply('power', a!.limit, b!.limit),
    slope: s.add(byBase(s, a!, b!), byExponent(s, a!, b!)),
    curved: true,
    steep: true,
  }),
  exponential: (s, [a]) => {
    const limit = s.builder.apply('exponential', a!.limit)
    return { limit, slope: s.times(limit, a!.slope), curved: true }
  },
  logarithm: (s, [a]) => ({
    limit: s.builder.apply('logarithm', a!.limit),
    slope: s.over(a!.slope, a!.limit),
    curved: true,
    steep: true,
  }),
  square_root: (s, [a]) => {
    const limit = s.builder.apply('square_root', a!.limit)
    const slope = s.over(a!.slope, s.builder.apply('multiply', s.builder.constant(2), limit))
    return { limit, slope: s.select(s.isZero(a!.slope), undefined, slope), curved: true, steep: true }
  },
}

/** b · a^(b − 1) · a′; 0 where the base rests or the exponent is 0, whatever the power. */
function byBase(s: Slopes, a: Germ, b: Germ): Slope {
  if (a.slope === undefined) return undefined
  const { builder } = s
  const less = builder.apply('power', a.limit, builder.apply('subtract', b.limit, builder.constant(1)))
  const slope = s.times(builder.apply('multiply', b.limit, less), a.slope)
  const rests = builder.apply('or', s.isZero(a.slope), builder.apply('equal', b.limit, builder.constant(0)))
  return s.select(rests, undefined, slope)
}

/** a^b · ln a · b′; 0 where the exponent rests or the base is 0. */
function byExponent(s: Slopes, a: Germ, b: Germ): Slope {
  if (b.slope === undefined) return undefined
  const { builder } = s
  const grows = builder.apply(
    'multiply',
    builder.apply('power', a.limit, b.limit),
    builder.apply('logarithm', a.limit),
  )
  const rests = builder.apply('or', s.isZero(b.slope), builder.apply('equal', a.limit, builder.constant(0)))
  return s.select(rests, undefined, s.times(grows, b.slope))
}
