import type { Columns } from '../../backends/backend.ts'
import { type Side, slopeName } from '../../derivatives/index.ts'
import type { ArrangedSituation } from '../../direct/index.ts'
import { sides } from '../rates/moving-income.ts'

/** `[amount of the second][amount of the first]`. */
export type Grid = readonly (readonly number[])[]

export interface GridValues {
  readonly netIncome: Grid
  /** What of one dollar more of the first income, or of the last one, is lost: 1 − what net income gains. */
  readonly marginalRates: Readonly<Record<Side, Grid>>
  /** By variable: of the household's people and tax units together. */
  readonly components: Readonly<Record<string, Grid>>
}

/** The points of a grid as columns hold them: a household's copies, those of one amount of the second axis together. */
export interface GridShape {
  readonly situation: ArrangedSituation
  /** Row of the household that is looked at. */
  readonly household: number
  readonly width: number
  readonly height: number
}

/** Numbers of a variable at each point, summed over the records of the household. */
export function gridOf(
  { situation, household, width, height }: GridShape,
  entity: string,
  column: Float64Array,
): Grid {
  const count = situation.entities.get(entity)!.names.length
  const home = situation.relations.get(`${entity}.household`)
  const rows = [...Array(count).keys()].filter(row => (home ? home[row] : row) === household)
  const at = (point: number) => {
    let sum = 0
    for (const row of rows) sum += column[point * count + row]!
    return sum
  }
  return Array.from({ length: height }, (_, y) => Array.from({ length: width }, (_, x) => at(y * width + x)))
}

/** `netIncome` is a variable of the household. */
export function gridValues(
  shape: GridShape,
  columns: Columns,
  netIncome: string,
  components: readonly { readonly variable: string; readonly entity: string }[],
): GridValues {
  const rate = (side: Side) =>
    mapGrid(gridOf(shape, 'household', columns.get(slopeName(netIncome, side))!), slope => 1 - slope)
  return {
    netIncome: gridOf(shape, 'household', columns.get(netIncome)!),
    marginalRates: { left: rate('left'), right: rate('right') },
    components: Object.fromEntries(
      components.map(({ variable, entity }) => [variable, gridOf(shape, entity, columns.get(variable)!)]),
    ),
  }
}

/** Number by number. */
export function gridChange(before: GridValues, after: GridValues): GridValues {
  const change = (one: Grid, other: Grid) => mapGrid(other, (value, y, x) => value - one[y]![x]!)
  return {
    netIncome: change(before.netIncome, after.netIncome),
    marginalRates: Object.fromEntries(
      sides.map(side => [side, change(before.marginalRates[side], after.marginalRates[side])]),
    ) as Record<Side, Grid>,
    components: Object.fromEntries(
      Object.keys(before.components).map(name => [
        name,
        change(before.components[name]!, after.components[name]!),
      ]),
    ),
  }
}

const mapGrid = (grid: Grid, map: (value: number, y: number, x: number) => number): Grid =>
  grid.map((row, y) => row.map((value, x) => map(value, y, x)))
