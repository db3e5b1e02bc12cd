/** Conditions and what they choose: everything follows the conditions as they are just beside the point. */

import type { Rules } from './rule.ts'
import { truncateBeside } from './steps.ts'

export const choices: Rules = {
  and: (s, [a, b]) => ({ limit: s.builder.apply('and', a!.limit, b!.limit) }),
  or: (s, [a, b]) => ({ limit: s.builder.apply('or', a!.limit, b!.limit) }),
  not: (s, [a]) => ({ limit: s.builder.apply('not', a!.limit) }),
  indicator: (s, [a]) => ({ limit: s.builder.apply('indicator', a!.limit) }),
  is_finite: (s, [a]) => ({ limit: s.builder.apply('is_finite', a!.limit) }),
  select: (s, [c, a, b]) => ({
    limit: s.builder.apply('select', c!.limit, a!.limit, b!.limit),
    slope: s.select(c!.limit, a!.slope, b!.slope),
  }),
  gather: (s, [key, ...cases]) => {
    const chosen = key!.slope === undefined ? key!.limit : truncateBeside(s, key!)
    const limits = cases.map(c => c.limit)
    const slopes = cases.map(c => c.slope)
    const moves = slopes.some(slope => slope !== undefined)
    return {
      limit: s.builder.apply('gather', chosen, ...limits),
      slope: moves ? s.builder.apply('gather', chosen, ...slopes.map(slope => s.node(slope))) : undefined,
    }
  },
}
