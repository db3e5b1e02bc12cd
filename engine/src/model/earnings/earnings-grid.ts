/**
 * A household over two of its inputs at once: what it keeps, every tax and benefit, and what it loses of one dollar more of
 * the first, on both sides of every point. One run of the compiled law, with a copy of the household for each point.
 */
import type { Columns } from '../../backends/backend.ts'
import { columnsUnder } from '../../backends/wasm/index.ts'
import { differentiate, onlyVariables, slopeName } from '../../derivatives/index.ts'
import { arrangeSituation, situationPopulation } from '../../direct/index.ts'
import type { Programme } from '../../outcomes/index.ts'
import { fillCells } from '../axes/fill-cells.ts'
import { MovedInputs, rowIn } from '../axes/moved-inputs.ts'
import type { CompiledModel } from '../model.ts'
import { seedsOf, sides } from '../rates/moving-income.ts'
import { parameterValues } from '../reformed-law.ts'
import { type EarningsRequest, NET_INCOME } from './earnings-curve.ts'
import { type GridAxis, type GridAxisRequest, gridAxes, type MovingAxis } from './grid-axis.ts'
import { type GridValues, gridChange, gridValues } from './grid-values.ts'
import { moversOf } from './situation-sweep.ts'

export interface EarningsGridRequest
  extends Pick<EarningsRequest, 'situation' | 'year' | 'baseline' | 'reform'> {
  /** An income of a person or tax unit. */
  readonly first: GridAxisRequest
  /** Any input that is a number. */
  readonly second: GridAxisRequest
}

export interface EarningsGrid {
  readonly format: 'reformlab-earnings-grid/1'
  readonly year: number
  readonly first: GridAxis
  readonly second: GridAxis
  /** Taxes and benefits that are not zero everywhere; a part follows what it is part of. */
  readonly components: readonly GridComponent[]
  readonly baseline: GridValues
  readonly reform?: GridValues
  /** Reform less baseline. */
  readonly change?: GridValues
}

export type GridComponent = Pick<Programme, 'label' | 'kind' | 'partOf'> & { readonly name: string }

/** Throws E_SITUATION, E_VARIABLE_UNKNOWN, E_RATE_INCOME, E_AXES, E_DATE_RANGE. */
export async function earningsGrid(
  model: CompiledModel,
  request: EarningsGridRequest,
): Promise<EarningsGrid> {
  const { year, baseline, reform } = request
  const { catalogue } = model
  const arranged = arrangeSituation(catalogue, request.situation)
  const { first, second } = gridAxes(model, arranged, request)
  const [width, height] = [first.amounts.length, second.amounts.length]
  const one = situationPopulation(catalogue, arranged)
  const moved = new MovedInputs(one, width * height)
  const spread = ({ amounts }: MovingAxis, at: (point: number) => number) =>
    Float64Array.from({ length: width * height }, (_, point) => amounts[at(point)]!)
  moved.move(
    second.moving,
    second.row,
    spread(second, point => Math.floor(point / width)),
  )
  moved.move(
    first.moving,
    first.row,
    spread(first, point => point % width),
  )
  const movers = moversOf(one, first.moving, first.row, width * height)
  const varied = [...moved.all, ...movers]
  const { population } = fillCells(model, catalogue, arranged, width * height, varied)

  const { programmes } = model.outcomes()
  const levels = [NET_INCOME, ...programmes.map(({ variable }) => variable)]
  const seeds = seedsOf(first.moving)
  const program = sides.reduce(
    (derived, side) => differentiate(derived, [NET_INCOME], seeds, side),
    onlyVariables(model.program, levels),
  )
  const names = [...levels, ...sides.map(side => slopeName(NET_INCOME, side))]
  const household = rowIn(one, first.moving[0]!.entity, 'household', first.row)
  const shape = { situation: arranged, household, width, height }
  const columns = columnsUnder(program, population, names)
  const before = columns(parameterValues(baseline, year))
  const after = reform && columns(parameterValues(reform, year))
  const components = programmes.filter(({ variable }) =>
    [before, ...(after ? [after] : [])].some(of => of.get(variable)!.some(amount => amount !== 0)),
  )
  const valuesOf = (of: Columns) => gridValues(shape, of, NET_INCOME, components)
  const values = valuesOf(before)
  const reformed = after && valuesOf(after)
  return {
    format: 'reformlab-earnings-grid/1',
    year,
    first: described(first),
    second: described(second),
    components: components.map(({ variable: name, label, kind, partOf }) => ({ name, label, kind, partOf })),
    baseline: values,
    ...(reformed && { reform: reformed, change: gridChange(values, reformed) }),
  }
}

const described = ({ income, record, amounts }: MovingAxis): GridAxis => ({ income, record, amounts })
