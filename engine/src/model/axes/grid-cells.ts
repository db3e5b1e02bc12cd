import { ReformlabError } from '../../errors/index.ts'
import { evenlySpaced } from './evenly-spaced.ts'
import type { AxisGroups } from './read-axes.ts'
import type { VariedInput } from './repeat-situation.ts'

/** As many as are answered at once. */
const MOST_CELLS = 20_000

export interface GridCells {
  readonly cells: number
  readonly varied: readonly VariedInput[]
}

/**
 * The cells of a grid, in the order of OpenFisca: of two groups the first moves fastest; further ones are faster than both,
 * the last fastest of all.
 *
 * throws  E_AXES for more than 20,000
 */
export function gridCells(groups: AxisGroups): GridCells {
  const counts = groups.map(([axis]) => axis!.count)
  const cells = countCells(counts)
  const slowestFirst = counts.length === 1 ? [0] : [1, 0, ...[...counts.keys()].slice(2)]
  const varied = groups.flatMap((axes, group) => {
    const faster = slowestFirst.slice(slowestFirst.indexOf(group) + 1)
    const stride = faster.reduce((product, other) => product * counts[other]!, 1)
    return axes.map(({ entity, name, row, min, max, count }): VariedInput => {
      const steps = evenlySpaced(min, max, count)
      const values = Float64Array.from({ length: cells }, (_, cell) => {
        return steps[Math.floor(cell / stride) % count]!
      })
      return { entity, input: name, row, values }
    })
  })
  return { cells, varied }
}

/** Throws E_AXES for more than 20,000. */
export function countCells(counts: readonly number[]): number {
  const cells = counts.reduce((product, count) => product * count, 1)
  if (cells <= MOST_CELLS) return cells
  throw new ReformlabError('E_AXES', {
    place: 'axes',
    problem: `${counts.join(' × ')} are more than ${MOST_CELLS} cells`,
    remedy: 'Choose fewer.',
  })
}
