import type { Population } from '../../backends/backend.ts'
import { evaluate } from '../../backends/reference/reference-backend.ts'
import type { Program } from '../../program/index.ts'
import type { ParameterGroup } from './parameter-groups.ts'

/** What nodes come to under every set of groups. */
export interface CoalitionValues {
  /** By set, whose bits are the groups as reformed: the values of one row. */
  of(node: number, row: number): readonly number[]
}

/** Evaluates `target` and what it needs once for each set of `groups`; what is in no group stays as in `baseline`. */
export function coalitionValues(
  program: Program,
  population: Population,
  baseline: ReadonlyMap<string, number>,
  groups: readonly ParameterGroup[],
  target: number,
): CoalitionValues {
  const bySet = Array.from({ length: 1 << groups.length }, (_, set) => {
    const parameters = new Map(baseline)
    groups.forEach((group, i) => {
      if (set & (1 << i))
        for (const { path, reform } of group.parameters) parameters.set(path, Number(reform))
    })
    return evaluate(program, population, parameters, [target])
  })
  return {
    of: (node, row) =>
      bySet.map(nodes => {
        const value = nodes[node]!
        return typeof value === 'number' ? value : value[row]!
      }),
  }
}
