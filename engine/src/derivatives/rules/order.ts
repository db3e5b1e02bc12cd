/** What depends on which of two is less: at a tie the slopes say which it is just beside the point. */
import { type Germ, still } from '../germ.ts'
import type { Rules } from './rule.ts'

export const order: Rules = {
  minimum: (s, [a, b]) => ({
    limit: s.builder.apply('minimum', a!.limit, b!.limit),
    slope: s.select(s.isLess(b!, a!), b!.slope, a!.slope),
  }),
  maximum: (s, [a, b]) => ({
    limit: s.builder.apply('maximum', a!.limit, b!.limit),
    slope: s.select(s.isLess(a!, b!), b!.slope, a!.slope),
  }),
  absolute: (s, [a]) => ({
    limit: s.builder.apply('absolute', a!.limit),
    slope: s.select(s.isLess(a!, still(s.builder.constant(0))), s.negate(a!.slope), a!.slope),
  }),
  less: (s, [a, b]) => ({ limit: s.isLess(a!, b!) }),
  less_or_equal: (s, [a, b]) => ({ limit: s.isLessOrEqual(a!, b!) }),
  equal: (s, [a, b]) => {
    const equal = s.builder.apply('equal', a!.limit, b!.limit)
    return {
      limit: haveOneSlope(a!, b!) ? equal : s.builder.apply('and', equal, s.isSame(a!.slope, b!.slope)),
    }
  },
  not_equal: (s, [a, b]) => {
    const differs = s.builder.apply('not_equal', a!.limit, b!.limit)
    if (haveOneSlope(a!, b!)) return { limit: differs }
    return { limit: s.builder.apply('or', differs, s.builder.apply('not', s.isSame(a!.slope, b!.slope))) }
  },
}

const haveOneSlope = (a: Germ, b: Germ) => a.slope === b.slope
