/** Between the many and the one. Sums and projections are linear; the greatest and the least follow the members at a tie. */
import type { Node } from '../../program/index.ts'
import type { Germ } from '../germ.ts'
import type { Slopes } from '../slopes.ts'
import type { Motion, Rules } from './rule.ts'

export const relations: Rules = {
  sum_members: linear,
  project: linear,
  max_members: extreme,
  min_members: extreme,
}

function linear({ builder }: Slopes, [a]: readonly Germ[], { op, name }: Node): Motion {
  const relate = (node: number) => builder.relate(op as 'project', name!, node)
  return { limit: relate(a!.limit), slope: a!.slope === undefined ? undefined : relate(a!.slope) }
}

/** The slope of the member that is the greatest (least), the greatest (least) slope among several. Of no members, 0. */
function extreme(s: Slopes, [a]: readonly Germ[], { op, name }: Node): Motion {
  const { builder } = s
  const relate = (node: number) => builder.relate(op as 'max_members', name!, node)
  const limit = relate(a!.limit)
  if (a!.slope === undefined) return { limit }
  const nobody = builder.constant(op === 'max_members' ? -Infinity : Infinity)
  const isIt = builder.apply('equal', a!.limit, builder.relate('project', name!, limit))
  const slope = relate(builder.apply('select', isIt, a!.slope, nobody))
  return { limit, slope: s.select(builder.apply('equal', limit, nobody), undefined, slope) }
}
